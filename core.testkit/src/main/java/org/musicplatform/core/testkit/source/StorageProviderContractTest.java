package org.musicplatform.core.testkit.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceItem;

/**
 * What every {@link org.musicplatform.core.api.source.spi.StorageProvider} keeps. Extend it, say how to make a place and what the provider declares, and run
 * it: what is declared is put to the proof too.
 */
public abstract class StorageProviderContractTest extends WatchContract {

    @Test
    void a_canonical_location_resolves_to_itself() throws IOException {
        var once = provider().resolve(place(Map.of("a.mp3", bytes("a"))));
        var twice = provider().resolve(once.canonical());
        assertEquals(once, twice);
        assertFalse(once.name().isBlank());
    }

    @Test
    void nowhere_is_not_found_in_words() {
        assertEquals(SourceException.NOT_FOUND, codeOf(() -> provider().resolve(nowhere())));
    }

    @Test
    void every_file_is_listed_once_with_its_name_and_folder_and_size() throws IOException {
        try (var session = open(place(
                Map.of("one.mp3", bytes("1"), "a/two.mp3", bytes("22"), "a/b c/three & four.mp3", bytes("333"))))) {
            var sizes = new HashMap<String, Long>();
            for (var item : list(session)) {
                assertEquals(null, sizes.put(item.path(), item.version().size()), item.path());
            }
            assertEquals(Map.of("one.mp3", 1L, "a/two.mp3", 2L, "a/b c/three & four.mp3", 3L), sizes);
        }
    }

    @Test
    void item_ids_are_unique_and_stay_the_same() throws IOException {
        try (var session = open(place(Map.of("a.mp3", bytes("x"), "b/a.mp3", bytes("x"))))) {
            var first = list(session).stream().map(SourceItem::id).sorted().toList();
            assertEquals(2, first.stream().distinct().count());
            assertEquals(
                    first, list(session).stream().map(SourceItem::id).sorted().toList());
        }
    }

    @Test
    void what_did_not_change_keeps_its_version_and_what_did_gets_another() throws IOException {
        String location = place(Map.of("a.mp3", bytes("x"), "b.mp3", bytes("x")));
        Map<String, SourceItem> before = new HashMap<>();
        try (var session = open(location)) {
            list(session).forEach(item -> before.put(item.name(), item));
        }
        place(Map.of("a.mp3", bytes("x"), "b.mp3", bytes("longer than before")));
        try (var session = open(location)) {
            for (var item : list(session)) {
                boolean same = item.version().equals(before.get(item.name()).version());
                assertEquals(item.name().equals("a.mp3"), same, item.toString());
            }
        }
    }

    @Test
    void an_empty_place_is_listed_to_its_end() throws IOException {
        try (var session = open(place(Map.of()))) {
            assertEquals(List.of(), list(session));
        }
    }

    @Test
    void a_file_is_read_whole_and_in_ranges() throws IOException {
        try (var session = open(place(Map.of("a/ö 1.mp3", bytes("0123456789"))))) {
            String id = list(session).get(0).id();
            try (var in = session.read(id, 0, Long.MAX_VALUE)) {
                assertArrayEquals(bytes("0123456789"), in.readAllBytes());
            }
            try (var in = session.read(id, 3, 4)) {
                assertArrayEquals(bytes("3456"), in.readAllBytes());
            }
            try (var in = session.read(id, 8, 100)) {
                assertArrayEquals(bytes("89"), in.readAllBytes());
            }
        }
    }

    @Test
    void a_range_behind_the_end_is_empty() throws IOException {
        try (var session = open(place(Map.of("a.mp3", bytes("abc"))));
                var in = session.read(list(session).get(0).id(), 3, 10)) {
            assertEquals(-1, in.read());
        }
    }

    @Test
    void two_files_are_read_side_by_side() throws IOException {
        try (var session = open(place(Map.of("a.mp3", bytes("abc"), "b.mp3", bytes("xyz"))))) {
            var items = list(session);
            try (var first = session.read(items.get(0).id(), 0, 3);
                    var second = session.read(items.get(1).id(), 0, 3)) {
                var seen = new String(new byte[] {(byte) first.read(), (byte) second.read()}, StandardCharsets.UTF_8);
                assertTrue(List.of("ax", "xa").contains(seen), seen);
            }
        }
    }

    @Test
    void an_unknown_item_is_not_found() throws IOException {
        try (var session = open(place(Map.of("a.mp3", bytes("abc"))))) {
            assertEquals(SourceException.NOT_FOUND, codeOf(() -> session.read("no-such-item.mp3", 0, 1)
                    .close()));
        }
    }

    @Test
    void a_place_lies_in_itself_without_a_prefix() throws IOException {
        String canonical =
                provider().resolve(place(Map.of("a.mp3", bytes("a")))).canonical();
        assertEquals("", provider().prefixWithin(canonical, canonical));
    }

    @Test
    void closing_a_session_twice_does_no_harm() throws IOException {
        var session = open(place(Map.of("a.mp3", bytes("a"))));
        session.close();
        session.close();
        try (var again = open(place(Map.of("a.mp3", bytes("a"))))) {
            assertNotNull(again);
        }
    }
}
