package org.musicplatform.core.sync.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.source.spi.Watch;
import org.musicplatform.core.api.source.spi.Watch.Place;

class LookTest {

    private static Look at(Place... places) {
        return Look.at(new Watch.Changes(List.of(places), false, null));
    }

    @Test
    void looks_at_folders_become_one_without_those_below_another() {
        var both = at(Place.folder("a/"), Place.folder("b/c/")).and(at(Place.below("b/"), Place.folder("b/c/d/")));
        assertEquals(List.of(Place.folder("a/"), Place.below("b/")), both.places());
    }

    @Test
    void the_same_folder_is_looked_at_once_and_after_what_was_told_before() {
        var both = at(Place.folder("a/"), Place.folder("b/")).and(at(Place.folder("a/")));
        assertEquals(List.of(Place.folder("b/"), Place.folder("a/")), both.places());
    }

    @Test
    void a_move_is_never_covered() {
        var move = new Place("b/x/", true, "a/x/");
        assertEquals(
                List.of(move, Place.below("b/")),
                at(move).and(at(Place.below("b/"))).places());
    }

    @Test
    void everything_covers_all() {
        assertSame(Look.ALL, at(Place.folder("a/")).and(Look.ALL));
        assertSame(Look.ALL, Look.folder("a").and(at(Place.folder("a/"))));
        assertSame(Look.ALL, Look.at(new Watch.Changes(List.of(), true, null)));
        assertEquals(Look.folder("a"), Look.folder("a").and(Look.folder("a")));
    }

    @Test
    void too_many_folders_are_everything() {
        var many = IntStream.range(0, 900)
                .mapToObj(i -> Place.folder("a" + i + "/"))
                .toArray(Place[]::new);
        var others = IntStream.range(0, 900)
                .mapToObj(i -> Place.folder("b" + i + "/"))
                .toArray(Place[]::new);
        assertEquals(900, at(many).places().size());
        assertSame(Look.ALL, at(many).and(at(others)));
    }

    @Test
    void ids_of_paths_are_read_and_made() {
        assertEquals("Björk & +/x%", PathIds.shown("Bj%C3%B6rk%20&%20+/x%25/"));
        assertEquals("Bj%C3%B6rk%20&%20+/x%25/", PathIds.of("Björk & +/x%"));
        assertEquals("", PathIds.of(""));
        assertEquals("a/", PathIds.parent("a/b.mp3"));
        assertEquals("a/", PathIds.parent("a/b/"));
        assertEquals("", PathIds.parent("b.mp3"));
        assertEquals("100%", PathIds.shown("100%"));
    }
}
