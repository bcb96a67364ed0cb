package org.musicplatform.core.metadata;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.metadata.PictureFile;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.TagRun;
import org.musicplatform.core.api.metadata.Workload;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.Purpose;
import org.musicplatform.core.metadata.beside.CompanionFiles;
import org.musicplatform.core.metadata.beside.SheetClips;
import org.musicplatform.core.metadata.tags.fields.LegacyText;
import org.musicplatform.core.support.CallbackThreads;
import org.musicplatform.core.support.CoreFuture;
import org.musicplatform.core.support.NamedThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tag reading by plain constructor: a few workers, each with one file and one guarded reader at a time. */
public final class MetadataEngine implements MetadataService, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataEngine.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ContentService content;
    private final Supplier<List<Reader>> readers;
    private final GuardedReading guarded;
    private final GuardedReading unhurried;
    private final CompanionFiles companions;
    private final Workers workers = new Workers();
    private final CallbackThreads callbacks = new CallbackThreads("metadata", LOG::warn);

    /**
     * Creates an engine.
     *
     * @param content where bytes come from
     * @param readers the readers of the moment, best first
     * @param legacy tells how 8-bit texts are meant
     */
    public MetadataEngine(ContentService content, Supplier<List<Reader>> readers, LegacyText legacy) {
        this(content, readers, legacy, LIMIT);
    }

    MetadataEngine(ContentService content, Supplier<List<Reader>> readers, LegacyText legacy, Duration limit) {
        this.companions = new CompanionFiles(content, legacy);
        this.content = content;
        this.readers = readers;
        this.guarded = new GuardedReading(NamedThreads.numbered("core-worker-tags"), limit);
        this.unhurried = new GuardedReading(NamedThreads.unhurried("core-worker-tags-background"), limit);
    }

    @Override
    public CompletableFuture<TagReading> readTags(FileRef file, List<FileRef> sheets) {
        return CoreFuture.call(
                () -> {
                    var reading =
                            asked(file, Purpose.TAGS, (reader, bytes) -> guarded.read(reader, bytes, file.name()));
                    return sheets.isEmpty() ? reading : SheetClips.add(reading, file, sheets, companions);
                },
                workers.of(Workload.LOCAL),
                callbacks);
    }

    @Override
    public CompletableFuture<Void> readTags(TagRun run) {
        var load = run.workload();
        var guard = load == Workload.BACKGROUND ? unhurried : guarded;
        return CoreFuture.call(
                () -> {
                    guard.series(new ReadingSeries(run, file -> readHere(guard, file)), run.limit());
                    return null;
                },
                workers.of(load),
                callbacks);
    }

    private TagReading readHere(GuardedReading guard, TagRun.Request wanted) throws InterruptedException {
        var file = wanted.file();
        var reading = asked(file, Purpose.SCAN, (reader, bytes) -> guard.readHere(reader, bytes, file.name()));
        return wanted.sheets().isEmpty() ? reading : SheetClips.add(reading, file, wanted.sheets(), companions);
    }

    @Override
    public CompletableFuture<Lyrics> readLyrics(FileRef text) {
        return CoreFuture.call(() -> companions.lyrics(text), workers.of(Workload.LOCAL), callbacks);
    }

    @Override
    public Lyrics parseLyrics(byte[] text, String origin) {
        return companions.lyrics(text, origin);
    }

    @Override
    public CompletableFuture<PictureFile> readPictureFile(FileRef picture) {
        return CoreFuture.call(() -> companions.picture(picture), workers.of(Workload.LOCAL), callbacks);
    }

    @Override
    public CompletableFuture<byte[]> readPicture(FileRef file, int index) {
        return CoreFuture.call(
                () -> asked(
                        file, Purpose.TAGS, (reader, bytes) -> guarded.readPicture(reader, bytes, file.name(), index)),
                workers.of(Workload.LOCAL),
                callbacks);
    }

    @Override
    public CompletableFuture<String> hash(FileRef file, String kind) {
        return CoreFuture.call(() -> ContentHash.of(content, file, kind), workers.of(Workload.BACKGROUND), callbacks);
    }

    @Override
    public List<String> extensions() {
        return readers.get().stream()
                .flatMap(reader -> reader.extensions().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public int concurrency(Workload load) {
        return workers.count(load);
    }

    /** What a reader is asked for. */
    private interface Question<T> {
        T ask(Reader reader, ContentReader bytes) throws IOException, InterruptedException;
    }

    private <T> T asked(FileRef file, Purpose purpose, Question<T> question) throws InterruptedException {
        String extension = extension(file.name());
        var known = readers.get().stream()
                .filter(reader -> reader.extensions().contains(extension))
                .toList();
        MetadataException refusal = null;
        // a name may be wrong: when nobody claims it, everybody may look
        for (Reader reader : known.isEmpty() ? readers.get() : known) {
            try (var bytes = content.open(file, purpose)) {
                return question.ask(reader, bytes);
            } catch (MetadataException e) {
                if (known.isEmpty()) {
                    continue; // what looks damaged to a reader of other formats is only foreign to it
                }
                if (!e.code().equals(MetadataException.UNSUPPORTED_FORMAT)) {
                    throw e;
                }
                refusal = e;
            } catch (IOException e) {
                throw new MetadataException(
                        MetadataException.UNREADABLE, "The file cannot be read: " + e.getMessage(), e);
            }
        }
        throw refusal != null
                ? refusal
                : new MetadataException(
                        MetadataException.UNSUPPORTED_FORMAT,
                        "No installed reader knows ." + extension + " files. A plug-in could add one.");
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        workers.close();
        guarded.close();
        unhurried.close();
        callbacks.close();
    }
}
