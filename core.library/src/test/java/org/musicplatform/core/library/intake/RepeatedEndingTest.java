package org.musicplatform.core.library.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.ReaderPool;
import org.musicplatform.core.library.database.Schema;
import org.musicplatform.core.library.writer.WriterThread;

/** The end of a listing comes to the same when the transaction it was in is undone, and it runs again. */
@Timeout(60)
class RepeatedEndingTest {

    @TempDir
    Path folder;

    private WriterThread writer;
    private ReaderPool readers;
    private SourceAccount source;
    private Seen seen;

    @BeforeEach
    void open() throws Exception {
        var file = folder.resolve("library.db");
        var connections = new Connections(file);
        var sql = connections.writing();
        Schema.migrate(sql, file);
        writer = new WriterThread(connections, sql, Clock.systemUTC(), event -> {}, List.of());
        writer.start();
        readers = new ReaderPool(connections, index -> {});
        source = writer.run(writing -> SourceRows.add(writing, "local", "/music", "Music"));
    }

    @AfterEach
    void close() {
        readers.close();
        writer.close(() -> {});
    }

    private static SourceItem item(String name) {
        return SourceItem.file(
                name + ".mp3",
                name + ".mp3",
                "",
                new ItemVersion(7, Instant.ofEpochSecond(1), name.substring(0, 1), null));
    }

    /** Looks for the first time. */
    private void look(String... names) {
        try (var intake =
                new LibraryIntake(writer, readers, Clock.systemUTC(), source, IntakeKind.FULL, false, () -> {})) {
            intake.observe(Stream.of(names).map(RepeatedEndingTest::item).toList());
            for (var task : intake.claim(100)) {
                var properties =
                        new AudioProperties("FLAC", "FLAC", Duration.ofSeconds(180), false, 900, 44_100, 2, 16);
                intake.deliver(task, new TagReading(properties, Tags.NONE, List.of(), List.of(), "test"));
            }
            intake.finish(Listing.End.COMPLETE, false);
        }
    }

    private Map<String, Long> tracks() {
        return writer.run(writing -> {
            var tracks = new TreeMap<String, Long>();
            writing.settle();
            writing.sql()
                    .each(
                            "SELECT leaf, track_id FROM file WHERE state <> 4",
                            row -> tracks.put(row.getString(1), row.getLong(2)));
            return tracks;
        });
    }

    /** Does something, undoes it, and does it again, as the writer does with a batch that others were in the way of. */
    private <T> T twice(WriterThread.Work<T> work) {
        assertThrows(
                IllegalStateException.class,
                () -> writer.run(writing -> {
                    work.run(writing);
                    throw new IllegalStateException("undone");
                }));
        return writer.run(work);
    }

    /** Looks again, up to the end of the listing. */
    private Ending met(SourceItem... items) {
        seen = new Seen(
                writer.run(writing -> LastLook.known(writing.sql(), source.id().value())));
        var observing = new Observing(source.id().value(), false, seen, new Claims(source.id(), Clock.systemUTC()));
        writer.run(writing -> observing.observe(writing, List.of(items)));
        return new Ending(source, IntakeKind.FULL, seen, file -> {});
    }

    @Test
    void files_that_have_other_names_now_are_found_again_and_counted_once() {
        look("a1", "b1", "stays");
        var before = tracks();
        var ending = met(item("a2"), item("b2"), item("stays"));

        var found = twice(writing -> ending.findUnread(writing, Listing.End.COMPLETE));
        assertEquals(2, found.cardinality());
        seen.areKnown(found);
        var finished = twice(
                writing -> ending.finish(writing, Listing.End.COMPLETE, false, found.cardinality(), new BitSet()));

        assertEquals(List.of(0, 2), List.of(finished.missing(), finished.moved()));
        assertEquals(
                List.of(before.get("a1.mp3"), before.get("b1.mp3")),
                List.of(tracks().get("a2.mp3"), tracks().get("b2.mp3")));
    }

    @Test
    void files_that_are_found_again_at_the_end_alone_are_too() {
        look("a1", "b1", "stays");
        var before = tracks();
        var ending = met(item("a2"), item("stays"));
        var finished = twice(writing -> ending.finish(writing, Listing.End.COMPLETE, false, 0, new BitSet()));
        assertEquals(List.of(1, 1), List.of(finished.missing(), finished.moved()));
        assertEquals(before.get("a1.mp3"), tracks().get("a2.mp3"));
    }
}
