package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.musicplatform.core.api.metadata.TagField.ALBUM;
import static org.musicplatform.core.api.metadata.TagField.ARTIST;
import static org.musicplatform.core.api.metadata.TagField.TITLE;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.SearchLimits;

class SearchTest {

    @TempDir
    Path folder;

    private Lib lib;

    @BeforeEach
    void fill() {
        lib = new Lib(folder);
        lib.scan(Map.of(
                "a/1.flac", Lib.tags(TITLE, "Thunderstruck", ARTIST, "AC/DC", ALBUM, "The Razors Edge"),
                "a/2.flac", Lib.tags(TITLE, "Jóga", ARTIST, "Björk", ALBUM, "Homogenic"),
                "a/3.flac", Lib.tags(TITLE, "夜に駆ける", ARTIST, "YOASOBI"),
                "a/4.flac", Lib.tags(TITLE, "It's My Life", ARTIST, "Talk Talk"),
                "a/5.flac", Lib.tags(TITLE, "My Life", ARTIST, "Billy Joel")));
    }

    @AfterEach
    void close() {
        lib.close();
    }

    @Test
    void words_beginnings_and_accents_are_found() {
        assertEquals(List.of("Thunderstruck"), lib.found("thun"));
        assertEquals(List.of("Jóga"), lib.found("bjork joga"));
        assertEquals(List.of("Jóga"), lib.found("BJÖRK"));
        assertEquals(List.of("It's My Life"), lib.found("it's"));
        assertEquals(List.of("It's My Life"), lib.found("its my"));
    }

    @Test
    void a_name_with_marks_is_found_with_and_without_them() {
        for (String text : List.of("AC/DC", "acdc", "ac dc", "AC-DC")) {
            assertEquals(List.of("Thunderstruck"), lib.found(text), text);
        }
    }

    @Test
    void characters_of_unspaced_scripts_are_found_as_phrases() {
        assertEquals(List.of("夜に駆ける"), lib.found("夜"));
        assertEquals(List.of("夜に駆ける"), lib.found("駆ける"));
        assertEquals(List.of(), lib.found("駆夜"));
    }

    @Test
    void the_exact_name_comes_first() {
        assertEquals(List.of("My Life", "It's My Life"), lib.found("my life"));
    }

    @Test
    void the_inside_of_a_name_is_found_when_words_are_few() {
        assertEquals(List.of("Thunderstruck"), lib.found("erstru"));
    }

    @Test
    void albums_and_artists_are_found() {
        var found = lib.engine.search("homog", SearchLimits.DEFAULT).join();
        assertEquals("Homogenic", found.albums().get(0).title());
        assertEquals(
                "Björk",
                lib.engine
                        .search("bjö", SearchLimits.DEFAULT)
                        .join()
                        .artists()
                        .get(0)
                        .name());
    }

    @Test
    void any_text_is_safe() {
        for (String text : List.of(
                "\"",
                "*",
                "NEAR(",
                "a NEAR b",
                "title:x",
                "'; DROP TABLE track; --",
                "\ud83c\udfb5",
                "(",
                "^a",
                "-",
                "a\0b",
                "{x}",
                "\ud83c",
                "x ".repeat(5_000),
                "夜".repeat(10_000),
                "\"".repeat(10_000))) {
            lib.found(text);
        }
        assertEquals(List.of(), lib.found(""));
        assertEquals(List.of(), lib.found("   "));
        assertEquals(5, lib.tracks().items().size());
    }

    @Test
    void the_result_says_when_there_is_more() {
        assertTrue(lib.engine.search("life", new SearchLimits(1, 1, 1)).join().more());
    }
}
