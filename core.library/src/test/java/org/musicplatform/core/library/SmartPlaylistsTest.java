package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.musicplatform.core.api.event.PlaylistsChanged;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Playlist;
import org.musicplatform.core.api.library.PlaylistEntry;
import org.musicplatform.core.api.library.PlaylistFormat;
import org.musicplatform.core.api.library.Rule;
import org.musicplatform.core.api.library.RuleField;
import org.musicplatform.core.api.library.RuleOperator;
import org.musicplatform.core.api.library.SmartRules;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.TrackOrder;
import org.musicplatform.core.api.library.TrackSort;
import org.musicplatform.core.api.metadata.TagField;

/** Playlists whose rules say what is in them. */
class SmartPlaylistsTest {

    @TempDir
    Path folder;

    private Lib lib;
    private final Map<String, Map<TagField, List<String>>> files = new TreeMap<>();

    @BeforeEach
    void open() {
        lib = new Lib(folder);
        put("jazz/ella/summer.mp3", "Summertime", "Ella", "Porgy & Bess", "1959", "Jazz", 1);
        put("jazz/ella/rain.mp3", "The Rain", "Ella|Louis", "Porgy & Bess", "1959", "Jazz|Vocal", 2);
        put("pop/björk.mp3", "Jóga", "Björk", "Homogenic", "1997", "Pop", 2);
        put("pop/wall.mp3", "Wallflower", "Dylan", "Bootleg", "1971", "Folk", 5);
        files.put("bare.mp3", Lib.tags(TagField.TITLE, "Bare"));
        lib.scan(files);
        lib.engine.rate(track("Jóga"), 5).join();
        lib.engine.rate(track("The Rain"), 3).join();
        lib.engine.favourite(track("Summertime"), true).join();
        lib.engine
                .heard(null, track("Jóga"), Instant.now().minusSeconds(60), Duration.ofMinutes(3))
                .join();
        lib.engine
                .heard(null, track("Wallflower"), Instant.parse("2020-02-03T10:00:00Z"), Duration.ofMinutes(3))
                .join();
    }

    @AfterEach
    void close() {
        lib.close();
    }

    private void put(String path, String title, String artist, String album, String year, String genre, int number) {
        files.put(
                path,
                Lib.tags(
                        TagField.TITLE,
                        title,
                        TagField.ARTIST,
                        artist.replace("|", " & "),
                        TagField.ARTISTS,
                        artist,
                        TagField.ALBUM,
                        album,
                        TagField.DATE,
                        year,
                        TagField.GENRE,
                        genre,
                        TagField.TRACK_NUMBER,
                        "" + number));
    }

    private TrackId track(String title) {
        return lib.tracks().items().stream()
                .filter(each -> each.title().equals(title))
                .map(Track::id)
                .findFirst()
                .orElseThrow();
    }

    private Playlist make(String rules) {
        return lib.engine.create(null, "Smart", SmartRules.parse(rules)).join();
    }

    private List<String> titles(Playlist playlist, int limit) {
        var titles = new ArrayList<String>();
        var request = PageRequest.first(limit);
        while (request != null) {
            var page = lib.engine.entries(playlist.id(), request).join();
            page.items().stream().map(PlaylistEntry::title).forEach(titles::add);
            request = page.next() == null ? null : new PageRequest(limit, page.next());
        }
        return titles;
    }

    @Test
    void rules_find_what_meets_them_whatever_the_size_of_pages() {
        String cases = """
            everything|Bare,Jóga,The Rain,Summertime,Wallflower
            nothing|
            title is JOGA|Jóga
            title contains rain|The Rain
            title begins with "the rain"|The Rain
            title contains wall and not title is wall|Wallflower
            artist is bjork|Jóga
            artist is louis|The Rain
            artist is not ella|Bare,Jóga,Wallflower
            artist is empty|Bare
            album contains porgy and track is 2|The Rain
            album is empty|Bare
            genre is vocal or genre is folk|The Rain,Wallflower
            genre is not jazz|Bare,Jóga,Wallflower
            genre is empty|Bare
            year between 1959 and 1971|The Rain,Summertime,Wallflower
            year < 1960|The Rain,Summertime
            not year < 1960|Bare,Jóga,Wallflower
            year is empty|Bare
            rating >= 3|Jóga,The Rain
            rating is empty|Bare,Summertime,Wallflower
            favourite|Summertime
            not favourite and plays > 0|Jóga,Wallflower
            plays is 0|Bare,The Rain,Summertime
            played in last 2 days|Jóga
            played is 2020-02-03|Wallflower
            played < 2020-02-04|Wallflower
            played > 2020-02-03|Jóga
            played is empty|Bare,The Rain,Summertime
            added in last 1 day|Bare,Jóga,The Rain,Summertime,Wallflower
            added < 2020-01-01|
            duration is 3:00|Bare,Jóga,The Rain,Summertime,Wallflower
            duration > 180|
            format is flac|Bare,Jóga,The Rain,Summertime,Wallflower
            format is mp3|
            source is music|Bare,Jóga,The Rain,Summertime,Wallflower
            folder is jazz|The Rain,Summertime
            folder contains ella|The Rain,Summertime
            folder is empty|Bare
            missing|
            everything order by year desc|Jóga,Wallflower,The Rain,Summertime,Bare
            everything order by artist|Jóga,Wallflower,Summertime,The Rain,Bare
            rating > 0 order by rating desc|Jóga,The Rain
            everything order by year limit 3|The Rain,Summertime,Wallflower
            everything order by played desc limit 2|Jóga,Wallflower
            """;
        for (String line : cases.split("\n")) {
            String[] parts = line.split("\\|", -1);
            var titles = parts[1].isEmpty() ? List.<String>of() : List.of(parts[1].split(","));
            var made = lib.engine.create(null, line, SmartRules.parse(parts[0])).join();
            for (int limit : new int[] {1, 2, 100}) {
                assertEquals(titles, titles(made, limit), parts[0] + ", pages of " + limit);
            }
            assertEquals(titles.size(), made.entries(), line);
            assertEquals(Duration.ofMinutes(3L * titles.size()), made.duration(), line);
        }
    }

    @Test
    void an_order_by_chance_is_the_same_for_the_same_seed_only() {
        for (int i = 0; i < 40; i++) {
            files.put("many/" + i + ".mp3", Lib.tags(TagField.TITLE, "Many " + i));
        }
        lib.scan(files);
        var made = make("everything order by random 7");
        var first = titles(made, 100);
        assertEquals(45, first.size());
        assertEquals(first, titles(made, 3));
        assertFalse(first.equals(first.stream().sorted().toList()));
        lib.engine
                .setRules(made.id(), new SmartRules(made.rules().rule(), TrackOrder.random(8), null))
                .join();
        assertFalse(first.equals(titles(made, 100)));
    }

    @Test
    void what_is_in_it_follows_every_change_and_an_event_tells() {
        var made = make("favourite order by title");
        lib.told.clear();
        lib.engine.favourite(track("Jóga"), true).join();
        assertEquals(List.of("Jóga", "Summertime"), titles(made, 10));
        var event = (PlaylistsChanged) lib.told.get(1);
        assertEquals(List.of(made.id()), event.affected());
        assertEquals(List.of(), event.changed());
        files.remove("pop/björk.mp3");
        lib.scan(files);
        assertEquals(List.of("Summertime"), titles(made, 10));
        var gone = lib.engine.create(null, "Gone", SmartRules.parse("missing")).join();
        assertEquals(List.of("Jóga"), titles(gone, 10));
        lib.engine.setRules(made.id(), SmartRules.parse("plays > 0")).join();
        assertEquals(List.of("Wallflower"), titles(made, 10));
        lib.close();
        lib = new Lib(folder);
        assertEquals(
                "plays > 0",
                lib.engine.list().join().stream()
                        .filter(each -> each.id().equals(made.id()))
                        .findFirst()
                        .orElseThrow()
                        .rules()
                        .toString());
    }

    @Test
    void its_entries_cannot_be_changed_by_hand() {
        var made = make("favourite");
        var refused = assertThrows(
                CompletionException.class,
                () -> lib.engine.add(made.id(), List.of(track("Bare")), null).join());
        assertEquals(LibraryException.SMART_PLAYLIST, ((LibraryException) refused.getCause()).code());
        var plain = lib.engine.create("Plain").join();
        var other = assertThrows(
                CompletionException.class,
                () -> lib.engine.setRules(plain.id(), made.rules()).join());
        assertEquals(LibraryException.SMART_PLAYLIST, ((LibraryException) other.getCause()).code());
    }

    @ParameterizedTest
    @EnumSource(PlaylistFormat.class)
    void it_is_exported_as_what_is_in_it_now(PlaylistFormat format) {
        var made = make("genre is jazz order by title limit 1");
        String text =
                new String(lib.engine.exportFile(made.id(), format, "/music").join(), StandardCharsets.UTF_8);
        assertTrue(text.contains("jazz/ella/rain.mp3"), text);
        assertFalse(text.contains("summer"), text);
    }

    @Test
    void every_field_is_kept_with_every_operator() {
        var rules = new ArrayList<Rule>();
        for (var field : RuleField.values()) {
            for (var operator : RuleOperator.values()) {
                if (operator.suits(field.kind())) {
                    String value =
                            switch (field.kind()) {
                                case TEXT -> "\"x' %_\\";
                                case NUMBER, LENGTH -> "5";
                                case DATE -> operator == RuleOperator.LAST_DAYS ? "5" : "2024-02-29";
                                case YES_NO -> "no";
                            };
                    rules.add(new Rule.Compare(field, operator, Collections.nCopies(operator.operands(), value)));
                }
            }
        }
        var half = rules.size() / 2;
        var all = new SmartRules(
                new Rule.Any(List.of(
                        new Rule.All(rules.subList(0, half)),
                        new Rule.Any(rules.subList(half, rules.size())),
                        new Rule.Not(new Rule.Any(List.of())))),
                new TrackOrder(TrackSort.RANDOM, true, -3),
                17);
        var made = lib.engine.create(null, "Everything", all).join();
        assertEquals(all, made.rules());
        assertEquals(5, titles(made, 2).size());
    }
}
