package org.musicplatform.core.library;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.LibraryChanged;
import org.musicplatform.core.api.library.Album;
import org.musicplatform.core.api.library.AlbumFilter;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.ingest.Intake;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Listing;

/** A library with one source for tests, and files by hand. */
final class Lib implements AutoCloseable {

    final List<LibraryChanged> events = Collections.synchronizedList(new ArrayList<>());
    final List<CoreEvent> told = Collections.synchronizedList(new ArrayList<>());
    final LibraryEngine engine;
    final SourceAccount source;

    Lib(Path folder) {
        this(folder, Clock.systemUTC());
    }

    Lib(Path folder, Clock clock) {
        this(folder, clock, LibraryOptions.ofSystem(), true);
    }

    private Lib(Path folder, Clock clock, LibraryOptions options, boolean write) {
        engine = new LibraryEngine(
                folder.resolve("library.db"),
                clock,
                event -> {
                    told.add(event);
                    if (event instanceof LibraryChanged changed) {
                        events.add(changed);
                    }
                },
                options);
        source = write ? engine.addSource("local", "/music", "Music") : null;
    }

    /** Opens one without writing to it: it has no source. */
    static Lib unwritten(Path folder, LibraryOptions options) {
        return new Lib(folder, Clock.systemUTC(), options, false);
    }

    static SourceItem item(String path) {
        return item(path, 100);
    }

    static SourceItem item(String path, long size) {
        int slash = path.lastIndexOf('/');
        return SourceItem.file(
                path,
                path.substring(slash + 1),
                path.substring(0, Math.max(slash, 0)),
                new ItemVersion(size, Instant.ofEpochSecond(1_000, 123), null, null));
    }

    static Map<TagField, List<String>> tags(Object... pairs) {
        var fields = new EnumMap<TagField, List<String>>(TagField.class);
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((TagField) pairs[i], List.of(((String) pairs[i + 1]).split("\\|")));
        }
        return fields;
    }

    static TagReading reading(Map<TagField, List<String>> fields, Lyrics... lyrics) {
        return new TagReading(
                new AudioProperties("FLAC", "FLAC", Duration.ofSeconds(180), false, 900, 44_100, 2, 16),
                new Tags(fields, Map.of()),
                List.of(),
                List.of(lyrics),
                List.of(),
                List.of(),
                List.of(),
                "test");
    }

    /** Lists and reads files: path, tags, path, tags. */
    Intake.Finished scan(Map<String, Map<TagField, List<String>>> files) {
        try (var intake = engine.begin(source.id(), IntakeKind.FULL, false)) {
            intake.observe(files.keySet().stream().sorted().map(Lib::item).toList());
            for (var task : intake.claim(1_000)) {
                intake.deliver(task, reading(files.get(task.path())));
            }
            return intake.finish(Listing.End.COMPLETE, false);
        }
    }

    Page<Track> tracks() {
        return engine.tracks(TrackFilter.ALL, PageRequest.first(1_000)).join();
    }

    /** Returns the first track of a title. */
    TrackId track(String title) {
        return tracks().items().stream()
                .filter(track -> track.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Returns the beginning of a PNG, filled up to a size; another one for each number. */
    static byte[] picture(int number, int size) {
        return ByteBuffer.allocate(size)
                .put("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(300)
                .putInt(200)
                .putLong(number)
                .array();
    }

    List<Album> albums() {
        return engine.albums(AlbumFilter.ALL, PageRequest.first(1_000)).join().items();
    }

    List<String> found(String text) {
        return engine.search(text, SearchLimits.DEFAULT).join().tracks().stream()
                .map(Track::title)
                .toList();
    }

    @Override
    public void close() {
        engine.close();
    }
}
