package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.musicplatform.core.api.metadata.TagField.ALBUM;
import static org.musicplatform.core.api.metadata.TagField.ARTIST;
import static org.musicplatform.core.api.metadata.TagField.TITLE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.ArtworkKind;
import org.musicplatform.core.api.library.ArtworkSource;
import org.musicplatform.core.api.library.ArtworkStore;
import org.musicplatform.core.api.library.ArtworkSubject;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.StoredArtwork;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.library.artwork.BackupPictures;
import org.musicplatform.core.library.artwork.PictureFiles;
import org.musicplatform.core.library.database.Backup;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.ReaderPool;
import org.musicplatform.core.library.database.Sql;

/** A backup is whole: what cannot be read from the music again is in its one file, and comes back out of it. */
@Timeout(60)
class BackupPicturesTest {

    private static final ArtworkSource BY_PERSON = ArtworkSource.user(ArtworkKind.FRONT);
    private static final ArtworkSource BY_SERVICE = ArtworkSource.service(ArtworkKind.FRONT, "coverartarchive", null);
    private static final ArtworkSource IN_FILE =
            new ArtworkSource(ArtworkKind.FRONT, StoredArtwork.EMBEDDED, "v1", null);

    @TempDir
    Path folder;

    private final Map<String, Map<TagField, List<String>>> music = new HashMap<>();
    private Path home;
    private Path backup;
    private Lib lib;
    private TrackId rain;
    private TrackId snow;
    private ArtworkSubject album;

    @BeforeEach
    void open() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        backup = folder.resolve("backup.db");
        lib = new Lib(home);
        music.put("w/rain.flac", Lib.tags(TITLE, "Rain", ARTIST, "Ella", ALBUM, "Weather"));
        music.put("w/snow.flac", Lib.tags(TITLE, "Snow", ARTIST, "Ella", ALBUM, "Weather"));
        lib.scan(music);
        rain = lib.tracks().items().get(0).id();
        snow = lib.tracks().items().get(1).id();
        album = ArtworkSubject.of(lib.albums().get(0).id());
    }

    @AfterEach
    void close() {
        lib.close();
    }

    private StoredArtwork put(ArtworkSubject of, ArtworkSource from, int number) {
        return lib.engine.putArtwork(of, from, Lib.picture(number, 10_000)).join();
    }

    private byte[] read(StoredArtwork picture) {
        return lib.engine.readArtwork(picture.hash()).join();
    }

    private static Path file(Path home, StoredArtwork picture) {
        return home.resolve("library.db.artwork")
                .resolve(picture.hash().substring(0, 2))
                .resolve(picture.hash());
    }

    private List<String> packed() throws Exception {
        try (var sql = new Connections(backup).reading()) {
            return sql.list("SELECT lower(hex(sha256)) FROM backup_picture ORDER BY id", row -> row.getString(1));
        }
    }

    private void inBackup(String... statements) throws Exception {
        try (Sql sql = new Connections(backup).writing()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    /** As on another computer: nothing is there but the backup. */
    private void loseHome() throws Exception {
        lib.close();
        home = Files.createDirectories(folder.resolve("other home"));
        lib = new Lib(home);
    }

    private static long tables(Path database) throws Exception {
        try (var sql = new Connections(database).reading()) {
            return sql.number("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'backup_picture%'");
        }
    }

    @Test
    void what_a_person_chose_and_a_service_delivered_comes_back_in_a_new_home() throws Exception {
        var chosen = put(album, BY_PERSON, 1);
        var delivered = put(ArtworkSubject.of(snow), BY_SERVICE, 2);
        var copied = put(ArtworkSubject.of(rain), IN_FILE, 3);
        long size = lib.engine.backup(backup).join();
        assertEquals(Files.size(backup), size);
        assertEquals(List.of(chosen.hash(), delivered.hash()), packed(), "what is in the music is not there twice");
        loseHome();

        var replaced = lib.engine.restore(backup).join();
        assertEquals(List.of("2 pictures were brought back."), replaced.notes());
        assertArrayEquals(Lib.picture(1, 10_000), read(chosen));
        assertArrayEquals(Lib.picture(2, 10_000), read(delivered));
        assertEquals(
                chosen, lib.engine.artworkOf(ArtworkSubject.of(rain)).join().get(0));
        assertFalse(Files.exists(file(home, copied)));
        assertEquals(0, tables(home.resolve("library.db")));
        var found = lib.engine.check().join();
        assertEquals(1, found.size(), found::toString); // the copy, which is read from the music again
        assertEquals(2, packed().size(), "the backup stays as it is");
        lib.close();
        lib = new Lib(home);
        assertArrayEquals(Lib.picture(1, 10_000), read(chosen));
    }

    @Test
    void the_space_that_pictures_took_in_the_backup_is_not_kept_in_the_library() throws Exception {
        for (int i = 0; i < 20; i++) {
            lib.engine
                    .putArtwork(
                            album,
                            new ArtworkSource(ArtworkKind.values()[i % 5], "service" + i, null, null),
                            Lib.picture(i, 200_000))
                    .join();
        }
        lib.engine.backup(backup).join();
        assertTrue(Files.size(backup) > 4_000_000);
        loseHome();
        lib.engine.restore(backup).join();
        try (var sql = new Connections(home.resolve("library.db")).reading()) {
            assertTrue(sql.number("PRAGMA page_count") * sql.number("PRAGMA page_size") < 2_000_000);
        }
    }

    @Test
    void persons_choices_come_first_and_what_only_missing_files_had_comes_along() throws Exception {
        var ofMissing = put(ArtworkSubject.of(snow), IN_FILE, 1);
        var delivered = put(ArtworkSubject.of(rain), BY_SERVICE, 2);
        put(ArtworkSubject.of(rain), IN_FILE, 3);
        var chosen = put(ArtworkSubject.of(rain), BY_PERSON, 4);
        music.remove("w/snow.flac");
        lib.engine.rate(snow, 5).join();
        lib.scan(music);
        lib.engine.backup(backup).join();
        assertEquals(List.of(chosen.hash(), delivered.hash(), ofMissing.hash()), packed());
    }

    @Test
    void what_a_merge_that_can_be_taken_back_gives_back_is_there_too() throws Exception {
        var ofRain = put(ArtworkSubject.of(rain), BY_PERSON, 1);
        var ofSnow = put(ArtworkSubject.of(snow), BY_PERSON, 2);
        var merge = lib.engine.mergeTracks(List.of(rain, snow)).join();
        lib.engine.backup(backup).join();
        assertEquals(List.of(ofRain.hash(), ofSnow.hash()), packed());
        loseHome();
        lib.engine.restore(backup).join();
        assertEquals(List.of(), lib.engine.undo(merge.id()).join());
        assertEquals(
                List.of(ofSnow), lib.engine.artworkOf(ArtworkSubject.of(snow)).join());
        assertArrayEquals(Lib.picture(2, 10_000), read(ofSnow));
    }

    @Test
    void a_damaged_picture_in_a_backup_is_refused_in_words_and_the_rest_comes_back() throws Exception {
        var chosen = put(album, BY_PERSON, 1);
        var delivered = put(album, BY_SERVICE, 2);
        var sound = put(ArtworkSubject.of(rain), BY_SERVICE, 3);
        lib.engine.backup(backup).join();
        inBackup(
                "UPDATE backup_picture SET bytes = (SELECT bytes FROM backup_picture WHERE id = 3) WHERE id = 1",
                "UPDATE backup_picture SET bytes = zeroblob(" + (ArtworkStore.MAX_BYTES + 1) + ") WHERE id = 2",
                "INSERT INTO backup_picture (sha256, bytes) VALUES (randomblob(32), randomblob(9))");
        loseHome();
        var notes = lib.engine.restore(backup).join().notes();
        assertEquals(3, notes.size(), notes::toString);
        assertTrue(notes.get(0).contains("chosen for " + album + " is damaged in the backup"), notes::toString);
        assertTrue(notes.get(1).startsWith("A picture is damaged in the backup"), notes::toString);
        assertEquals("A picture was brought back.", notes.get(2));
        assertArrayEquals(Lib.picture(3, 10_000), read(sound));
        assertFalse(Files.exists(file(home, chosen)));
        assertFalse(Files.exists(file(home, delivered)));
        try (var files = Files.walk(home.resolve("library.db.artwork"))) {
            assertEquals(1, files.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void a_good_picture_is_never_gone_over_and_a_damaged_one_is_mended() throws Exception {
        var good = put(album, BY_PERSON, 1);
        var harmed = put(album, BY_SERVICE, 2);
        lib.engine.backup(backup).join();
        inBackup("UPDATE backup_picture SET bytes = zeroblob(10000) WHERE id = 1");
        Files.setLastModifiedTime(file(home, good), FileTime.fromMillis(1_000));
        Files.write(file(home, harmed), new byte[10_000]);
        assertEquals(
                List.of("A picture was brought back."),
                lib.engine.restore(backup).join().notes());
        assertEquals(1_000, Files.getLastModifiedTime(file(home, good)).toMillis());
        assertArrayEquals(Lib.picture(1, 10_000), read(good));
        assertArrayEquals(Lib.picture(2, 10_000), read(harmed));
        assertEquals(List.of(), lib.engine.check().join());
    }

    @Test
    void a_library_that_cannot_be_opened_gets_its_pictures_back() throws Exception {
        var chosen = put(album, BY_PERSON, 1);
        lib.engine.backup(backup).join();
        lib.close();
        home = Files.createDirectories(folder.resolve("damaged home"));
        Files.writeString(home.resolve("library.db"), "no library ".repeat(1_000));
        try (var keeper = new LibraryKeeper(home.resolve("library.db"), Clock.systemUTC(), event -> {})) {
            var notes =
                    ((LibraryService) keeper.service()).restore(backup).join().notes();
            assertEquals(List.of("A picture was brought back."), notes);
            assertArrayEquals(
                    Lib.picture(1, 10_000),
                    ((ArtworkStore) keeper.service()).readArtwork(chosen.hash()).join());
        }
        assertEquals(0, tables(home.resolve("library.db")));
    }

    @Test
    void a_backup_that_is_copied_into_a_home_by_hand_gives_its_pictures_when_it_is_opened() throws Exception {
        var chosen = put(album, BY_PERSON, 1);
        lib.engine.backup(backup).join();
        lib.close();
        home = Files.createDirectories(folder.resolve("by hand"));
        Files.copy(backup, home.resolve("library.db"));
        lib = new Lib(home);
        assertArrayEquals(Lib.picture(1, 10_000), read(chosen));
        assertEquals(List.of(), lib.engine.check().join());
        lib.close();
        assertEquals(0, tables(home.resolve("library.db")));
        lib = new Lib(home);
    }

    @Test
    void a_picture_that_cannot_be_read_is_left_out_and_all_the_rest_is_there() throws Exception {
        var gone = put(album, BY_PERSON, 1);
        var unreadable = put(ArtworkSubject.of(rain), BY_PERSON, 2);
        var sound = put(ArtworkSubject.of(snow), BY_PERSON, 3);
        Files.delete(file(home, gone));
        Files.delete(file(home, unreadable));
        Files.createDirectory(file(home, unreadable));
        lib.engine.backup(backup).join();
        assertEquals(List.of(sound.hash()), packed());
    }

    @Test
    void a_backup_without_pictures_and_one_with_tables_of_a_newer_version_are_restored_as_before() throws Exception {
        lib.engine.rate(rain, 4).join();
        lib.engine.backup(backup).join();
        inBackup("DROP TABLE backup_picture", "CREATE TABLE of_tomorrow (id INTEGER PRIMARY KEY, more BLOB)");
        loseHome();
        assertEquals(List.of(), lib.engine.restore(backup).join().notes());
        assertEquals(4, lib.engine.track(rain).join().track().annotation().rating());
        assertEquals(List.of(), lib.engine.check().join());
    }

    /** Dies while it writes a backup. */
    static final class Dying {
        private Dying() {}

        public static void main(String[] args) throws Exception {
            var connections = new Connections(Path.of(args[0]));
            try (var readers = new ReaderPool(connections, index -> {})) {
                Backup.write(readers, Path.of(args[1]), copy -> {
                    System.out.println("writing");
                    waitForTheEnd();
                });
            }
        }

        private static void waitForTheEnd() {
            try {
                System.in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void a_backup_during_which_the_process_died_has_not_its_name_and_the_next_one_has() throws Exception {
        var chosen = put(album, BY_PERSON, 1);
        try (var dying = Child.run(Dying.class, home.resolve("library.db"), backup)) {
            assertEquals("writing", dying.line());
            assertTrue(Files.size(folder.resolve("backup.db.backup.part")) > 0);
        }
        assertFalse(Files.exists(backup));
        lib.engine.backup(backup).join();
        assertEquals(List.of(chosen.hash()), packed());
        assertFalse(Files.exists(folder.resolve("backup.db.backup.part")));
    }

    @Test
    void a_backup_that_is_withdrawn_ends_between_two_pictures() throws Exception {
        var chosen = put(album, BY_PERSON, 1);
        lib.engine.backup(backup).join();
        var database = home.resolve("library.db");
        try (var copy = new Connections(backup).writing()) {
            Thread.currentThread().interrupt();
            assertThrows(
                    CancellationException.class, () -> new BackupPictures(new PictureFiles(database)).putInto(copy));
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertArrayEquals(Lib.picture(1, 10_000), read(chosen));
    }
}
