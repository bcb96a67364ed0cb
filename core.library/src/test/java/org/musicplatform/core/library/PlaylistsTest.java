package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
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
import org.musicplatform.core.api.library.PlaylistEntryId;
import org.musicplatform.core.api.library.PlaylistFormat;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.source.spi.Listing;

class PlaylistsTest {

    @TempDir
    Path folder;

    private Lib lib;
    private final Map<String, Map<TagField, List<String>>> files = new TreeMap<>();

    @BeforeEach
    void open() {
        lib = new Lib(folder);
        for (String title : List.of("One", "Two", "Three")) {
            files.put(
                    "a/" + title + ".mp3",
                    Lib.tags(TagField.TITLE, title, TagField.ARTIST, "Ella", TagField.ALBUM, "B"));
        }
        lib.scan(files);
    }

    @AfterEach
    void close() {
        lib.close();
    }

    private TrackId track(String title) {
        return lib.tracks().items().stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Playlist playlist(String... titles) {
        var made = lib.engine.create("Mine").join();
        var tracks = List.of(titles).stream().map(this::track).toList();
        lib.engine.add(made.id(), tracks, null).join();
        return made;
    }

    private List<PlaylistEntry> entries(Playlist playlist) {
        return lib.engine
                .entries(playlist.id(), PageRequest.first(1_000))
                .join()
                .items();
    }

    private List<String> titles(Playlist playlist) {
        return entries(playlist).stream().map(PlaylistEntry::title).toList();
    }

    private static LibraryException failure(CompletableFuture<?> future) {
        return (LibraryException)
                assertThrows(CompletionException.class, future::join).getCause();
    }

    @Test
    void a_track_may_be_in_a_playlist_several_times_and_goes_where_it_is_put() {
        var mine = playlist("One", "Two", "One");
        var entries = entries(mine);
        lib.engine
                .add(
                        mine.id(),
                        List.of(track("Three"), track("Two")),
                        entries.get(1).id())
                .join();
        assertEquals(List.of("One", "Three", "Two", "Two", "One"), titles(mine));
        lib.engine.move(mine.id(), entries.get(2).id(), entries.get(0).id()).join();
        assertEquals(List.of("One", "One", "Three", "Two", "Two"), titles(mine));
        assertEquals(
                1, lib.engine.remove(mine.id(), List.of(entries.get(0).id())).join());
        assertEquals(
                0, lib.engine.remove(mine.id(), List.of(entries.get(0).id())).join());
        assertEquals(List.of("One", "Three", "Two", "Two"), titles(mine));
        var now = lib.engine.list().join().get(0);
        assertEquals(4, now.entries());
        assertEquals(Duration.ofSeconds(4 * 180), now.duration());
    }

    @Test
    void moves_by_the_thousand_keep_the_order_that_a_list_in_memory_has() {
        var mine = playlist("One", "Two", "Three", "One", "Two");
        var expected =
                new ArrayList<>(entries(mine).stream().map(PlaylistEntry::id).toList());
        var random = new Random(5);
        for (int i = 0; i < 200; i++) { // always to the same place: its gap is used up many times
            int from = random.nextInt(expected.size());
            var entry = expected.remove(from);
            var before = i % 3 == 0 ? null : expected.get(1);
            expected.add(before == null ? expected.size() : 1, entry);
            lib.engine.move(mine.id(), entry, before).join();
        }
        assertEquals(expected, entries(mine).stream().map(PlaylistEntry::id).toList());
    }

    @Test
    void pages_go_on_where_the_last_one_ended() {
        var mine = playlist("One", "Two", "Three");
        var first = lib.engine.entries(mine.id(), PageRequest.first(2)).join();
        var second =
                lib.engine.entries(mine.id(), new PageRequest(2, first.next())).join();
        assertEquals(
                List.of("Three"),
                second.items().stream().map(PlaylistEntry::title).toList());
        var other = lib.engine.create("Other").join();
        assertEquals(
                LibraryException.BAD_CURSOR,
                failure(lib.engine.entries(other.id(), new PageRequest(2, first.next())))
                        .code());
    }

    @Test
    void names_are_unique_whatever_their_case() {
        var mine = playlist("One");
        assertEquals(
                LibraryException.NAME_TAKEN,
                failure(lib.engine.create(" MINE ")).code());
        var other = lib.engine.create("Other").join();
        assertEquals(
                LibraryException.NAME_TAKEN,
                failure(lib.engine.rename(other.id(), "mine")).code());
        assertEquals("mine!", lib.engine.rename(mine.id(), "mine!").join().name());
        assertThrows(IllegalArgumentException.class, () -> lib.engine.create("  "));
        lib.engine.delete(other.id()).join();
        assertEquals(
                LibraryException.NOT_FOUND,
                failure(lib.engine.delete(other.id())).code());
        assertEquals(
                LibraryException.NOT_FOUND,
                failure(lib.engine.move(mine.id(), new PlaylistEntryId(99), null))
                        .code());
    }

    @Test
    void an_entry_outlives_its_source_and_is_bound_again_when_that_returns() {
        var mine = playlist("Two", "One");
        lib.engine.forgetSource(lib.source.id());
        assertEquals(List.of("Two", "One"), titles(mine));
        assertFalse(entries(mine).get(0).present());
        lib.close();
        lib = new Lib(folder);
        lib.scan(files);
        assertEquals(List.of("Two", "One"), titles(mine));
        assertTrue(entries(mine).get(0).present());
        assertEquals(track("Two"), entries(mine).get(0).track());
    }

    @Test
    void a_deleted_playlist_keeps_no_track_that_nothing_else_needs() {
        var mine = playlist("Two");
        lib.engine.forgetSource(lib.source.id());
        var two = entries(mine).get(0).track();
        lib.engine.delete(mine.id()).join();
        assertEquals(LibraryException.NOT_FOUND, failure(lib.engine.track(two)).code());
    }

    @ParameterizedTest
    @EnumSource(PlaylistFormat.class)
    void what_is_exported_is_found_again_when_it_is_imported(PlaylistFormat format) {
        files.put("a/ü # %20.mp3", Lib.tags(TagField.TITLE, "Ünder & <over>", TagField.ARTIST, "A - B"));
        lib.scan(files);
        var mine = playlist("Two", "Ünder & <over>", "Two");
        for (String in : new String[] {"/music/lists", "/music", null}) {
            byte[] file = lib.engine.exportFile(mine.id(), format, in).join();
            String text = new String(file, StandardCharsets.UTF_8);
            assertEquals("/music".equals(in), !text.contains("/music/a/Two.mp3"), text);
            var back = lib.engine
                    .importFile("From " + in, file, in == null ? "/elsewhere" : in)
                    .join();
            assertEquals(3, back.matched(), text);
            assertEquals(
                    entries(mine).stream().map(PlaylistEntry::track).toList(),
                    entries(back.playlist()).stream().map(PlaylistEntry::track).toList());
        }
    }

    @Test
    void what_an_imported_file_names_waits_until_it_is_there() {
        byte[] m3u = "#EXTM3U\n#EXTINF:180,Ella - Four\n..\\music\\a\\Four.mp3\nhttp://radio.example/live\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        var made = lib.engine.importFile("Later", m3u, "/lists").join();
        assertEquals(0, made.matched());
        assertEquals(2, made.waiting());
        assertEquals(List.of("Four", "live"), titles(made.playlist()));
        files.put("a/Four.mp3", Lib.tags(TagField.TITLE, "Renamed meanwhile"));
        lib.scan(files);
        assertEquals(List.of("Renamed meanwhile", "live"), titles(made.playlist()));
        assertEquals(
                "http://radio.example/live", entries(made.playlist()).get(1).location());
    }

    @Test
    void what_is_no_playlist_is_refused_and_nothing_is_made() {
        for (String text :
                List.of("\u0000\u0001binary", "<html><body/></html>", "<playlist><track>", "[playlist]x\0")) {
            var refused = failure(lib.engine.importFile("Bad", text.getBytes(StandardCharsets.UTF_8), "/"));
            assertEquals(LibraryException.BAD_PLAYLIST, refused.code(), text);
        }
        String bomb = "<!DOCTYPE p [<!ENTITY a \"" + "x".repeat(1000) + "\"><!ENTITY b \"" + "&a;".repeat(1000)
                + "\">]><playlist><trackList><track><title>&b;</title></track></trackList></playlist>";
        assertEquals(
                LibraryException.BAD_PLAYLIST,
                failure(lib.engine.importFile("Bomb", bomb.getBytes(StandardCharsets.UTF_8), "/"))
                        .code());
        assertEquals(List.of(), lib.engine.list().join());
        assertEquals(
                Collections.emptyList(),
                entries(lib.engine.importFile("Empty", new byte[0], "/").join().playlist()));
    }

    private Playlist read(String name, byte[] content, String folder) {
        return lib.engine.importFile(name, content, folder).join().playlist();
    }

    private void assertCounts(Playlist playlist, int entries, int waiting, Duration duration) {
        var now = lib.engine.list().join().stream()
                .filter(each -> each.id().equals(playlist.id()))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(entries, waiting, duration), List.of(now.entries(), now.waiting(), now.duration()));
        assertEquals(
                List.of(),
                lib.engine.check().join().stream()
                        .filter(each -> each.startsWith("The playlist"))
                        .toList());
    }

    @Test
    void counts_follow_entries_tracks_and_their_lengths() {
        var mine = playlist("One", "Two", "One");
        assertCounts(mine, 3, 0, Duration.ofMinutes(9));
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, true)) {
            intake.observe(files.keySet().stream().map(Lib::item).toList());
            for (var task : intake.claim(100)) {
                var reading = Lib.reading(files.get(task.path()));
                var longer = new AudioProperties("FLAC", "FLAC", Duration.ofSeconds(60), false, 900, 44_100, 2, 16);
                intake.deliver(
                        task,
                        task.path().endsWith("One.mp3")
                                ? new TagReading(longer, reading.tags(), List.of(), List.of(), "test")
                                : reading);
            }
            intake.finish(Listing.End.COMPLETE, false);
        }
        assertCounts(mine, 3, 0, Duration.ofMinutes(5));
        var entries = entries(mine);
        lib.engine.remove(mine.id(), List.of(entries.get(1).id())).join();
        assertCounts(mine, 2, 0, Duration.ofMinutes(2));
        lib.engine.forgetSource(lib.source.id());
        assertCounts(mine, 2, 0, Duration.ofMinutes(2));
        byte[] m3u = "#EXTM3U\n#EXTINF:30,Ella - Nine\n/music/a/Nine.mp3\n".getBytes(StandardCharsets.UTF_8);
        var waiting = read("Waits", m3u, "/");
        assertCounts(waiting, 1, 1, Duration.ofSeconds(30));
        lib.close();
        lib = new Lib(folder);
        files.put("a/Nine.mp3", Lib.tags(TagField.TITLE, "Nine"));
        lib.scan(files);
        assertCounts(waiting, 1, 0, Duration.ofMinutes(3));
    }

    @Test
    void changes_are_told_once_for_each_commit() {
        lib.told.clear();
        var mine = playlist("One", "Two");
        lib.engine.delete(mine.id()).join();
        var told = lib.told.stream().map(PlaylistsChanged.class::cast).toList();
        assertEquals(
                List.of(List.of(mine.id()), List.of(mine.id()), List.of()),
                told.stream().map(PlaylistsChanged::changed).toList());
        assertEquals(List.of(mine.id()), told.get(2).removed());
    }

    @Test
    void a_file_is_read_whatever_its_encoding_and_however_it_names_its_entries() {
        files.put("Björk/Jóga ½.mp3", Lib.tags(TagField.TITLE, "Jóga", TagField.ARTIST, "Björk"));
        lib.scan(files);
        var joga = List.of(track("Jóga"));
        String m3u = "#EXTM3U\r\n#EXTINF:-1,x\r\n..\\Björk\\Jóga ½.mp3\r\n";
        var encodings = List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                Charset.forName("windows-1252"));
        for (Charset encoding : encodings) {
            var made = read(encoding.name(), m3u.getBytes(encoding), "/music/lists");
            assertEquals(joga, entries(made).stream().map(PlaylistEntry::track).toList(), encoding.name());
        }
        var marked = read("Marked", ("\uFEFF" + m3u).getBytes(StandardCharsets.UTF_8), "/music/lists");
        assertEquals(joga, entries(marked).stream().map(PlaylistEntry::track).toList());
        var shouted = read("Case", "/MUSIC/bjÖrk/JÓGA ½.MP3\n".getBytes(StandardCharsets.UTF_8), "/");
        assertEquals(joga, entries(shouted).stream().map(PlaylistEntry::track).toList());
        String uri = "[playlist]\nFile1=file:///music/Bj%C3%B6rk/J%C3%B3ga%20%C2%BD.mp3\nNumberOfEntries=1\n";
        var pls = read("URI", uri.getBytes(StandardCharsets.UTF_8), "/");
        assertEquals(joga, entries(pls).stream().map(PlaylistEntry::track).toList());
    }

    @Test
    void an_entry_is_found_by_its_recording_now_and_later() {
        String one = "11111111-2222-3333-4444-555555555555";
        String two = "AAAAAAAA-2222-3333-4444-555555555555";
        files.put("a/Known.mp3", Lib.tags(TagField.TITLE, "Known", TagField.MUSICBRAINZ_RECORDING_ID, one));
        lib.scan(files);
        String xspf = "<playlist xmlns='http://xspf.org/ns/0/'><trackList>"
                + "<track><identifier>http://musicbrainz.org/recording/" + one + "</identifier></track>"
                + "<track><identifier>https://musicbrainz.org/recording/" + two + "</identifier>"
                + "<title>Other</title></track></trackList></playlist>";
        var made = read("Ids", xspf.getBytes(StandardCharsets.UTF_8), "/");
        assertEquals(track("Known"), entries(made).get(0).track());
        assertNull(entries(made).get(1).track());
        files.put(
                "b/new.mp3",
                Lib.tags(TagField.TITLE, "Renamed", TagField.MUSICBRAINZ_RECORDING_ID, two.toLowerCase(Locale.ROOT)));
        lib.scan(files);
        assertEquals(track("Renamed"), entries(made).get(1).track());
        var out = new String(
                lib.engine.exportFile(made.id(), PlaylistFormat.XSPF, null).join(), StandardCharsets.UTF_8);
        assertTrue(out.contains("http://musicbrainz.org/recording/" + one), out);
    }

    @Test
    void thousands_that_wait_cost_a_scan_next_to_nothing() {
        var m3u = new StringBuilder("#EXTM3U\n");
        for (int i = 0; i < 10_000; i++) {
            m3u.append("#EXTINF:180,Nobody ").append(i).append(" - Song ").append(i);
            m3u.append("\n/elsewhere/").append(i).append(".mp3\n");
        }
        var made = read("Much", m3u.toString().getBytes(StandardCharsets.UTF_8), "/");
        assertEquals(10_000, made.waiting());
        files.put("late.mp3", Lib.tags(TagField.TITLE, "Song 9999", TagField.ARTIST, "Nobody 9999"));
        lib.scan(files);
        assertCounts(made, 10_000, 9_999, Duration.ofMinutes(30_000));
        assertTimeout(Duration.ofSeconds(2), () -> lib.scan(files)); // nothing came: nothing is looked for
    }

    @Test
    void what_others_share_is_seen_and_the_rest_is_not() {
        var anna = lib.engine.addListener("Anna").join();
        var hers = lib.engine.create(anna.id(), "Mine", null).join();
        var own = lib.engine.create("Mine").join();
        assertEquals(List.of(own), lib.engine.list().join());
        assertEquals(List.of(hers), lib.engine.list(anna.id()).join());
        var shared = lib.engine.share(hers.id(), true).join();
        assertTrue(shared.shared());
        assertEquals(2, lib.engine.list().join().size());
    }
}
