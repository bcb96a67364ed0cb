package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.musicplatform.core.api.metadata.TagField.ALBUM;
import static org.musicplatform.core.api.metadata.TagField.ARTIST;
import static org.musicplatform.core.api.metadata.TagField.TITLE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.ArtworkKind;
import org.musicplatform.core.api.library.ArtworkSource;
import org.musicplatform.core.api.library.ArtworkStore;
import org.musicplatform.core.api.library.ArtworkSubject;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LookUp;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.StoredArtwork;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.library.artwork.PictureFiles;
import org.musicplatform.core.library.artwork.UnusedPictures;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.Sql;

/** Pictures as files with rows: one file for the same bytes, nothing lost, nothing left over. */
class ArtworkStoreTest {

    private static final ArtworkSource BY_PERSON = ArtworkSource.user(ArtworkKind.FRONT);
    private static final ArtworkSource BY_SERVICE = ArtworkSource.service(ArtworkKind.FRONT, "coverartarchive", null);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration LONG = Duration.ofDays(ArtworkStore.UNUSED_DAYS);

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock();
    private Lib lib;
    private Track rain;
    private Track snow;
    private ArtworkSubject album;

    @BeforeEach
    void open() {
        lib = new Lib(folder, clock);
        lib.scan(Map.of(
                "w/rain.flac", Lib.tags(TITLE, "Rain", ARTIST, "Ella", ALBUM, "Weather"),
                "w/snow.flac", Lib.tags(TITLE, "Snow", ARTIST, "Ella", ALBUM, "Weather")));
        rain = lib.tracks().items().get(0);
        snow = lib.tracks().items().get(1);
        album = ArtworkSubject.of(rain.album().id());
    }

    @AfterEach
    void close() {
        lib.close();
    }

    private void again() {
        lib.close();
        lib = new Lib(folder, clock);
    }

    private static byte[] picture(int number) {
        return Lib.picture(number, 40);
    }

    private StoredArtwork put(ArtworkSubject of, ArtworkSource from, int number) {
        return lib.engine.putArtwork(of, from, picture(number)).join();
    }

    private Path file(StoredArtwork picture) {
        return folder.resolve("library.db.artwork")
                .resolve(picture.hash().substring(0, 2))
                .resolve(picture.hash());
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> all = Files.walk(folder.resolve("library.db.artwork"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private List<String> origins(ArtworkSubject of) {
        return lib.engine.artworkOf(of).join().stream()
                .map(picture -> picture.use().origin())
                .toList();
    }

    private List<String> check() {
        return lib.engine.check().join();
    }

    private static String code(CompletableFuture<?> failing) {
        var failure = assertThrows(CompletionException.class, failing::join);
        return ((LibraryException) failure.getCause()).code();
    }

    @Test
    void a_picture_is_kept_with_its_facts_and_read_again_after_the_library_was_closed() throws Exception {
        var stored = put(album, BY_SERVICE, 1);
        assertEquals("image/png", stored.mediaType());
        assertEquals(300, stored.width());
        assertEquals(200, stored.height());
        assertEquals(40, stored.size());
        assertEquals(new StoredArtwork.Use(ArtworkKind.FRONT, "coverartarchive", true), stored.use());
        again();
        assertEquals(List.of(stored), lib.engine.artworkOf(album).join());
        assertArrayEquals(picture(1), lib.engine.readArtwork(stored.hash()).join());
        assertArrayEquals(picture(1), Files.readAllBytes(file(stored)));
        assertEquals(List.of(), check());
    }

    @Test
    void the_same_bytes_are_one_file_whatever_they_are_of() throws Exception {
        var subjects = List.of(
                album,
                ArtworkSubject.of(rain.id()),
                ArtworkSubject.parse("ar1"),
                ArtworkSubject.of(lib.engine.create("Evening").join().id()));
        var stored = subjects.stream().map(of -> put(of, BY_PERSON, 1)).toList();
        assertEquals(1, files().size());
        assertEquals(1, stored.stream().map(StoredArtwork::hash).distinct().count());
        for (ArtworkSubject of : subjects) {
            assertEquals(
                    stored.get(0).hash(), lib.engine.artworkOf(of).join().get(0).hash());
        }
        assertEquals(List.of(), check());
    }

    @Test
    void many_who_put_the_same_at_once_all_succeed() throws Exception {
        var puts = Stream.iterate(0, i -> i + 1)
                .limit(40)
                .map(i -> lib.engine.putArtwork(
                        i % 2 == 0 ? album : ArtworkSubject.of(rain.id()), BY_SERVICE, picture(1)))
                .toList();
        puts.forEach(CompletableFuture::join);
        assertEquals(1, files().size());
        assertEquals(List.of(), check());
    }

    @Test
    void what_a_person_chose_comes_before_files_folders_and_services() {
        var track = ArtworkSubject.of(rain.id());
        put(album, BY_SERVICE, 1);
        put(album, new ArtworkSource(ArtworkKind.FRONT, StoredArtwork.FOLDER, "v1", null), 2);
        put(track, new ArtworkSource(ArtworkKind.FRONT, StoredArtwork.EMBEDDED, "v1", null), 3);
        put(album, new ArtworkSource(ArtworkKind.BACK, StoredArtwork.USER, null, null), 4);
        assertEquals(List.of("embedded", "folder", "coverartarchive", "user"), origins(track));
        put(album, BY_PERSON, 5);
        assertEquals("user", origins(track).get(0));
        assertEquals(List.of("user", "folder", "coverartarchive", "user"), origins(album));
        var details = lib.engine.track(rain.id()).join(); // all of a track in one call
        assertEquals(5, details.artwork().size());
        assertEquals(ArtworkKind.BACK, details.artwork().get(4).use().kind());
    }

    @Test
    void one_call_tells_track_album_artists_lyrics_and_pictures() {
        var words = new Lyrics(Lyrics.USER, null, false, List.of(new Lyrics.Line(null, "mine", List.of())));
        lib.engine.putLyrics(rain.id(), words, null).join();
        var stored = put(album, BY_PERSON, 1);
        var details = lib.engine.track(rain.id()).join();
        assertEquals("Rain", details.track().title());
        assertEquals("Weather", details.track().album().title());
        assertEquals("Ella", details.artists().get(0).name());
        assertEquals(words, details.lyrics());
        assertEquals(List.of(stored), details.artwork());
        assertEquals(1, details.files().size());
    }

    @Test
    void clients_are_told_which_tracks_have_another_cover() {
        lib.events.clear();
        put(album, BY_PERSON, 1);
        assertEquals(
                List.of(rain.id(), snow.id()),
                lib.events.get(0).updated().stream().sorted().toList());
        lib.events.clear();
        put(album, new ArtworkSource(ArtworkKind.FRONT, StoredArtwork.FOLDER, "v1", null), 2);
        assertEquals(List.of(), lib.events); // a copy changes nothing
    }

    @Test
    void what_is_no_picture_is_refused_in_words_and_leaves_nothing() {
        assertEquals(
                LibraryException.BAD_ARTWORK,
                code(lib.engine.putArtwork(
                        album, BY_PERSON, "<html>not found</html>".getBytes(StandardCharsets.US_ASCII))));
        assertEquals(LibraryException.BAD_ARTWORK, code(lib.engine.putArtwork(album, BY_PERSON, new byte[0])));
        var huge = new byte[ArtworkStore.MAX_BYTES + 1];
        System.arraycopy(picture(1), 0, huge, 0, 40);
        assertEquals(LibraryException.BAD_ARTWORK, code(lib.engine.putArtwork(album, BY_PERSON, huge)));
        assertEquals(
                LibraryException.NOT_FOUND,
                code(lib.engine.putArtwork(ArtworkSubject.parse("al999"), BY_PERSON, picture(1))));
        assertEquals(LibraryException.NOT_FOUND, code(lib.engine.readArtwork("ab".repeat(32))));
        assertThrows(IllegalArgumentException.class, () -> lib.engine.readArtwork("../../library.db"));
        assertFalse(Files.exists(folder.resolve("library.db.artwork")));
    }

    @Test
    void a_service_that_found_nothing_is_asked_again_when_its_time_has_come() {
        var from = ArtworkSource.service(ArtworkKind.FRONT, "coverartarchive", WEEK);
        assertEquals(List.of(album), wanting());
        lib.engine.noArtwork(album, from).join();
        assertEquals(List.of(), wanting());
        assertEquals(
                List.of(new LookUp(
                        "coverartarchive",
                        false,
                        clock.instant(),
                        clock.instant().plus(WEEK),
                        null)),
                lib.engine.artworkLookUps(album, ArtworkKind.FRONT).join());
        assertEquals(List.of(), lib.engine.artworkOf(album).join());
        clock.pass(WEEK);
        assertEquals(List.of(album), wanting());
        lib.engine.putArtwork(album, from, picture(1)).join();
        assertEquals(List.of(), wanting());
        clock.pass(WEEK);
        assertEquals(List.of(album), wanting());
        lib.engine.noArtwork(album, from).join(); // it has none any more: ours stays
        assertEquals(List.of("coverartarchive"), origins(album));
        clock.pass(WEEK);
        put(album, BY_PERSON, 2);
        assertEquals(List.of(), wanting());
    }

    private List<ArtworkSubject> wanting() {
        return lib.engine
                .wantingArtwork(ArtworkSubject.Type.ALBUM, ArtworkKind.FRONT, "coverartarchive", PageRequest.FIRST)
                .join()
                .items();
    }

    @Test
    void a_picture_that_nothing_has_any_more_goes_after_a_while_and_one_that_something_has_stays() throws Exception {
        var shared = put(album, BY_SERVICE, 1);
        put(ArtworkSubject.of(rain.id()), BY_SERVICE, 1);
        var alone = put(album, BY_PERSON, 2);
        assertTrue(lib.engine
                .forgetArtwork(album, ArtworkKind.FRONT, "coverartarchive")
                .join());
        assertTrue(lib.engine
                .forgetArtwork(album, ArtworkKind.FRONT, StoredArtwork.USER)
                .join());
        assertFalse(lib.engine
                .forgetArtwork(album, ArtworkKind.FRONT, StoredArtwork.USER)
                .join());
        maintain();
        assertTrue(unused(alone) && !unused(shared));
        assertArrayEquals(picture(2), lib.engine.readArtwork(alone.hash()).join());
        clock.pass(LONG.minusSeconds(1));
        put(album, BY_PERSON, 2); // it is wanted again: its time begins anew
        maintain();
        assertFalse(unused(alone));
        lib.engine.forgetArtwork(album, ArtworkKind.FRONT, StoredArtwork.USER).join();
        maintain();
        clock.pass(LONG);
        maintain();
        assertFalse(Files.exists(file(alone)));
        assertTrue(Files.exists(file(shared)));
        assertEquals(LibraryException.NOT_FOUND, code(lib.engine.readArtwork(alone.hash())));
        assertEquals(List.of(), check());
    }

    /** Does what maintenance does while nothing is to be written. */
    private void maintain() throws Exception {
        lib.close();
        var database = folder.resolve("library.db");
        try (var sql = new Connections(database).writing()) {
            var chore = new UnusedPictures(clock, new PictureFiles(database));
            chore.begin();
            boolean more = true;
            while (more) {
                more = chore.slice(sql);
            }
        }
        lib = new Lib(folder, clock);
    }

    private boolean unused(StoredArtwork picture) throws Exception {
        try (var sql = new Connections(folder.resolve("library.db")).reading()) {
            return sql.number(
                            "SELECT count(*) FROM artwork WHERE unused IS NOT NULL AND lower(hex(sha256)) = ?",
                            picture.hash())
                    > 0;
        }
    }

    @Test
    void a_crash_between_file_and_row_leaves_a_file_that_is_put_aside_and_taken_back_when_it_is_put_again()
            throws Exception {
        var stored = put(album, BY_PERSON, 1);
        lib.close();
        withSql("DELETE FROM artwork_use", "DELETE FROM artwork"); // as if the commit had not come
        Path part = file(stored).resolveSibling(stored.hash() + ".x.part");
        Files.write(part, new byte[] {1});
        lib = new Lib(folder, clock);
        assertEquals(List.of(), check());
        assertFalse(Files.exists(file(stored)));
        assertFalse(Files.exists(part));
        assertEquals(1, files().size());
        assertEquals(stored, put(album, BY_PERSON, 1));
        assertArrayEquals(picture(1), lib.engine.readArtwork(stored.hash()).join());
        assertEquals(List.of(file(stored)), files());
        assertEquals(List.of(), check());
    }

    @Test
    void what_was_put_aside_goes_at_last() throws Exception {
        put(album, BY_PERSON, 1);
        lib.close();
        withSql("DELETE FROM artwork_use", "DELETE FROM artwork");
        lib = new Lib(folder, clock);
        check();
        clock.pass(LONG.minusSeconds(1));
        check();
        assertEquals(1, files().size());
        clock.pass(Duration.ofSeconds(2));
        check();
        assertEquals(List.of(), files());
    }

    private void withSql(String... statements) throws Exception {
        try (Sql sql = new Connections(folder.resolve("library.db")).writing()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    @Test
    void a_file_that_is_gone_or_damaged_is_told_and_can_be_put_again() throws Exception {
        var chosen = put(album, BY_PERSON, 1);
        var found = put(album, BY_SERVICE, 2);
        Files.delete(file(found));
        var damaged = Files.readAllBytes(file(chosen));
        damaged[39]++;
        Files.write(file(chosen), damaged);
        assertEquals(LibraryException.ARTWORK_GONE, code(lib.engine.readArtwork(chosen.hash())));
        var told = check();
        assertEquals(2, told.size(), told::toString);
        assertTrue(told.get(0).contains("chosen for " + album) && told.get(0).contains("--set"), told::toString);
        assertTrue(told.get(1).contains("A picture is gone"), told::toString);
        assertEquals(List.of(album), wantingAfter()); // the service is asked again
        put(album, BY_PERSON, 1);
        put(album, BY_SERVICE, 2);
        assertArrayEquals(picture(1), lib.engine.readArtwork(chosen.hash()).join());
        assertArrayEquals(picture(2), lib.engine.readArtwork(found.hash()).join());
        assertEquals(List.of(), check());
    }

    /** What wants a picture once all is written that was queued, were it not for what a person chose. */
    private List<ArtworkSubject> wantingAfter() {
        lib.engine.forgetArtwork(album, ArtworkKind.FRONT, StoredArtwork.USER).join();
        return wanting();
    }

    @Test
    void a_persons_cover_follows_the_tracks_to_the_album_that_other_tags_make_of_theirs() {
        var stored = put(album, BY_PERSON, 1);
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(List.of(Lib.item("w/rain.flac", 101), Lib.item("w/snow.flac", 101)));
            for (var task : intake.claim(10)) {
                String title = task.path().contains("rain") ? "Rain" : "Snow";
                intake.deliver(
                        task, Lib.reading(Lib.tags(TITLE, title, ARTIST, "Ella", ALBUM, "All the Weather There Is")));
            }
            intake.finish(Listing.End.COMPLETE, false);
        }
        AlbumId now = lib.engine.track(rain.id()).join().track().album().id();
        assertEquals("All the Weather There Is", lib.engine.album(now).join().title());
        assertEquals(
                List.of(stored), lib.engine.artworkOf(ArtworkSubject.of(now)).join());
    }

    @Test
    void tracks_that_are_made_one_have_the_pictures_of_both_and_get_their_own_back() {
        var ofSnow = put(ArtworkSubject.of(snow.id()), BY_PERSON, 1);
        put(ArtworkSubject.of(rain.id()), BY_SERVICE, 2);
        var decision = lib.engine.mergeTracks(List.of(rain.id(), snow.id())).join();
        assertEquals(List.of("user", "coverartarchive"), origins(ArtworkSubject.of(rain.id())));
        lib.engine.undo(decision.id()).join();
        assertEquals(List.of("coverartarchive"), origins(ArtworkSubject.of(rain.id())));
        assertEquals(
                List.of(ofSnow),
                lib.engine.artworkOf(ArtworkSubject.of(snow.id())).join());
        assertEquals(List.of(), check());
    }

    @Test
    void what_goes_takes_its_pictures_along_and_erasing_takes_those_of_persons() throws Exception {
        var playlist = lib.engine.create("Evening").join();
        put(ArtworkSubject.of(playlist.id()), BY_PERSON, 1);
        put(album, BY_PERSON, 2);
        put(album, BY_SERVICE, 3);
        lib.engine.delete(playlist.id()).join();
        lib.engine.erase(null).join();
        assertEquals(List.of("coverartarchive"), origins(album));
        try (var sql = new Connections(folder.resolve("library.db")).reading()) {
            assertEquals(1, sql.number("SELECT count(*) FROM artwork_use"));
        }
        assertEquals(List.of(), check());
    }
}
