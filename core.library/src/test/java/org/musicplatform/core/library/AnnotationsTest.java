package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.Annotation;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.source.spi.Listing;

/** What a person said of tracks, and that nothing takes it away. */
class AnnotationsTest {

    private static final Map<TagField, List<String>> RAIN =
            Lib.tags(TagField.TITLE, "Rain", TagField.ARTIST, "Ella", TagField.ALBUM, "Weather");

    @TempDir
    Path folder;

    private Lib lib;

    @BeforeEach
    void open() {
        lib = new Lib(folder);
        lib.scan(Map.of("rain.mp3", RAIN, "snow.mp3", Lib.tags(TagField.TITLE, "Snow")));
    }

    @AfterEach
    void close() {
        lib.close();
    }

    private Track track(String title) {
        return lib.tracks().items().stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private List<String> titles(Boolean favourite, Integer rating) {
        var filter = TrackFilter.ALL.withFavourite(favourite).withMinRating(rating);
        return lib.engine.tracks(filter, PageRequest.FIRST).join().items().stream()
                .map(Track::title)
                .toList();
    }

    @Test
    void a_rating_and_a_favourite_are_kept_apart_and_can_be_taken_back() {
        var rain = track("Rain").id();
        assertEquals(new Annotation(4, false, 0, null), lib.engine.rate(rain, 4).join());
        assertEquals(
                new Annotation(4, true, 0, null),
                lib.engine.favourite(rain, true).join());
        assertEquals(new Annotation(4, true, 0, null), track("Rain").annotation());
        assertEquals(Annotation.NONE, track("Snow").annotation());
        assertEquals(new Annotation(0, true, 0, null), lib.engine.rate(rain, 0).join());
        assertEquals(
                new Annotation(0, false, 0, null),
                lib.engine.favourite(rain, false).join());
        assertEquals(List.of("Rain", "Snow"), titles(false, null));
    }

    @Test
    void lists_hold_favourites_or_what_is_rated_well_enough() {
        lib.engine.favourite(track("Snow").id(), true).join();
        lib.engine.rate(track("Rain").id(), 3).join();
        assertEquals(List.of("Snow"), titles(true, null));
        assertEquals(List.of("Rain"), titles(false, null));
        assertEquals(List.of("Rain"), titles(null, 3));
        assertEquals(List.of(), titles(null, 4));
    }

    @Test
    void what_was_said_is_told_as_a_change_and_outlives_the_process() {
        lib.events.clear();
        var rain = track("Rain").id();
        lib.engine.rate(rain, 5).join();
        assertEquals(List.of(rain), lib.events.get(0).updated());
        lib.close();
        lib = new Lib(folder);
        assertEquals(5, track("Rain").annotation().rating());
    }

    @Test
    void a_source_that_is_forgotten_and_added_again_finds_what_was_said() {
        lib.engine.rate(track("Rain").id(), 5).join();
        lib.engine.forgetSource(lib.source.id());
        assertEquals(List.of(), lib.tracks().items());
        lib.close();
        lib = new Lib(folder); // adds the source anew
        lib.scan(Map.of("elsewhere/rain.flac", RAIN));
        assertEquals(5, track("Rain").annotation().rating());
        assertEquals(1, lib.tracks().items().size());
    }

    @Test
    void a_folder_that_is_absorbed_by_the_one_above_keeps_what_was_said_in_either() {
        var outer = lib.engine.addSource("local", "/", "All");
        try (var intake = lib.engine.begin(outer.id(), IntakeKind.FULL, false)) {
            intake.observe(List.of(Lib.item("music/rain.mp3")));
            intake.deliver(intake.claim(1).get(0), Lib.reading(RAIN));
            intake.finish(Listing.End.COMPLETE, false);
        }
        var twins = lib.tracks().items().stream()
                .filter(each -> each.title().equals("Rain"))
                .map(Track::id)
                .toList();
        assertEquals(2, twins.size());
        lib.engine.rate(twins.get(1), 4).join();
        lib.engine.absorbSource(lib.source.id(), outer.id(), "music/", "music");
        assertEquals(twins.get(0), track("Rain").id());
        assertEquals(4, track("Rain").annotation().rating());
        assertEquals(2, lib.tracks().items().size());
    }

    @Test
    void half_of_a_track_counts_as_played_and_less_is_only_noted() {
        var rain = track("Rain").id(); // three minutes long
        lib.engine.notePlay(rain, Instant.ofEpochSecond(100), Duration.ofSeconds(89));
        lib.engine.notePlay(rain, Instant.ofEpochSecond(300), Duration.ofSeconds(90));
        lib.engine.notePlay(track("Snow").id(), Instant.ofEpochSecond(200), Duration.ofMinutes(9));
        lib.engine.notePlay(new TrackId(99), Instant.ofEpochSecond(400), Duration.ofMinutes(9));
        lib.engine.rate(rain, 2).join(); // behind them in the queue
        assertEquals(
                new Annotation(2, false, 1, Instant.ofEpochSecond(300)),
                track("Rain").annotation());
        var first = lib.engine.history(PageRequest.first(2)).join();
        var second = lib.engine.history(new PageRequest(2, first.next())).join();
        assertEquals(
                List.of("Rain true", "Snow true", "Rain false"),
                Stream.of(first, second)
                        .flatMap(page -> page.items().stream())
                        .map(play -> play.track().title() + " " + play.counted())
                        .toList());
        assertNull(second.next());
    }

    @Test
    void the_log_outlives_the_source_and_goes_with_the_track() {
        lib.engine.notePlay(track("Rain").id(), Instant.ofEpochSecond(300), Duration.ofMinutes(3));
        lib.engine.forgetSource(lib.source.id());
        assertEquals(1, lib.engine.history(PageRequest.FIRST).join().items().size());
        lib.close();
        lib = new Lib(folder);
        lib.scan(Map.of("again/rain.mp3", RAIN));
        assertEquals(1, track("Rain").annotation().plays());
    }

    @Test
    void what_cannot_be_rated_is_refused() {
        var rain = track("Rain").id();
        assertThrows(IllegalArgumentException.class, () -> lib.engine.rate(rain, 6));
        var unknown = assertThrows(
                CompletionException.class,
                () -> lib.engine.rate(new TrackId(99), 1).join());
        assertEquals(LibraryException.NOT_FOUND, ((LibraryException) unknown.getCause()).code());
    }
}
