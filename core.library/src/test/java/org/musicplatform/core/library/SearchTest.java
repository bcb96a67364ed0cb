package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.musicplatform.core.api.metadata.TagField.ALBUM;
import static org.musicplatform.core.api.metadata.TagField.ARTIST;
import static org.musicplatform.core.api.metadata.TagField.GENRE;
import static org.musicplatform.core.api.metadata.TagField.TITLE;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.Genre;
import org.musicplatform.core.api.library.Playlist;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.SearchResults;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.WaitingFile;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.source.spi.Listing;

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
        assertEquals("Homogenic", search("homog").albums().get(0).title());
        assertEquals("Björk", search("bjö").artists().get(0).name());
        assertEquals("Homogenic", search("bjork homogenic").albums().get(0).title());
    }

    private SearchResults search(String text) {
        return lib.engine.search(text, SearchLimits.DEFAULT).join();
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
    void each_kind_of_thing_is_found_in_one_call() {
        lib.engine.create("Evening walks").join();
        var song = new Lyrics(
                Lyrics.EMBEDDED,
                null,
                false,
                List.of(line("Nothing of it"), line("The evening comes to the river"), line("")));
        var tags = Lib.tags(TITLE, "Evening", ARTIST, "Evening Trio", ALBUM, "Evening Songs", GENRE, "Evening Music");
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.CHANGES, false)) {
            intake.observe(List.of(Lib.item("My Evenings/1.flac")));
            intake.deliver(intake.claim(1).get(0), Lib.reading(tags, song));
            intake.observe(List.of(Lib.item("b/Evening star.flac")));
            var found = search("evening");
            assertEquals(List.of("Evening"), titles(found));
            assertEquals("Evening Songs", found.albums().get(0).title());
            assertEquals("Evening Trio", found.artists().get(0).name());
            assertEquals("Evening walks", found.playlists().get(0).name());
            assertEquals(List.of(new Genre("Evening Music", 1)), found.genres());
            assertEquals("The evening comes to the river", found.lyrics().get(0).line());
            assertEquals("b/Evening star.flac", found.files().get(0).path());
            assertEquals("My Evenings", found.folders().get(0).path());
            assertEquals(1, found.folders().get(0).files());
            assertFalse(found.more());
            assertFalse(found.isEmpty());
            assertTrue(lib.engine.search("evening", SearchLimits.each(0)).join().isEmpty());
        }
    }

    private static Lyrics.Line line(String text) {
        return new Lyrics.Line(null, text, List.of());
    }

    private static List<String> titles(SearchResults found) {
        return found.tracks().stream().map(Track::title).toList();
    }

    @Test
    void what_has_no_file_any_more_is_not_shown() {
        lib.engine.rate(search("joga").tracks().get(0).id(), 5).join(); // or it would go altogether
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(List.of(Lib.item("a/1.flac")));
            intake.finish(Listing.End.COMPLETE, true);
        }
        assertTrue(search("joga").isEmpty(), () -> search("joga").toString());
        assertTrue(search("bjork").isEmpty(), () -> search("bjork").toString());
        assertTrue(search("homogenic").isEmpty(), () -> search("homogenic").toString());
        assertEquals(List.of("Thunderstruck"), lib.found("thunder"));
    }

    @Test
    void a_playlist_is_found_by_its_new_name_and_not_when_it_is_gone() {
        var playlist = lib.engine.create("Rainy days").join();
        lib.engine.rename(playlist.id(), "Sunny days").join();
        assertEquals(List.of(), search("rainy").playlists());
        assertEquals("Sunny days", search("sun").playlists().get(0).name());
        lib.engine.delete(playlist.id()).join();
        assertEquals(List.of(), search("sun").playlists());
    }

    @Test
    void a_playlist_of_somebody_else_is_found_when_it_is_shared() {
        var anna = lib.engine.addListener("Anna").join();
        var hers = lib.engine.create(anna.id(), "Rainy days", null).join();
        assertEquals(List.of(), search("rainy").playlists());
        lib.engine.share(hers.id(), true).join();
        assertEquals(
                List.of(hers.id()),
                search("rainy").playlists().stream().map(Playlist::id).toList());
    }

    @Test
    void names_that_are_the_text_come_first_then_those_that_begin_with_it_then_others() {
        lib.scan(Map.of(
                "b/1.flac", Lib.tags(TITLE, "All of My Love", ARTIST, "X"),
                "b/2.flac", Lib.tags(TITLE, "Love Me Do", ARTIST, "X"),
                "b/3.flac", Lib.tags(TITLE, "Anything", ARTIST, "Love"),
                "b/4.flac", Lib.tags(TITLE, "Love", ARTIST, "X"),
                "b/5.flac", Lib.tags(TITLE, "True Love", ARTIST, "X")));
        assertEquals(List.of("Love", "Love Me Do", "True Love", "All of My Love", "Anything"), lib.found("love"));
    }

    @Test
    void a_title_counts_more_than_the_names_around_it() {
        lib.scan(Map.of(
                "b/1.flac", Lib.tags(TITLE, "Yesterday", ARTIST, "Beatles", ALBUM, "Help!"),
                "b/2.flac", Lib.tags(TITLE, "Help!", ARTIST, "Beatles", ALBUM, "Help!"),
                "b/3.flac", Lib.tags(TITLE, "Act Naturally", ARTIST, "Beatles", ALBUM, "Help!")));
        assertEquals("Help!", lib.found("beatles help").get(0));
        assertEquals(3, lib.found("beatles help").size());
    }

    @Test
    void an_article_is_heeded_though_names_are_sorted_without_it() {
        lib.scan(Map.of(
                "b/1.flac", Lib.tags(TITLE, "Bends", ARTIST, "Anybody"),
                "b/2.flac", Lib.tags(TITLE, "The Bends", ARTIST, "Radiohead"),
                "b/3.flac", Lib.tags(TITLE, "Beneath", ARTIST, "Somebody")));
        assertEquals(List.of("The Bends"), lib.found("the ben"));
        assertEquals(Set.of("The Bends", "Bends", "Beneath"), Set.copyOf(lib.found("ben")));
    }

    @Test
    void one_letter_is_a_beginning_and_a_word() {
        lib.scan(Map.of(
                "b/1.flac", Lib.tags(TITLE, "Vitamin C", ARTIST, "Can"),
                "b/2.flac", Lib.tags(TITLE, "Calypso", ARTIST, "Somebody"),
                "b/3.flac", Lib.tags(TITLE, "A-Ha Hits", ARTIST, "a-ha"),
                "b/4.flac", Lib.tags(TITLE, "Dance", ARTIST, "Somebody")));
        assertEquals(List.of("Calypso", "Vitamin C"), lib.found("c"));
        assertEquals(List.of("Vitamin C"), lib.found("vitamin c"));
        assertEquals(List.of("Calypso"), lib.found("somebody c"));
        assertEquals(List.of("A-Ha Hits"), lib.found("a-h"));
        assertEquals("a-ha", search("a-h").artists().get(0).name());
    }

    @Test
    void whatever_is_typed_finds_what_is_meant() {
        var names = List.of(
                "AC/DC",
                "R.E.M.",
                "a-ha",
                "it's",
                "\"Heroes\"",
                "*",
                "!!!",
                "🎵",
                "ﬁre",
                "Σίσυφος",
                "Ænima",
                "東京 Tokyo",
                "N*E*R*D",
                "NOT",
                "NEAR(x)",
                "title:x",
                "Ⅸ",
                "\u200bhidden\u00ad");
        var files = new TreeMap<String, Map<TagField, List<String>>>();
        names.forEach(name -> files.put("b/" + files.size() + ".flac", Lib.tags(TITLE, name, ARTIST, "Anybody")));
        lib.scan(files);
        for (String name : names) {
            for (String asked : List.of(name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT))) {
                assertTrue(lib.found(asked).contains(name), () -> asked + " finds " + lib.found(asked));
            }
        }
        for (String[] pair : new String[][] {
            {"acdc", "AC/DC"},
            {"rem", "R.E.M."},
            {"aha", "a-ha"},
            {"its", "it's"},
            {"fire", "ﬁre"},
            {"aenima", "Ænima"},
            {"nerd", "N*E*R*D"},
            {"σισυφοσ", "Σίσυφος"},
            {"京", "東京 Tokyo"},
            {"hidden", "\u200bhidden\u00ad"}
        }) {
            assertTrue(lib.found(pair[0]).contains(pair[1]), () -> pair[0] + " finds " + lib.found(pair[0]));
        }
    }

    @Test
    void a_name_of_ten_thousand_characters_is_found_by_what_it_begins_with() {
        String title = "Endless " + "song ".repeat(2_000);
        lib.scan(Map.of("b/1.flac", Lib.tags(TITLE, title, ARTIST, "Anybody")));
        assertEquals(List.of(title), lib.found("endless song so"));
        assertEquals(List.of(title), lib.found(title));
        assertEquals(List.of(), lib.engine.check().join());
    }

    @Test
    void the_inside_of_words_counts_only_when_hardly_anything_has_the_words() {
        lib.scan(Map.of(
                "b/1.flac", Lib.tags(TITLE, "Underground", ARTIST, "Anybody"),
                "b/2.flac", Lib.tags(TITLE, "Groundhog", ARTIST, "Anybody"),
                "b/3.flac", Lib.tags(TITLE, "Ground Control", ARTIST, "Anybody"),
                "b/4.flac", Lib.tags(TITLE, "Common Ground", ARTIST, "Anybody"),
                "b/5.flac", Lib.tags(TITLE, "Playground", ARTIST, "Nobody")));
        assertFalse(lib.found("ground").contains("Underground"));
        assertEquals(List.of("Underground"), lib.found("dergrou"));
        assertEquals(List.of("Playground"), lib.found("nobo ground"), "also a beginning that is not the last word");
        assertEquals(List.of("Playground"), lib.found("laygr obod"));
        assertEquals(List.of("Ground Control"), lib.found("ground control"));
    }

    @Test
    void words_in_a_row_of_lyrics_come_before_words_anywhere() {
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.CHANGES, false)) {
            intake.observe(List.of(Lib.item("b/1.flac"), Lib.item("b/2.flac"), Lib.item("b/3.flac")));
            for (var task : intake.claim(3)) {
                var text = Map.of(
                        "b/1.flac", List.of("the sun was here", "and then it comes"),
                        "b/2.flac", List.of("wait", "here comes the sun"),
                        "b/3.flac", List.of("here comes a sunset"));
                var lines = text.get(task.path()).stream().map(SearchTest::line).toList();
                intake.deliver(
                        task,
                        Lib.reading(Lib.tags(TITLE, task.path()), new Lyrics(Lyrics.EMBEDDED, null, false, lines)));
            }
        }
        var found = search("here comes the sun").lyrics();
        assertEquals(
                List.of("b/2.flac", "b/1.flac"),
                found.stream().map(m -> m.track().title()).toList());
        assertEquals("here comes the sun", found.get(0).line());
        assertEquals("here comes a sunset", search("comes suns").lyrics().get(0).line());
    }

    @Test
    void files_that_wait_are_found_by_name_until_they_are_read() {
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.CHANGES, false)) {
            intake.observe(IntStream.range(0, 3_000)
                    .mapToObj(i -> Lib.item("new/" + (i == 7 ? "Björk - Hunter.flac" : "x" + i + ".flac")))
                    .toList());
            var found = search("bjork hunt");
            assertEquals(
                    List.of("new/Björk - Hunter.flac"),
                    found.files().stream().map(WaitingFile::path).toList());
            assertTrue(found.more(), "not all names were looked at");
            assertEquals(10, search("x1").files().size());
            assertEquals(List.of(), search("x").tracks());
        }
    }

    @Test
    void of_very_many_matches_the_names_come_first_and_the_result_says_more() {
        var files = new HashMap<String, Map<TagField, List<String>>>();
        for (int i = 0; i < 2_500; i++) {
            files.put("b/" + i + ".flac", Lib.tags(TITLE, "Song " + i + " of the common", ARTIST, "Common People"));
        }
        files.put("b/z.flac", Lib.tags(TITLE, "Common", ARTIST, "Common People"));
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.CHANGES, false)) {
            intake.observe(files.keySet().stream().map(Lib::item).toList());
            for (var tasks = intake.claim(1_000); !tasks.isEmpty(); tasks = intake.claim(1_000)) {
                tasks.forEach(task -> intake.deliver(task, Lib.reading(files.get(task.path()))));
            }
        }
        var found = search("common");
        assertEquals("Common", found.tracks().get(0).title());
        assertEquals(15, found.tracks().size());
        assertTrue(found.more());
        assertEquals(
                1_000,
                lib.engine
                        .search("common people", SearchLimits.each(1_000))
                        .join()
                        .tracks()
                        .size());
        assertEquals(List.of("Song 1234 of the common"), lib.found("common people 1234"));
    }

    @Test
    void a_beginning_of_many_different_words_finds_them_all() {
        var files = new HashMap<String, Map<TagField, List<String>>>();
        for (int i = 0; i < 60; i++) {
            files.put("b/" + i + ".flac", Lib.tags(TITLE, "My zebra" + i, ARTIST, "Herd"));
        }
        lib.scan(files);
        assertEquals(
                60,
                lib.engine
                        .search("herd zebra", SearchLimits.each(100))
                        .join()
                        .tracks()
                        .size());
    }

    @Test
    void the_result_says_when_there_is_more_of_a_kind_than_was_asked_for() {
        assertTrue(lib.engine.search("life", new SearchLimits(1, 1, 1)).join().more());
        assertFalse(lib.engine.search("life", new SearchLimits(2, 1, 1)).join().more());
    }
}
