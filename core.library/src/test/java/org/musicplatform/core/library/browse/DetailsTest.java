package org.musicplatform.core.library.browse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.ArtworkKind;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.StoredArtwork;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.library.database.Sql;

class DetailsTest {

    @TempDir
    Path folder;

    private Sql sql;

    @BeforeEach
    void fill() throws SQLException {
        sql = RowsByHand.fill(folder);
    }

    @AfterEach
    void close() throws SQLException {
        sql.close();
    }

    private TrackDetails track(long id) throws SQLException {
        return Details.track(sql, new TrackId(id));
    }

    @Test
    void a_track_has_who_is_on_it_its_files_and_when_it_came() throws SQLException {
        var details = track(42);
        assertEquals("T42", details.track().title());
        assertEquals(Instant.ofEpochMilli(42), details.added());
        assertEquals(
                List.of("artist", "composer"),
                details.artists().stream().map(TrackDetails.Credit::role).toList());
        var file = details.files().get(0);
        assertEquals("x/y/42.mp3", file.path());
        assertEquals("42.mp3", file.file().itemId());
        assertEquals("MP3", file.properties().codec());
        assertEquals("A", file.file().source().name());
        assertNull(details.lyrics());
        assertEquals(List.of(), details.artwork());
    }

    @Test
    void the_best_lyrics_are_told_a_persons_before_those_in_the_file_before_those_of_services_with_times_first()
            throws SQLException {
        sql.execute("INSERT INTO lyrics (track_id, origin, found, synced, language, body, checked) VALUES"
                + " (42, 'another', 1, 0, NULL, '[[\"plain\",null]]', 0),"
                + " (42, 'service', 1, 1, 'deu', '[[\"Regen\",1500]]', 0),"
                + " (42, 'other', 0, 1, NULL, '', 0), (43, 'other', 0, 0, NULL, '', 0)");
        var line = new Lyrics.Line(Duration.ofMillis(1500), "Regen", List.of());
        assertEquals(
                new Lyrics("service", "deu", true, List.of(line)), track(42).lyrics());
        sql.execute("INSERT INTO lyrics (track_id, origin, found, synced, body, checked) VALUES"
                + " (42, 'embedded', 1, 0, '[[\"in the file\",null]]', 0)");
        assertEquals(Lyrics.EMBEDDED, track(42).lyrics().origin());
        sql.execute("INSERT INTO lyrics (track_id, origin, found, synced, body, checked) VALUES"
                + " (42, 'user', 1, 0, '[[\"mine\",null]]', 0)");
        assertEquals(Lyrics.USER, track(42).lyrics().origin());
        assertNull(track(43).lyrics());
    }

    @Test
    void pictures_are_those_of_the_track_and_of_its_album_what_a_person_chose_first() throws SQLException {
        sql.execute("INSERT INTO artwork (id, sha256, mime, width, height, size, stored) VALUES"
                + " (1, x'AB01', 'image/jpeg', 600, 500, 1234, 0), (2, x'02', 'image/png', NULL, NULL, 5, 0)");
        sql.execute("INSERT INTO artwork_use (subject, subject_id, kind, origin, artwork_id, checked) VALUES"
                + " (1, 4, 'FRONT', 'folder', 1, 0), (0, 42, 'FRONT', 'lookedInVain', NULL, 0)");
        var ofAlbum = new StoredArtwork(
                "ab01",
                "image/jpeg",
                600,
                500,
                1234,
                new StoredArtwork.Use(ArtworkKind.FRONT, StoredArtwork.FOLDER, true));
        assertEquals(List.of(ofAlbum), track(42).artwork());
        sql.execute("INSERT INTO artwork_use (subject, subject_id, kind, origin, artwork_id, checked)"
                + " VALUES (0, 42, 'FRONT', 'embedded', 2, 0)");
        var own = new StoredArtwork(
                "02",
                "image/png",
                null,
                null,
                5,
                new StoredArtwork.Use(ArtworkKind.FRONT, StoredArtwork.EMBEDDED, false));
        assertEquals(List.of(own, ofAlbum), track(42).artwork());
        assertEquals(List.of(ofAlbum), track(41).artwork());
        sql.execute("UPDATE artwork_use SET origin = 'user' WHERE subject = 1");
        assertEquals(2, track(42).artwork().size());
        assertEquals(StoredArtwork.USER, track(42).artwork().get(0).use().origin());
    }

    @Test
    void a_track_that_is_missing_is_told_too_and_one_that_never_was_is_named() throws SQLException {
        assertEquals("T40", track(40).track().title());
        var failure = assertThrows(LibraryException.class, () -> track(99_999));
        assertTrue(failure.getMessage().contains("track t99999"), failure::getMessage);
    }
}
