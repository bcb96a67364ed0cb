package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.musicplatform.core.api.metadata.TagField.TITLE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LookUp;
import org.musicplatform.core.api.library.LyricsStore;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.source.spi.Listing;

/** Lyrics that services and persons give: which are the best, what search knows, and whom to ask when. */
class LyricsStoreTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock();
    private Lib lib;
    private TrackId rain;
    private TrackId snow;

    @BeforeEach
    void open() {
        lib = new Lib(folder, clock);
        scan(100, words(Lyrics.EMBEDDED, "in the file"));
        rain = lib.track("Rain");
        snow = lib.track("Snow");
    }

    @AfterEach
    void close() {
        lib.close();
    }

    private void scan(long size, Lyrics... ofRain) {
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(List.of(Lib.item("rain.flac", size), Lib.item("snow.flac")));
            for (var task : intake.claim(10)) {
                boolean isRain = task.path().equals("rain.flac");
                intake.deliver(
                        task,
                        isRain ? Lib.reading(Lib.tags(TITLE, "Rain"), ofRain) : Lib.reading(Lib.tags(TITLE, "Snow")));
            }
            intake.finish(Listing.End.COMPLETE, false);
        }
    }

    private static Lyrics words(String origin, String... lines) {
        var all = List.of(lines).stream()
                .map(line -> new Lyrics.Line(null, line, List.of()))
                .toList();
        return new Lyrics(origin, "eng", false, all);
    }

    private static Lyrics timed(String origin, String line) {
        return new Lyrics(origin, null, true, List.of(new Lyrics.Line(Duration.ofSeconds(1), line, List.of())));
    }

    private void put(TrackId track, Lyrics lyrics) {
        lib.engine.putLyrics(track, lyrics, null).join();
    }

    private List<TrackId> found(String text) {
        return lib.engine.search(text, SearchLimits.DEFAULT).join().lyrics().stream()
                .map(match -> match.track().id())
                .toList();
    }

    private List<TrackId> wanting() {
        return lib.engine.wantingLyrics("lrclib", PageRequest.FIRST).join().items();
    }

    private void assertSound() {
        assertEquals(List.of(), lib.engine.check().join());
    }

    @Test
    void a_persons_lyrics_are_the_best_and_stay_when_the_file_gets_others() {
        put(rain, timed("lrclib", "of a service"));
        put(rain, words(Lyrics.USER, "chosen by me", "second line"));
        var kept = lib.engine.lyricsOf(rain).join();
        assertEquals(
                List.of(Lyrics.USER, Lyrics.EMBEDDED, "lrclib"),
                kept.stream().map(Lyrics::origin).toList());
        assertEquals(words(Lyrics.USER, "chosen by me", "second line"), kept.get(0));
        scan(101, words(Lyrics.EMBEDDED, "changed in the file"));
        scan(102);
        var details = lib.engine.track(rain).join();
        assertEquals(words(Lyrics.USER, "chosen by me", "second line"), details.lyrics());
        assertEquals(2, lib.engine.lyricsOf(rain).join().size());
        assertSound();
    }

    @Test
    void search_finds_the_words_of_the_best_lyrics_and_no_others_any_more() {
        assertEquals(List.of(rain), found("file"));
        put(rain, words(Lyrics.USER, "thunder and lightning"));
        assertEquals(List.of(rain), found("thunder"));
        assertEquals(List.of(), found("file"));
        put(snow, words("lrclib", "white flakes"));
        assertEquals(List.of(snow), found("flakes"));
        assertSound();
        assertTrue(lib.engine.forgetLyrics(rain, Lyrics.USER).join());
        assertFalse(lib.engine.forgetLyrics(rain, Lyrics.USER).join());
        assertEquals(List.of(), found("thunder"));
        assertEquals(List.of(rain), found("file"));
        assertTrue(lib.engine.forgetLyrics(snow, "lrclib").join());
        assertEquals(List.of(), found("flakes"));
        assertNull(lib.engine.track(snow).join().lyrics());
        assertSound();
    }

    @Test
    void a_service_that_found_nothing_is_asked_again_when_its_time_has_come() {
        assertEquals(List.of(snow), wanting());
        var asked = clock.instant();
        lib.engine.noLyrics(snow, "lrclib", WEEK).join();
        assertEquals(List.of(), wanting());
        assertEquals(
                List.of(new LookUp("lrclib", false, asked, asked.plus(WEEK), null)),
                lib.engine.lyricsLookUps(snow).join());
        assertEquals(
                List.of(snow),
                lib.engine.wantingLyrics("another", PageRequest.FIRST).join().items());
        clock.pass(WEEK.minusMillis(1));
        assertEquals(List.of(), wanting());
        clock.pass(Duration.ofMillis(1));
        assertEquals(List.of(snow), wanting());
        lib.engine.noLyrics(snow, "lrclib", null).join();
        clock.pass(Duration.ofDays(10_000));
        assertEquals(List.of(), wanting());
        assertSound();
    }

    @Test
    void a_service_with_plain_words_can_be_asked_again_for_better_ones_unless_somebody_else_had_them() {
        lib.engine.putLyrics(snow, words("lrclib", "plain"), WEEK).join();
        assertEquals(List.of(), wanting());
        clock.pass(WEEK);
        assertEquals(List.of(snow), wanting());
        lib.engine.noLyrics(snow, "lrclib", WEEK).join();
        assertEquals(
                "plain", lib.engine.lyricsOf(snow).join().get(0).lines().get(0).text());
        clock.pass(WEEK);
        put(snow, words(Lyrics.USER, "mine"));
        assertEquals(List.of(), wanting());
    }

    @Test
    void what_lacks_lyrics_comes_page_by_page() {
        var files = new TreeMap<String, Map<TagField, List<String>>>();
        for (int i = 0; i < 7; i++) {
            files.put("more/" + i + ".flac", Lib.tags(TITLE, "More " + i));
        }
        lib.scan(files);
        var all = new ArrayList<TrackId>();
        String next = null;
        do {
            var page =
                    lib.engine.wantingLyrics("lrclib", new PageRequest(3, next)).join();
            all.addAll(page.items());
            next = page.next();
        } while (next != null);
        assertEquals(8, all.size()); // with Snow, whose absence is held for a decision
        assertTrue(all.contains(snow) && !all.contains(rain), all::toString);
        assertEquals(all.stream().sorted().distinct().toList(), all);
        var strange = lib.engine
                .wantingLyrics("lrclib", new PageRequest(3, null))
                .join()
                .next();
        var refused = assertThrows(CompletionException.class, () -> lib.engine
                .wantingLyrics("another", new PageRequest(3, strange))
                .join());
        assertEquals(LibraryException.BAD_CURSOR, ((LibraryException) refused.getCause()).code());
    }

    @Test
    void a_track_whose_files_are_gone_is_kept_for_a_persons_lyrics_and_has_them_when_it_returns() {
        put(snow, words(Lyrics.USER, "mine"));
        lib.engine.forgetSource(lib.source.id());
        assertEquals(
                "mine", lib.engine.lyricsOf(snow).join().get(0).lines().get(0).text());
        assertThrows(CompletionException.class, () -> lib.engine.lyricsOf(rain).join());
        assertSound();
        lib.engine.erase(null).join();
        assertThrows(CompletionException.class, () -> lib.engine.lyricsOf(snow).join());
        assertEquals(List.of(), found("mine"));
        assertSound();
    }

    @Test
    void tracks_that_are_made_one_have_the_lyrics_of_both_and_get_their_own_back() {
        put(snow, words(Lyrics.USER, "mine of snow"));
        put(snow, words("lrclib", "of a service"));
        put(rain, words("lrclib", "of the same service"));
        var before = lib.engine.lyricsOf(snow).join();
        var ofRain = lib.engine.lyricsOf(rain).join();
        var decision = lib.engine.mergeTracks(List.of(rain, snow)).join();
        assertEquals(
                List.of("mine of snow", "in the file", "of the same service"),
                lib.engine.lyricsOf(rain).join().stream()
                        .map(each -> each.lines().get(0).text())
                        .toList());
        assertEquals(List.of(rain), found("snow"));
        assertSound();
        assertEquals(List.of(), lib.engine.undo(decision.id()).join());
        assertEquals(before, lib.engine.lyricsOf(snow).join());
        assertEquals(ofRain, lib.engine.lyricsOf(rain).join());
        assertEquals(List.of(snow), found("snow"));
        assertSound();
    }

    @Test
    void tracks_that_are_made_one_and_both_have_lyrics_of_a_person_get_their_own_back() {
        put(snow, words(Lyrics.USER, "mine of snow"));
        put(rain, words(Lyrics.USER, "mine of rain"));
        var decision = lib.engine.mergeTracks(List.of(rain, snow)).join();
        assertThrows(CompletionException.class, () -> lib.engine.track(snow).join());
        assertEquals(List.of(rain), found("mine"));
        assertEquals(List.of(), found("snow"));
        assertSound();
        assertEquals(List.of(), lib.engine.undo(decision.id()).join());
        assertEquals(List.of(snow), found("snow"));
        assertEquals(List.of(rain), found("mine rain"));
        assertSound();
    }

    @Test
    void what_is_no_lyrics_is_refused_in_words() {
        for (Lyrics wrong : List.of(
                words(Lyrics.EMBEDDED, "words"),
                words(" ", "words"),
                words("x".repeat(101), "words"),
                words("lrclib"),
                words("lrclib", " ", ""),
                words("lrclib", "x".repeat(LyricsStore.MAX_CHARACTERS + 1)))) {
            assertThrows(IllegalArgumentException.class, () -> lib.engine.putLyrics(rain, wrong, null));
        }
        assertThrows(IllegalArgumentException.class, () -> lib.engine.noLyrics(rain, Lyrics.USER, null));
        var failure = assertThrows(CompletionException.class, () -> put(new TrackId(999), words("lrclib", "a")));
        assertTrue(failure.getMessage().contains("track t999"), failure::getMessage);
    }

    @Test
    void a_library_that_was_opened_again_has_them() {
        put(rain, timed("lrclib", "of a service"));
        put(rain, words(Lyrics.USER, "mine"));
        var before = lib.engine.lyricsOf(rain).join();
        lib.close();
        lib = new Lib(folder, clock);
        assertEquals(before, lib.engine.lyricsOf(rain).join());
    }
}
