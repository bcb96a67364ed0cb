package org.musicplatform.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.LibraryChanged;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackQuery;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.spi.TagReader;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncStatus;
import org.musicplatform.core.library.LibraryEngine;
import org.musicplatform.core.metadata.MetadataEngine;
import org.musicplatform.core.metadata.Reader;
import org.musicplatform.core.sync.Provider;
import org.musicplatform.core.sync.SyncEngine;
import org.musicplatform.core.testkit.metadata.FakeTagReader;
import org.musicplatform.platform.content.ContentEngine;

/** All that takes part in indexing, over one library; each file that is read is written down at once. */
final class Indexer implements AutoCloseable {

    final LibraryEngine library;
    final SyncEngine sync;

    private final Tripwire wire;
    private final Path reads;
    private final ContentEngine content;
    private final MetadataEngine metadata;

    Indexer(Path home, World world, Tripwire wire) {
        this.wire = wire;
        this.reads = home.resolve("reads");
        var clock = new WriterClock(wire);
        var kind = world.provider();
        var provider = wire.around(StorageProvider.class, kind.provider());
        this.library = new LibraryEngine(home.resolve("library.db"), clock, this::committed);
        this.content = new ContentEngine(id -> provider, Duration.ofSeconds(30));
        var reader = new Reader(FakeTagReader.ID, List.of(FakeTagReader.EXTENSION), new Noting(new FakeTagReader()));
        this.metadata = new MetadataEngine(content, () -> List.of(reader), texts -> StandardCharsets.ISO_8859_1);
        this.sync = new SyncEngine(
                () -> List.of(new Provider(kind.id(), kind.traits(), provider)),
                wire.around(LibraryWriter.class, library),
                metadata,
                () -> null,
                clock,
                event -> {});
    }

    /** {@code HOME KIND LOCATION CHANGED WHERE}: indexes until the wire ends it. */
    public static void main(String[] args) throws Exception {
        var world = args[1].equals("drive") ? new World.Drive() : new World.Folder(Path.of(args[2]));
        boolean changed = Boolean.parseBoolean(args[3]);
        if (world instanceof World.Drive) { // which lies in the memory of each process
            world.begin(World.files(changed));
            if (changed) {
                world.change();
            }
        }
        try (var indexer = new Indexer(Path.of(args[0]), world, new Tripwire(args[4]))) {
            indexer.run();
        }
    }

    SyncStatus run() throws Exception {
        var job = sync.start(Set.of(), SyncOptions.DEFAULT).get();
        return job.completion().get().status();
    }

    private void committed(CoreEvent event) {
        if (event instanceof LibraryChanged) {
            wire.reached("commit");
        }
    }

    /** Tells when the writer asks for the time, which it does in the middle of transactions. */
    private static final class WriterClock extends Clock {
        private final Tripwire wire;

        WriterClock(Tripwire wire) {
            this.wire = wire;
        }

        @Override
        public Instant instant() {
            if (Thread.currentThread().getName().startsWith("library-writer")) {
                wire.reached("transaction");
            }
            return Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final class Noting implements TagReader {
        private final TagReader other;

        Noting(TagReader other) {
            this.other = other;
        }

        @Override
        public TagReading read(ContentReader bytes, String name) throws IOException {
            wire.reached("read");
            var reading = other.read(bytes, name);
            note(reading.tags().first(TagField.TITLE));
            return reading;
        }
    }

    private synchronized void note(String title) {
        try {
            Files.writeString(
                    reads, title + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all tracks, those without a file too. */
    List<Track> tracks() {
        var all = new ArrayList<Track>();
        for (var page = PageRequest.first(500); page != null; ) {
            var found = library.tracks(TrackQuery.of(TrackFilter.ALL.withMissing(true)), page)
                    .join();
            all.addAll(found.items());
            page = found.next() == null ? null : new PageRequest(500, found.next());
        }
        return all;
    }

    /** Returns what there is, in words that do not tell in which order it came. */
    Set<String> all() {
        var all = new TreeSet<String>();
        // all asked for before the first answer is waited for
        var asked = tracks().stream().map(track -> library.track(track.id())).toList();
        for (var answer : asked) {
            var track = answer.join().track();
            var files = answer.join().files();
            files.forEach(file -> all.add(file.path() + " " + file.state() + ": " + track.artist() + ", "
                    + track.album().title() + ", " + track.position().track() + " " + track.title() + ", "
                    + track.annotation().rating() + " stars, " + files.size() + " files"));
        }
        return all;
    }

    @Override
    public void close() {
        sync.close();
        metadata.close();
        content.close();
        library.close();
    }
}
