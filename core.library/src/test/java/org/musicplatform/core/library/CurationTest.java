package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.musicplatform.core.api.metadata.TagField.ALBUM;
import static org.musicplatform.core.api.metadata.TagField.ALBUM_ARTIST;
import static org.musicplatform.core.api.metadata.TagField.ARTIST;
import static org.musicplatform.core.api.metadata.TagField.COMPOSER;
import static org.musicplatform.core.api.metadata.TagField.GENRE;
import static org.musicplatform.core.api.metadata.TagField.TITLE;
import static org.musicplatform.core.api.metadata.TagField.TRACK_NUMBER;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.Decision;
import org.musicplatform.core.api.library.Explanation;
import org.musicplatform.core.api.library.FieldValue.Origin;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.NameOrder;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.track.Overrides;
import org.musicplatform.core.library.writer.WriterThread;

/** What a person corrects by hand: it stays, and can be taken back. */
@Timeout(120)
class CurationTest {

    @TempDir
    Path folder;

    private final Map<String, Map<TagField, List<String>>> files = new HashMap<>();
    private Lib lib;

    @BeforeEach
    void open() {
        lib = new Lib(folder);
        put("a/1.mp3", "One", "Album", 1);
        put("a/2.mp3", "Two", "Album", 2);
        put("b/1.mp3", "Three", "Other", 1);
        lib.scan(files);
    }

    @AfterEach
    void sound() {
        assertEquals(List.of(), lib.engine.check().join());
        lib.close();
    }

    private void put(String path, String title, String album, int number) {
        files.put(path, Lib.tags(TITLE, title, ARTIST, "X", ALBUM, album, TRACK_NUMBER, "" + number));
    }

    private Track now(TrackId id) {
        return lib.engine.track(id).join().track();
    }

    private List<String> titlesOf(Track.AlbumRef album) {
        return lib.engine.tracks(TrackFilter.ALL.withAlbum(album.id()), PageRequest.FIRST).join().items().stream()
                .map(Track::title)
                .toList();
    }

    private void readAgain() {
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, true)) {
            intake.observe(files.keySet().stream().sorted().map(Lib::item).toList());
            for (var task : intake.claim(1_000)) {
                intake.deliver(task, Lib.reading(files.get(task.path())));
            }
            intake.finish(Listing.End.COMPLETE, true);
        }
    }

    private List<String> words(Explanation explanation, Explanation.About about) {
        return explanation.reasons().stream()
                .filter(reason -> reason.about() == about)
                .map(reason -> reason.subject() + ": " + reason.words())
                .toList();
    }

    private static String code(Runnable work) {
        var thrown = assertThrows(CompletionException.class, work::run);
        return ((LibraryException) thrown.getCause()).code();
    }

    @Test
    void an_edit_is_found_stays_when_the_file_is_read_again_or_moves_and_goes_when_taken_back() {
        var id = lib.track("One");
        var edited = lib.engine.edit(id, TITLE, List.of("Uno")).join();
        assertEquals("Uno", edited.track().title());
        assertEquals(List.of("Uno"), lib.found("uno"));
        assertEquals(Origin.USER, field(id, TITLE));
        readAgain();
        assertEquals("Uno", now(id).title());
        files.put("c/new.mp3", files.remove("a/1.mp3"));
        assertEquals(1, lib.scan(files).moved());
        assertEquals("Uno", now(id).title());
        assertEquals("One", lib.engine.revert(id, TITLE).join().track().title());
        assertEquals(Origin.TAG, field(id, TITLE));
        assertEquals(List.of(), lib.found("uno"));
    }

    private Origin field(TrackId id, TagField field) {
        return lib.engine.track(id).join().fields().stream()
                .filter(value -> value.field() == field)
                .findFirst()
                .orElseThrow()
                .origin();
    }

    @Test
    void an_edited_album_moves_the_track_and_a_bad_value_is_refused() {
        var id = lib.track("One");
        lib.engine.edit(id, ALBUM, List.of("Other")).join();
        assertEquals("Other", now(id).album().title());
        assertEquals(List.of("Two"), titlesOf(now(lib.track("Two")).album()));
        assertThrows(IllegalArgumentException.class, () -> lib.engine.edit(id, TRACK_NUMBER, List.of("two")));
        assertThrows(IllegalArgumentException.class, () -> lib.engine.edit(id, TITLE, List.of(" ")));
        assertEquals(
                "not-found",
                code(() -> lib.engine.edit(new TrackId(99), TITLE, List.of("x")).join()));
        lib.engine.edit(id, ARTIST, List.of()).join();
        assertEquals(null, now(id).artist());
    }

    @Test
    void merged_tracks_have_all_that_was_said_and_come_back_as_they_were() {
        var one = lib.track("One");
        var three = lib.track("Three");
        lib.engine.rate(three, 4).join();
        lib.engine.favourite(one, true).join();
        lib.engine.notePlay(three, Instant.ofEpochSecond(1), Duration.ofMinutes(3));
        var playlist = lib.engine.create("Mine").join().id();
        lib.engine.add(playlist, List.of(three, one), null).join();

        var decision = lib.engine.mergeTracks(List.of(one, three)).join();
        assertEquals(List.of(one.toString()), decision.results());
        var said = now(one).annotation();
        assertEquals(List.of(4, 1), List.of(said.rating(), said.plays()));
        assertTrue(said.favourite());
        assertEquals(List.of(one, one), entries(playlist));
        assertEquals(2, lib.engine.track(one).join().files().size());
        assertEquals("not-found", code(() -> lib.engine.track(three).join()));
        readAgain();
        assertEquals(2, lib.tracks().items().size());
        assertTrue(words(lib.engine.explain(one).join(), Explanation.About.FILE)
                .contains("b/1.mp3: A person put it there."));

        assertEquals(List.of(), lib.engine.undo(decision.id()).join());
        assertEquals(List.of(three, one), entries(playlist));
        assertEquals("Three", now(three).title());
        assertEquals(4, now(three).annotation().rating());
        assertEquals(1, now(three).annotation().plays());
        assertEquals(0, now(one).annotation().rating());
        assertEquals("nothing-to-do", code(() -> lib.engine.undo(decision.id()).join()));
    }

    private List<TrackId> entries(org.musicplatform.core.api.library.PlaylistId playlist) {
        return lib.engine.entries(playlist, PageRequest.FIRST).join().items().stream()
                .map(entry -> entry.track())
                .toList();
    }

    @Test
    void what_was_erased_does_not_come_back_when_a_merge_is_taken_back() {
        var one = lib.track("One");
        var three = lib.track("Three");
        lib.engine.rate(three, 4).join();
        lib.engine.edit(three, TITLE, List.of("Drei")).join();
        var decision = lib.engine.mergeTracks(List.of(one, three)).join();
        lib.engine.erase(null).join();
        assertEquals(List.of(), lib.engine.undo(decision.id()).join());
        assertEquals(0, now(three).annotation().rating());
        assertEquals("Three", now(three).title());
    }

    @Test
    void a_track_that_is_called_otherwise_is_the_same_when_its_file_is_in_another_source_now() {
        var id = lib.track("One");
        lib.engine.edit(id, TITLE, List.of("Uno")).join();
        lib.engine.rate(id, 5).join();
        var other = lib.engine.addSource("local", "/other", "Other");
        var tags = files.remove("a/1.mp3");
        try (var intake = lib.engine.begin(other.id(), IntakeKind.FULL, false)) {
            intake.observe(List.of(Lib.item("x/other name.mp3", 222)));
            intake.claim(1).forEach(task -> intake.deliver(task, Lib.reading(tags)));
            intake.finish(Listing.End.COMPLETE, false);
        }
        lib.scan(files);
        assertEquals(3, lib.tracks().items().size());
        assertEquals(5, now(lib.track("Uno")).annotation().rating());
    }

    @Test
    void undoing_a_merge_tells_what_is_gone_since() {
        var one = lib.track("One");
        var three = lib.track("Three");
        var decision = lib.engine.mergeTracks(List.of(one, three)).join();
        files.remove("b/1.mp3");
        lib.scan(files);
        lib.engine.purge(Duration.ZERO, false).join();
        var left = lib.engine.undo(decision.id()).join();
        assertEquals(List.of(three + " (Three) did not come back: its files are gone."), left);
    }

    @Test
    void a_file_that_was_split_off_stays_a_track_of_its_own() {
        var one = lib.track("One");
        lib.engine.mergeTracks(List.of(one, lib.track("Three"))).join();
        var file = lib.engine.track(one).join().files().stream()
                .filter(each -> each.path().equals("b/1.mp3"))
                .map(TrackFile::id)
                .findFirst()
                .orElseThrow();
        var decision = lib.engine.splitFile(file).join();
        var made = TrackId.parse(decision.results().get(0));
        readAgain();
        assertEquals("Three", now(made).title());
        assertEquals("One", now(one).title());
        assertEquals("nothing-to-do", code(() -> lib.engine.splitFile(file).join()));
        assertEquals(List.of(), lib.engine.undo(decision.id()).join());
        assertEquals(2, lib.engine.track(one).join().files().size());
    }

    @Test
    void merged_albums_stay_one_and_come_back() {
        var album = now(lib.track("One")).album();
        var other = now(lib.track("Three")).album();
        var decision = lib.engine.mergeAlbums(List.of(album.id(), other.id())).join();
        readAgain();
        assertEquals(1, lib.albums().size());
        assertEquals(3, lib.albums().get(0).tracks());
        assertEquals("A person made several albums one.", lib.albums().get(0).reason());
        assertTrue(words(lib.engine.explain(album.id()).join(), Explanation.About.DECISION)
                .get(0)
                .startsWith(decision.id() + ": " + other.id() + " became " + album.id() + " (Album)."));
        lib.engine.purge(Duration.ZERO, false).join(); // removes the row of the other album
        assertEquals(List.of(), lib.engine.undo(decision.id()).join());
        assertEquals(List.of("Three"), titlesOf(other));
        assertEquals(2, lib.albums().size());
    }

    @Test
    void a_track_of_another_album_artist_that_comes_later_is_on_the_merged_album_too() {
        files.put("d/1.mp3", of("Four", "Live", "Ann", 1));
        files.put("e/1.mp3", of("Five", "Live", "Ben", 1));
        files.put("f/1.mp3", of("Six", "Alive", null, 1));
        lib.scan(files);
        var ann = now(lib.track("Four")).album();
        var ben = now(lib.track("Five")).album();
        var alive = now(lib.track("Six")).album();
        var decision =
                lib.engine.mergeAlbums(List.of(ann.id(), ben.id(), alive.id())).join();
        lib.engine.purge(Duration.ZERO, false).join();
        files.put("e/2.mp3", of("Seven", "Live", "Ben", 2));
        files.put("f/2.mp3", of("Eight", "Alive", null, 2));
        files.put("g/2.mp3", of("Nine", "Live", "Cid", 2));
        lib.scan(files);
        assertEquals(Set.of("Four", "Five", "Six", "Seven", "Eight"), Set.copyOf(titlesOf(ann)));
        assertEquals(List.of("Nine"), titlesOf(now(lib.track("Nine")).album()));
        readAgain();
        assertEquals(5, titlesOf(ann).size());

        // and on the one that this one is made a part of
        var other = now(lib.track("Three")).album();
        var second = lib.engine.mergeAlbums(List.of(other.id(), ann.id())).join();
        files.put("e/3.mp3", of("Ten", "Live", "Ben", 3));
        lib.scan(files);
        assertEquals(7, titlesOf(other).size());

        assertEquals(List.of(), lib.engine.undo(second.id()).join());
        assertEquals(List.of("Three"), titlesOf(other));
        assertEquals(6, titlesOf(ann).size());
        assertEquals(List.of(), lib.engine.undo(decision.id()).join());
        assertEquals(List.of("Four"), titlesOf(ann));
        assertEquals(List.of("Five", "Seven", "Ten"), titlesOf(ben));
        assertEquals(List.of("Six", "Eight"), titlesOf(alive));
    }

    private static Map<TagField, List<String>> of(String title, String album, String albumArtist, int number) {
        var tags = Lib.tags(TITLE, title, ARTIST, "X", ALBUM, album, TRACK_NUMBER, "" + number);
        if (albumArtist != null) {
            tags.put(ALBUM_ARTIST, List.of(albumArtist));
        }
        return tags;
    }

    @Test
    void all_that_is_counted_is_as_before_when_a_merge_is_taken_back() {
        files.put("c/1.mp3", Lib.tags(TITLE, "Four", ARTIST, "Y|Z", ALBUM, "Third", GENRE, "Jazz|Rock"));
        files.put("d/1.mp3", Lib.tags(TITLE, "Five", ARTIST, "Z", ALBUM, "Third", GENRE, "Rock"));
        lib.scan(files);
        var playlist = lib.engine.create("Mine").join().id();
        lib.engine
                .add(playlist, List.of(lib.track("Four"), lib.track("One"), lib.track("Four")), null)
                .join();
        lib.engine
                .heard(null, lib.track("Four"), Instant.ofEpochSecond(5), Duration.ofMinutes(3))
                .join();
        lib.engine
                .heard(null, lib.track("One"), Instant.ofEpochSecond(6), Duration.ofMinutes(3))
                .join();
        var before = counted();
        var decision = lib.engine
                .mergeTracks(List.of(lib.track("One"), lib.track("Four"), lib.track("Three")))
                .join();
        assertNotEquals(before, counted());
        assertEquals(List.of(), lib.engine.check().join());
        assertEquals(List.of(), lib.engine.undo(decision.id()).join());
        assertEquals(before, counted());
        assertEquals(List.of(), lib.engine.check().join());
    }

    /** All that has counters, and what is counted of tracks. */
    private List<Object> counted() {
        return List.of(
                lib.engine.counts().join(),
                lib.albums(),
                lib.engine.artists(PageRequest.FIRST).join(),
                lib.engine.genres(NameOrder.BY_NAME, PageRequest.FIRST).join(),
                lib.engine.folders(null, PageRequest.FIRST).join(),
                lib.engine.list().join().stream()
                        .map(list -> List.of(list.entries(), list.duration(), list.waiting()))
                        .toList(),
                lib.tracks().items().stream()
                        .map(track -> List.of(track.title(), track.annotation()))
                        .toList());
    }

    @Test
    void purging_removes_artists_and_genres_that_nothing_has_any_more() {
        files.put("c/1.mp3", Lib.tags(TITLE, "Four", ARTIST, "Gone", COMPOSER, "Too", GENRE, "Jazz", ALBUM, "Third"));
        lib.scan(files);
        files.remove("c/1.mp3");
        lib.scan(files);
        var purged = lib.engine.purge(Duration.ZERO, false).join();
        assertEquals(List.of(1, 1, 2, 1), List.of(purged.tracks(), purged.albums(), purged.artists(), purged.genres()));
        assertEquals(0, lib.engine.purge(Duration.ZERO, false).join().artists(), "those that have something stay");
        files.put("c/1.mp3", Lib.tags(TITLE, "Four", ARTIST, "Gone", GENRE, "Jazz"));
        lib.scan(files);
        assertEquals(2, lib.engine.artists(PageRequest.FIRST).join().items().size());
        assertEquals(
                1,
                lib.engine.search("gone", SearchLimits.DEFAULT).join().artists().size());
    }

    @Test
    void a_value_that_a_service_told_names_the_service() throws Exception {
        var id = lib.track("One");
        lib.close();
        var connections = new Connections(folder.resolve("library.db"));
        var writer = new WriterThread(connections, connections.writing(), Clock.systemUTC(), event -> {}, List.of());
        writer.start();
        writer.run(writing -> {
            Overrides.put(writing, id.value(), GENRE, List.of("Told"), "musicbrainz");
            Overrides.put(writing, id.value(), COMPOSER, List.of("Told"), null);
            return writing.sql().update("UPDATE override SET changed = 0");
        });
        writer.close(() -> {});
        lib = new Lib(folder);
        readAgain();
        var fields = words(lib.engine.explain(id).join(), Explanation.About.FIELD);
        assertTrue(fields.contains("GENRE: \"Told\" was told by musicbrainz."), fields::toString);
        assertTrue(
                fields.contains("COMPOSER: \"Told\" was told by a service on 1970-01-01T00:00:00Z."), fields::toString);
    }

    @Test
    void an_album_that_was_split_off_stays_one_and_goes_back() {
        var one = lib.track("One");
        var album = now(one).album();
        var decision = lib.engine.splitAlbum(List.of(one)).join();
        assertEquals(Decision.Kind.SPLIT_ALBUM, decision.kind());
        readAgain();
        assertNotEquals(album.id(), now(one).album().id());
        assertEquals(3, lib.albums().size());
        assertEquals(
                "nothing-to-do", code(() -> lib.engine.splitAlbum(List.of(one)).join()));
        assertEquals(List.of(), lib.engine.undo(decision.id()).join());
        assertEquals(List.of("One", "Two"), titlesOf(album));
        assertEquals(
                List.of(decision.id()),
                lib.engine.decisions(PageRequest.FIRST).join().items().stream()
                        .map(Decision::id)
                        .toList());
    }

    @Test
    void purging_keeps_what_something_was_said_of_unless_told_otherwise() {
        lib.engine.rate(lib.track("Three"), 5).join();
        files.remove("b/1.mp3");
        files.remove("a/2.mp3");
        lib.scan(files);
        assertEquals(0, lib.engine.purge(Duration.ofDays(1), true).join().files());
        var purged = lib.engine.purge(Duration.ZERO, false).join();
        assertEquals(List.of(1, 1, 1), List.of(purged.files(), purged.tracks(), purged.kept()));
        put("c/3.mp3", "Three", "Other", 1);
        lib.scan(files);
        assertEquals(5, now(lib.track("Three")).annotation().rating());
        var list = lib.engine.create("List").join();
        lib.engine.add(list.id(), List.of(lib.track("Three")), null).join();
        files.remove("c/3.mp3");
        lib.scan(files);
        var all = lib.engine.purge(Duration.ZERO, true).join();
        assertEquals(List.of(1, 1, 2), List.of(all.tracks(), all.albums(), all.folders()));
        assertEquals(1, lib.engine.list().join().get(0).waiting());
    }

    @Test
    void a_track_tells_why_it_is_as_it_is() {
        var one = lib.track("One");
        lib.engine.edit(one, TITLE, List.of("Uno")).join();
        var explanation = lib.engine.explain(one).join();
        assertEquals(
                List.of("a/1.mp3: It was the first file of the track."), words(explanation, Explanation.About.FILE));
        assertTrue(words(explanation, Explanation.About.ALBUM).get(0).startsWith("al"));
        var fields = words(explanation, Explanation.About.FIELD);
        assertTrue(fields.get(0).startsWith("TITLE: \"Uno\" was entered by a person"), fields.get(0));
        assertTrue(fields.contains("ALBUM: \"Album\" is in the tags of a/1.mp3."));
    }
}
