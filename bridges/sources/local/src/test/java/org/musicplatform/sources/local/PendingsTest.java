package org.musicplatform.sources.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.source.spi.Watch.Place;

class PendingsTest {

    private static final long MS = 1_000_000;

    private final Pendings pendings = new Pendings(400 * MS, 1_000 * MS);

    @Test
    void a_folder_is_told_when_its_file_has_been_left_alone() {
        pendings.file("a/", "one", 0);
        pendings.file("a/", "one", 300 * MS);
        assertEquals(700 * MS, pendings.next());
        assertEquals(List.of(), pendings.due(699 * MS));
        assertEquals(List.of(Place.folder("a/")), pendings.due(700 * MS));
        assertEquals(List.of(), pendings.due(10_000 * MS));
        assertEquals(Long.MAX_VALUE, pendings.next());
    }

    @Test
    void a_file_that_is_written_for_long_does_not_hold_back_its_neighbours_nor_is_it_forgotten() {
        pendings.file("a/", "done", 0);
        for (long now = 0; now <= 400; now += 100) {
            pendings.file("a/", "slow", now * MS);
        }
        assertEquals(List.of(Place.folder("a/")), pendings.due(400 * MS));
        for (long now = 500; now <= 2_000; now += 100) {
            pendings.file("a/", "slow", now * MS);
            assertEquals(List.of(), pendings.due(now * MS));
        }
        assertEquals(List.of(Place.folder("a/")), pendings.due(2_400 * MS));
    }

    @Test
    void a_folder_into_which_many_files_are_copied_is_told_once_a_second() {
        int told = 0;
        for (int i = 0; i < 1_000; i++) {
            pendings.file("a/", "file " + i, i * 10 * MS);
            told += pendings.due(i * 10 * MS).size();
        }
        assertEquals(10, told);
    }

    @Test
    void the_last_write_is_told_within_two_seconds_whatever_was_before() {
        for (long last = 0; last <= 3_000; last += 50) {
            var one = new Pendings(400 * MS, 1_000 * MS);
            for (long now = 0; now <= last; now += 50) {
                one.file("a/", "file " + now, now * MS);
                one.due(now * MS);
            }
            long due = one.next();
            assertEquals(true, due <= (last + 1_000) * MS, "written at " + last + ", told at " + due / MS);
            assertEquals(1, one.due(due).size());
        }
    }

    @Test
    void both_ends_of_a_move_come_in_one_answer() {
        pendings.below("old/", null, 0);
        pendings.below("new/", "old/", 60 * MS);
        assertEquals(List.of(Place.below("old/"), new Place("new/", true, "old/")), pendings.due(400 * MS));
    }

    @Test
    void what_lies_below_a_place_that_is_looked_at_whole_is_not_told_beside_it() {
        pendings.file("a/b/", "one", 0);
        pendings.below("a/", null, 0);
        pendings.file("ab/", "two", 0);
        pendings.below("a/c/", "elsewhere/", 0);
        assertEquals(
                List.of(Place.below("a/"), Place.folder("ab/"), new Place("a/c/", true, "elsewhere/")),
                pendings.due(400 * MS));
    }
}
