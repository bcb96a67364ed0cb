package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.Listener;
import org.musicplatform.core.api.library.ListenerId;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Playlist;
import org.musicplatform.core.api.library.PlaylistEntry;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.SmartRules;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.UserDataCounts;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.TagField;

/** What persons told goes out of one library and into another, and away. */
class UserDataTest {

    private static final Instant NOON = Instant.parse("2024-05-06T12:00:00Z");

    @TempDir
    Path folder;

    private Lib lib;
    private Lib other;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        lib = new Lib(Files.createDirectory(folder.resolve("one")));
        other = new Lib(Files.createDirectory(folder.resolve("two")));
        file = folder.resolve("out.jsonl");
    }

    @AfterEach
    void close() {
        lib.close();
        other.close();
    }

    private static Map<String, Map<TagField, List<String>>> files(String in, String... titles) {
        var files = new TreeMap<String, Map<TagField, List<String>>>();
        for (String title : titles) {
            files.put(
                    in + title + ".mp3",
                    Lib.tags(TagField.TITLE, title, TagField.ARTIST, "Ella", TagField.ALBUM, "Songs"));
        }
        return files;
    }

    private static TrackId track(Lib in, String title) {
        return in.tracks().items().stream()
                .filter(each -> each.title().equals(title))
                .map(Track::id)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> titles(Lib in, Playlist playlist) {
        return in.engine.entries(playlist.id(), PageRequest.FIRST).join().items().stream()
                .map(PlaylistEntry::title)
                .toList();
    }

    /** Tells all of a library in one text, by names. */
    private static String all(Lib in) {
        var text = new ArrayList<String>();
        for (Listener listener : in.engine.listeners().join()) {
            text.add("listener " + listener.name());
            in.engine
                    .history(listener.id(), PageRequest.FIRST)
                    .join()
                    .items()
                    .forEach(play -> text.add(
                            play.track().title() + " " + play.started() + " " + play.heard() + " " + play.counted()));
            for (Playlist list : in.engine.list(listener.id()).join()) {
                text.add(list.name() + " " + list.shared() + " " + list.rules() + " " + titles(in, list));
            }
        }
        in.tracks().items().forEach(each -> text.add(each.title() + " " + each.annotation()));
        return String.join("\n", text);
    }

    private ListenerId fill() {
        lib.scan(files("a/", "One", "Two", "Three"));
        var anna = lib.engine.addListener("Anna").join().id();
        lib.engine.rate(track(lib, "One"), 4).join();
        lib.engine.favourite(track(lib, "Two"), true).join();
        lib.engine.rate(anna, track(lib, "One"), 1).join();
        lib.engine.heard(null, track(lib, "One"), NOON, Duration.ofMinutes(3)).join();
        lib.engine
                .heard(null, track(lib, "One"), NOON.plusSeconds(600), Duration.ofSeconds(5))
                .join();
        lib.engine.heard(anna, track(lib, "Three"), NOON, Duration.ofMinutes(3)).join();
        var mine = lib.engine.create("Mine").join();
        lib.engine
                .add(mine.id(), List.of(track(lib, "Two"), track(lib, "One"), track(lib, "Two")), null)
                .join();
        var hers = lib.engine
                .create(anna, "Hers", SmartRules.parse("title contains \"t\" order by title"))
                .join();
        lib.engine.share(hers.id(), true).join();
        return anna;
    }

    @Test
    void all_of_it_comes_back_in_an_empty_library_with_the_same_files_elsewhere_and_only_once() throws IOException {
        fill();
        assertEquals(
                new UserDataCounts(2, 3, 3, 2, 3, 0), lib.engine.exportTo(file).join());
        other.scan(files("other/place/", "Two", "Three", "One"));
        var report = other.engine.importFrom(file).join();
        assertEquals(
                List.of(11L, 0L, 0L, 0L), List.of(report.taken(), report.known(), report.waiting(), report.refused()));
        assertEquals(all(lib), all(other));
        var again = other.engine.importFrom(file).join();
        assertEquals(List.of(0L, 11L, 0L), List.of(again.taken(), again.known(), again.waiting()));
        assertEquals(all(lib), all(other));
        assertEquals(List.of(), other.engine.check().join());
        assertFalse(Files.readString(file).matches("(?s).*\"(id|track_id)\".*"));
    }

    @Test
    void what_is_told_of_tracks_that_are_not_there_waits_and_goes_out_again() throws IOException {
        fill();
        lib.engine.exportTo(file).join();
        var report = other.engine.importFrom(file).join();
        assertEquals(List.of(2L, 9L), List.of(report.taken(), report.waiting()));
        var second = folder.resolve("again.jsonl");
        assertEquals(
                new UserDataCounts(2, 3, 3, 2, 3, 0),
                other.engine.exportTo(second).join());
        other.scan(files("b/", "One", "Two"));
        other.scan(files("b/", "One", "Two", "Three"));
        assertEquals(all(lib), all(other));
        assertEquals(0, other.engine.importFrom(second).join().taken());
        assertEquals(all(lib), all(other));
    }

    private static Lyrics words(String text) {
        var line = new Lyrics.Line(
                Duration.ofMillis(1500), text, List.of(new Lyrics.Word(Duration.ofMillis(1600), "\"" + text)));
        return new Lyrics(Lyrics.USER, "deu", true, List.of(line));
    }

    private static List<Lyrics> lyrics(Lib lib) {
        return lib.engine.lyricsOf(track(lib, "One")).join();
    }

    @Test
    void lyrics_that_a_person_chose_come_along_at_once_or_with_their_track() throws IOException {
        lib.scan(files("a/", "One"));
        lib.engine.putLyrics(track(lib, "One"), words("Donnerwetter"), null).join();
        lib.engine
                .putLyrics(
                        track(lib, "One"),
                        new Lyrics("lrclib", null, false, words("no").lines()),
                        null)
                .join();
        assertEquals(
                new UserDataCounts(1, 0, 0, 0, 0, 0, 1),
                lib.engine.exportTo(file).join());
        assertEquals(1, other.engine.importFrom(file).join().waiting());
        other.scan(files("b/", "One"));
        assertEquals(List.of(words("Donnerwetter")), lyrics(other));
        assertEquals(
                1,
                other.engine
                        .search("donnerwetter", SearchLimits.DEFAULT)
                        .join()
                        .lyrics()
                        .size());
        other.engine.putLyrics(track(other, "One"), words("Later"), null).join();
        assertEquals(1, other.engine.importFrom(file).join().known());
        assertEquals(List.of(words("Later")), lyrics(other));
        assertEquals(List.of(), other.engine.check().join());
        assertEquals(1, other.engine.erase(null).join().lyrics());
        assertEquals(1, other.engine.importFrom(file).join().taken());
        assertEquals(List.of(words("Donnerwetter")), lyrics(other));
    }

    @Test
    void lyrics_that_are_none_are_refused_line_by_line() throws IOException {
        String track = "\"track\":{\"title\":\"One\"}}\n";
        Files.writeString(
                file,
                "{\"type\":\"music-user-data\",\"version\":1}\n"
                        + "{\"type\":\"lyrics\",\"body\":\"[[\\\"a\\\",{}]]\"," + track
                        + "{\"type\":\"lyrics\",\"body\":\"[[\\\"a\\\",1\"," + track
                        + "{\"type\":\"lyrics\",\"body\":\"[]\"," + track
                        + "{\"type\":\"lyrics\"," + track);
        var report = lib.engine.importFrom(file).join();
        assertEquals(4, report.refused(), () -> report.problems().toString());
    }

    @Test
    void nothing_that_is_here_is_lost() throws IOException {
        fill();
        lib.engine.exportTo(file).join();
        other.scan(files("b/", "One", "Two", "Three"));
        other.engine.rate(track(other, "One"), 2).join(); // later than the one in the file
        other.engine.favourite(track(other, "Three"), true).join();
        other.engine
                .heard(null, track(other, "One"), NOON.plusSeconds(9), Duration.ofMinutes(3))
                .join();
        var mine = other.engine.create("Mine").join();
        other.engine
                .add(mine.id(), List.of(track(other, "Three"), track(other, "Two")), null)
                .join();
        other.engine.create(null, "hers", SmartRules.parse("favourite")).join();
        other.engine.importFrom(file).join();
        var one = other.tracks().items().stream().collect(Collectors.toMap(Track::title, Track::annotation));
        assertEquals(2, one.get("One").rating());
        assertEquals(2, one.get("One").plays());
        assertTrue(one.get("Three").favourite() && one.get("Two").favourite());
        assertEquals(List.of("Three", "Two", "One", "Two"), titles(other, mine));
        assertEquals(3, other.engine.history(PageRequest.FIRST).join().items().size());
    }

    @Test
    void a_file_that_is_none_is_refused_and_a_bad_line_is_told() throws IOException {
        for (String text : List.of("", "{}", "[1]", "\u0000", "{\"type\":\"music-user-data\",\"version\":9}")) {
            Files.writeString(file, text);
            assertEquals(LibraryException.BAD_USER_DATA, code(other.engine.importFrom(file)), text);
        }
        Files.write(file, new byte[] {(byte) 0xc3, 0x28});
        assertEquals(LibraryException.BAD_USER_DATA, code(other.engine.importFrom(file)));
        assertEquals(LibraryException.IO, code(other.engine.importFrom(folder.resolve("none"))));
        String track = ",\"track\":{\"title\":\"One\",\"artist\":\"Ella\"}}\n";
        Files.writeString(
                file,
                "{\"type\":\"music-user-data\",\"version\":1}\nnonsense\n{\"type\":\"annotation\",\"rating\":9" + track
                        + "{\"type\":\"entry\"" + track + "{\"type\":\"later\"}\n"
                        + "{\"type\":\"playlist\",\"name\":\"x\",\"rules\":{\"rule\":{\"field\":\"COLOUR\"}}}\n"
                        + "{\"a\":".repeat(1_000) + "\n" + "x".repeat(300_000) + "\n"
                        + "{\"type\":\"annotation\",\"rating\":3,\"changed\":1" + track);
        other.scan(files("b/", "One"));
        var report = other.engine.importFrom(file).join();
        assertEquals(
                List.of(7L, 1L),
                List.of(report.refused(), report.taken()),
                report.problems().toString());
        assertTrue(
                report.problems().get(0).startsWith("Line 2: it is no JSON"),
                report.problems().toString());
        assertEquals(3, other.tracks().items().get(0).annotation().rating());
        assertEquals(LibraryException.FILE_EXISTS, code(other.engine.exportTo(file)));
        assertEquals(LibraryException.IO, code(other.engine.exportTo(folder.resolve("none/out"))));
    }

    private static String code(CompletableFuture<?> future) {
        return ((LibraryException)
                        assertThrows(CompletionException.class, future::join).getCause())
                .code();
    }

    @Test
    void what_one_listener_told_goes_alone_and_then_all() {
        var anna = fill();
        assertEquals(
                new UserDataCounts(1, 1, 1, 1, 0, 0),
                lib.engine.removeListener(anna).join());
        assertEquals(LibraryException.NOT_FOUND, code(lib.engine.rate(anna, track(lib, "One"), 2)));
        assertEquals(1, lib.engine.listeners().join().size());
        assertEquals(4, lib.tracks().items().get(0).annotation().rating());
        lib.engine.forgetSource(lib.source.id());
        var one = lib.engine
                .history(PageRequest.FIRST)
                .join()
                .items()
                .get(0)
                .track()
                .id();
        assertEquals(
                new UserDataCounts(1, 2, 2, 1, 3, 0), lib.engine.erase(null).join());
        assertEquals("listener ", all(lib));
        assertEquals(LibraryException.NOT_FOUND, code(lib.engine.track(one)));
        assertEquals(List.of(), lib.engine.check().join());
    }

    @Test
    void listeners_have_names_of_their_own() {
        var anna = lib.engine.addListener(" Anna ").join();
        assertEquals(new Listener(anna.id(), "Anna"), anna);
        assertEquals(LibraryException.NAME_TAKEN, code(lib.engine.addListener("ANNA")));
        assertThrows(IllegalArgumentException.class, () -> lib.engine.addListener(" "));
        var first = lib.engine.listeners().join().get(0);
        assertEquals("Me", lib.engine.renameListener(first.id(), "Me").join().name());
        assertEquals(LibraryException.NAME_TAKEN, code(lib.engine.renameListener(anna.id(), "me")));
        assertEquals(LibraryException.NOT_FOUND, code(lib.engine.renameListener(new ListenerId(99), "You")));
    }
}
