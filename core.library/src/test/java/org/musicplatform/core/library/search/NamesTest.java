package org.musicplatform.core.library.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.library.LibraryEngine;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.support.TextFolding;

/** What is asked of the database, and how little when the library is large. */
class NamesTest {

    private static final int TRACKS = 3_000;
    private static final long LONG = TimeUnit.MINUTES.toNanos(1);

    @TempDir
    Path folder;

    private Sql sql;

    @BeforeEach
    void fill() throws SQLException {
        var database = folder.resolve("library.db");
        new LibraryEngine(database, Clock.systemUTC(), event -> {}).close();
        try (var writing = new Connections(database).writing()) {
            var index = new SearchIndex(writing);
            writing.begin();
            for (int i = 1; i <= TRACKS; i++) {
                String title = "Number " + (char) ('a' + i % 26) + i + " of many";
                String folded = TextFolding.searchText(title);
                writing.update(
                        "INSERT INTO track (id, visible, revision, added, album_place, album_bound, title, sort,"
                                + " artist_sort, album_sort, genres) VALUES (?, ?, 1, 0, 0, 0, ?, ?, '', '', '')",
                        i,
                        i % 3 == 0 ? 0 : 1,
                        title,
                        folded);
                index.newTrack(i, new TrackText(folded, "", ""));
            }
            index.flush();
            writing.commit();
        }
        sql = new Connections(database).reading();
    }

    @AfterEach
    void close() throws SQLException {
        sql.close();
    }

    private Names find(String text, int limit, long nanos) throws SQLException {
        var names = new Names(sql, Question.of(text), Kind.TRACK, limit, nanos);
        names.find(new Vocabulary(sql));
        return names;
    }

    @Test
    void names_that_begin_with_the_text_come_in_their_order_without_a_look_at_the_others() throws SQLException {
        var names = find("number b", 5, 0); // ranking would be given up at once
        assertEquals(List.of(1L, 1015L, 1067L, 1093L, 1145L), names.ids(), "those with b and a number, by that");
        assertTrue(names.isMore());
        assertFalse(names.isExact());
        assertTrue(find("number b1 of many", 5, LONG).isExact());
    }

    @Test
    void what_takes_too_long_is_given_up_with_some_of_the_matches_and_more() throws SQLException {
        var names = find("many", 5, 1);
        assertEquals(List.of(1L, 2L, 4L, 5L, 7L), names.ids(), "the first there are");
        assertTrue(find("many q", 5, 1).ids().stream().allMatch(id -> id % 26 == 16));
        assertTrue(names.isMore());
        assertEquals(5, find("many", 5, LONG).ids().size(), "the connection goes on");
    }

    @Test
    void hidden_things_do_not_take_the_place_of_others() throws SQLException {
        var names = find("of many", 2_000, LONG);
        assertEquals(2_000, names.ids().size());
        assertTrue(names.ids().stream().noneMatch(id -> id % 3 == 0));
        assertFalse(names.isMore());
    }

    @Test
    void a_beginning_of_one_letter_behind_words_of_very_many_says_that_not_all_were_looked_at() throws SQLException {
        assertFalse(find("many z", 2_000, LONG).isMore(), "2,000 are looked at, all that are there");
        sql.close();
        try (var writing = new Connections(folder.resolve("library.db")).writing()) {
            writing.update("UPDATE track SET visible = 1");
        }
        sql = new Connections(folder.resolve("library.db")).reading();
        var names = find("many z", 2_000, LONG);
        assertTrue(names.isMore());
        var all = LongStream.rangeClosed(1, TRACKS)
                .filter(id -> id % 26 == 25)
                .boxed()
                .toList();
        assertTrue(all.containsAll(names.ids()) && names.ids().size() > 50, () -> names.ids()
                .toString());
    }

    @Test
    void names_are_found_in_the_order_of_an_index() throws SQLException {
        for (Kind kind : Kind.values()) {
            if (kind.isSorted()) {
                for (String statement : List.of(kind.names(), kind.namesWithArticle())) {
                    var plan = sql.list("EXPLAIN QUERY PLAN " + statement, row -> row.getString(4));
                    assertTrue(
                            plan.stream().anyMatch(line -> line.matches("SEARCH .* INDEX .*sort>.*")), plan::toString);
                    assertTrue(
                            statement.startsWith("SELECT id")
                                    || !plan.toString().contains("B-TREE"),
                            plan::toString);
                }
            }
        }
    }
}
