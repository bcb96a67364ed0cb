package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.musicplatform.core.api.metadata.TagField.ALBUM;
import static org.musicplatform.core.api.metadata.TagField.ARTIST;
import static org.musicplatform.core.api.metadata.TagField.TITLE;
import static org.musicplatform.core.api.metadata.TagField.TRACK_NUMBER;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.ingest.Intake;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.source.spi.Listing;

/** A better file replaces a worse one or comes beside it, and the track stays the same. */
@Timeout(120)
class SeveralFilesTest {

    @TempDir
    Path folder;

    private Lib lib;

    @BeforeEach
    void open() {
        lib = new Lib(folder);
    }

    @AfterEach
    void sound() {
        assertEquals(List.of(), lib.engine.check().join());
        lib.close();
    }

    private record Stored(String path, Integer bits, int millis, String title, String number) {

        TagReading reading() {
            var properties = new AudioProperties(
                    "x", bits == null ? "MP3" : "FLAC", Duration.ofMillis(millis), false, 900, 44_100, 2, bits);
            var tags = Lib.tags(TITLE, title, ARTIST, "X", ALBUM, "L", TRACK_NUMBER, number);
            return new TagReading(properties, new Tags(tags, Map.of()), List.of(), List.of(), "test");
        }
    }

    private static Stored mp3(String path) {
        return new Stored(path, null, 180_000, "T", "1");
    }

    private static Stored flac(String path) {
        return new Stored(path, 16, 180_026, "T", "1");
    }

    private final Stored stays = new Stored("a/stays.mp3", null, 60_000, "Stays", "9");

    private void scan(Stored... files) {
        var all = Stream.concat(Stream.of(stays), Stream.of(files)).toList();
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(all.stream().map(file -> Lib.item(file.path())).toList());
            read(intake, all);
            intake.finish(Listing.End.COMPLETE, false);
        }
    }

    private static void read(Intake intake, List<Stored> all) {
        for (var task : intake.claim(1_000)) {
            all.stream()
                    .filter(file -> file.path().equals(task.path()))
                    .forEach(file -> intake.deliver(task, file.reading()));
        }
    }

    private List<TrackId> tracks() {
        return lib.tracks().items().stream()
                .filter(track -> !track.title().equals("Stays"))
                .map(Track::id)
                .toList();
    }

    private List<String> filesOf(TrackId track) {
        return lib.engine.track(track).join().files().stream()
                .map(file -> file.path())
                .toList();
    }

    private TrackId rated(Stored file) {
        scan(file);
        var track = tracks().get(0);
        lib.engine.rate(track, 5).join();
        return track;
    }

    @Test
    void a_better_one_in_its_place_is_the_same_track() {
        var track = rated(mp3("a/t.mp3"));
        scan(flac("b/t.flac"));
        assertEquals(List.of(track), tracks());
        assertEquals(5, lib.engine.track(track).join().track().annotation().rating());
    }

    @Test
    void one_of_another_format_beside_it_is_a_file_of_the_same_track_and_the_best_comes_first() {
        var track = rated(mp3("a/t.mp3"));
        scan(mp3("a/t.mp3"), flac("a/01 - T.flac"));
        assertEquals(List.of(track), tracks());
        assertEquals(List.of("a/01 - T.flac", "a/t.mp3"), filesOf(track));
        scan(mp3("a/t.mp3"));
        assertEquals(List.of("a/t.mp3", "a/01 - T.flac"), filesOf(track));
        scan(flac("a/01 - T.flac"));
        assertEquals(List.of("a/01 - T.flac", "a/t.mp3"), filesOf(track));
        assertEquals(5, lib.engine.track(track).join().track().annotation().rating());
    }

    @Test
    void two_that_come_at_once_are_one_track() {
        scan(mp3("a/t.mp3"), flac("a/t.flac"));
        assertEquals(1, tracks().size());
    }

    @Test
    void two_that_are_read_after_the_listing_ended_as_of_a_drive_are_one_track() {
        var files = List.of(mp3("a/t.mp3"), flac("a/t.flac"));
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(files.stream().map(file -> Lib.item(file.path())).toList());
            intake.finish(Listing.End.COMPLETE, false);
        }
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.CHANGES, false)) {
            read(intake, files);
        }
        assertEquals(1, tracks().size());
    }

    @Test
    void one_of_the_same_format_or_another_number_or_length_is_another_track() {
        scan(
                mp3("a/t.mp3"),
                mp3("a/t (1).mp3"),
                new Stored("a/t.flac", 16, 190_000, "T", "1"),
                new Stored("a/u.ogg", null, 180_000, "T", "2"));
        assertEquals(4, tracks().size());
    }

    @Test
    void what_a_person_split_is_not_joined_again() {
        scan(mp3("a/t.mp3"), flac("a/t.flac"));
        var file = lib.engine.track(tracks().get(0)).join().files().get(0);
        lib.engine.splitFile(file.id()).join();
        scan(mp3("a/t.mp3"), flac("a/t.flac"), new Stored("a/t.ogg", null, 180_000, "T", "1"));
        assertEquals(
                List.of(List.of("a/t.flac"), List.of("a/t.mp3", "a/t.ogg")),
                tracks().stream()
                        .map(track -> filesOf(track).stream().sorted().toList())
                        .sorted(Comparator.comparing(List::size))
                        .toList());
    }
}
