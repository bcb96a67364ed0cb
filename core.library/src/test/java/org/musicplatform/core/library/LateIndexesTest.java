package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.TrackOrder;
import org.musicplatform.core.api.library.TrackQuery;
import org.musicplatform.core.api.library.TrackSort;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.library.browse.TrackPages;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.Opening;
import org.musicplatform.core.library.database.ReaderPool;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.search.Search;
import org.musicplatform.core.library.writer.Chore;
import org.musicplatform.core.library.writer.WriterThread;

/** Indexes that a first index is written without. */
@Timeout(60)
class LateIndexesTest {

    private static final PageRequest PAGE = PageRequest.first(50);
    private static final String LATE = "SELECT count(*) FROM late_index";
    private static final String THERE = "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name IN ("
            + "'track_title', 'track_artist_album', 'track_year', 'track_duration', 'track_artist_artist',"
            + " 'track_genre_genre', 'album_sort', 'album_artist_sort', 'album_year', 'artist_sort', 'genre_sort',"
            + " 'folder_sort')";
    private static final int ALL = 12;

    @TempDir
    Path folder;

    private Path database() {
        return folder.resolve("library.db");
    }

    private long number(String query) throws SQLException {
        try (var sql = new Connections(database()).reading()) {
            return sql.number(query);
        }
    }

    private static Map<String, Map<TagField, List<String>>> files(int from, int to) {
        var files = new LinkedHashMap<String, Map<TagField, List<String>>>();
        for (int i = from; i < to; i++) {
            files.put(
                    "d" + i % 3 + "/" + i + ".flac",
                    Lib.tags(
                            TagField.TITLE,
                            "Title " + i * 7 % 20,
                            TagField.ARTIST,
                            "Artist " + i % 4,
                            TagField.ALBUM,
                            "Album " + i % 3,
                            TagField.GENRE,
                            "Genre " + i % 2,
                            TagField.DATE,
                            "" + (1990 + i * 3 % 10)));
        }
        return files;
    }

    /** Lists twenty files and reads half of them, as if the look were cut off. */
    private void cutOff(Lib lib) {
        var files = files(0, 20);
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(files.keySet().stream().map(Lib::item).toList());
            for (var task : intake.claim(10)) {
                intake.deliver(task, Lib.reading(files.get(task.path())));
            }
        }
    }

    private static List<String> titles(List<Track> tracks) {
        return tracks.stream().map(Track::title).toList();
    }

    @Test
    void a_list_has_the_one_made_that_it_needs_while_a_first_index_goes_on() throws SQLException {
        try (var lib = new Lib(folder)) {
            var files = files(0, 20);
            try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
                intake.observe(files.keySet().stream().map(Lib::item).toList());
                assertEquals(ALL, number(LATE));
                assertEquals(0, number(THERE));
                for (var task : intake.claim(10)) {
                    intake.deliver(task, Lib.reading(files.get(task.path())));
                }
                intake.prioritise("d0"); // behind what was delivered
                var listed = titles(lib.tracks().items());
                assertEquals(10, listed.size());
                assertEquals(listed.stream().sorted().toList(), listed);
                assertEquals(ALL - 1, number(LATE));
                assertEquals(1, number(THERE));
            }
            assertEquals(10, lib.found("title").size());
        }
    }

    @Test
    void whoever_closes_after_a_first_index_does_not_wait_for_them() throws SQLException {
        try (var lib = new Lib(folder)) {
            lib.scan(files(0, 20));
        }
        assertEquals(ALL, number(LATE));
        try (var lib = new Lib(folder)) {
            var listed = titles(lib.tracks().items());
            assertEquals(listed.stream().sorted().toList(), listed);
            assertEquals(ALL - 1, number(LATE));
        }
    }

    @Test
    void a_first_index_that_was_cut_off_goes_on_without_them() throws SQLException {
        try (var lib = new Lib(folder)) {
            cutOff(lib);
        }
        assertEquals(ALL, number(LATE));
        try (var lib = new Lib(folder)) {
            lib.scan(files(0, 20));
            assertEquals(ALL, number(LATE));
            assertEquals(20, lib.tracks().items().size());
        }
    }

    @Test
    void a_library_with_tracks_keeps_them() throws SQLException {
        try (var lib = new Lib(folder)) {
            lib.scan(files(0, 5));
            lib.tracks();
            assertEquals(1, number(THERE));
        }
        try (var lib = new Lib(folder)) {
            lib.scan(files(0, 20));
            assertEquals(1, number(THERE));
        }
    }

    @Test
    void a_library_that_is_left_in_peace_makes_them() throws Exception {
        try (var lib = new Lib(folder)) {
            cutOff(lib);
        }
        String nothingWaits = "UPDATE file SET state = 3 WHERE state = 0";
        assertEquals(ALL, rest(nothingWaits));
        assertEquals(0, number(LATE));
    }

    @Test
    void a_first_index_that_rests_for_a_moment_goes_on_without_them_and_without_statistics() throws Exception {
        try (var lib = new Lib(folder)) {
            cutOff(lib);
        }
        assertEquals(0, rest("UPDATE file SET attempts = 0"));
        assertEquals(ALL, number(LATE));
        assertEquals(0, number("SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_stat1'"));
    }

    /**
     * Opens the library and leaves it in peace after a change, until all that it does then is done; returns how many
     * indexes are there before it is closed.
     */
    private long rest(String change) throws Exception {
        var rested = new CountDownLatch(1);
        Chore last = new Chore() {
            @Override
            public void begin() {}

            @Override
            public boolean slice(Sql sql) {
                rested.countDown();
                return false;
            }
        };
        var connections = new Connections(database());
        var sql = new Opening(database(), connections, Opening.LONGEST_LOOK, true).open();
        sql.execute(change);
        var writer =
                new WriterThread(connections, sql, Clock.systemUTC(), event -> {}, Duration.ofMillis(1), List.of(last));
        writer.start();
        try {
            assertTrue(rested.await(30, TimeUnit.SECONDS), "it did not rest");
            return number(THERE);
        } finally {
            writer.close(() -> {});
        }
    }

    @Test
    void lists_are_answered_at_the_moment_when_they_go_and_come() throws Exception {
        try (var lib = new Lib(folder)) {
            for (int round = 0; round < 40; round++) {
                int first = round;
                var askers = IntStream.range(0, 2)
                        .mapToObj(asker -> CompletableFuture.runAsync(() -> ask(lib, first + asker)))
                        .toList();
                lib.engine.begin(lib.source.id(), IntakeKind.FULL, false).close(); // puts them off
                askers.forEach(CompletableFuture::join);
            }
        }
    }

    private static void ask(Lib lib, int first) {
        for (int i = first; i < first + 4; i++) {
            var sort = TrackSort.values()[i % TrackSort.values().length];
            lib.engine
                    .tracks(new TrackQuery(TrackFilter.ALL.withYears(1990, 2000), TrackOrder.by(sort)), PAGE)
                    .join();
            lib.engine.search("title", SearchLimits.DEFAULT).join();
        }
    }

    @Test
    void where_none_can_be_made_answers_are_the_same() throws SQLException {
        try (var lib = new Lib(folder)) {
            cutOff(lib);
        }
        var connections = new Connections(database());
        var writing = new Opening(database(), connections, Opening.LONGEST_LOOK, true).open();
        try (var pool = new ReaderPool(connections, index -> {
            throw new LibraryException(LibraryException.DISK_FULL, false, "The disk is full.", null);
        })) {
            var without = pool.await(LateIndexesTest::answers);
            assertEquals(0, number(THERE));
            while (connections.lateIndexes().makeNext(writing)) {}
            assertEquals(ALL, number(THERE));
            assertEquals(pool.await(LateIndexesTest::answers), without);
        } finally {
            connections.closeAll();
        }
    }

    /** Asks for every order, with and without filters that an index helps with, and searches. */
    private static List<List<TrackId>> answers(Sql sql) throws SQLException {
        var answers = new ArrayList<List<TrackId>>();
        for (TrackSort sort : TrackSort.values()) {
            for (TrackFilter filter : List.of(
                    TrackFilter.ALL,
                    TrackFilter.ALL.withYears(1991, 1996),
                    TrackFilter.ALL.withGenre("Genre 1"),
                    TrackFilter.ALL.withArtist(new ArtistId(1)))) {
                var page = TrackPages.tracks(sql, new TrackQuery(filter, TrackOrder.by(sort)), PAGE);
                answers.add(page.items().stream().map(Track::id).toList());
            }
        }
        answers.add(Search.find(sql, "t", SearchLimits.DEFAULT).tracks().stream()
                .map(Track::id)
                .toList());
        assertTrue(answers.stream().noneMatch(List::isEmpty), answers::toString);
        return answers;
    }
}
