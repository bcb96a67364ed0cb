package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.musicplatform.core.api.metadata.TagField.ALBUM;
import static org.musicplatform.core.api.metadata.TagField.ALBUM_ARTIST;
import static org.musicplatform.core.api.metadata.TagField.ARTIST;
import static org.musicplatform.core.api.metadata.TagField.DISC_NUMBER;
import static org.musicplatform.core.api.metadata.TagField.MUSICBRAINZ_RELEASE_ID;
import static org.musicplatform.core.api.metadata.TagField.TITLE;
import static org.musicplatform.core.api.metadata.TagField.TRACK_NUMBER;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.metadata.TagField;

class AlbumsTest {

    @TempDir
    Path folder;

    private Lib lib;
    private final Map<String, Map<TagField, List<String>>> files = new TreeMap<>();

    @BeforeEach
    void open() {
        lib = new Lib(folder);
    }

    @AfterEach
    void close() {
        lib.close();
    }

    @Test
    void a_compilation_of_12_artists_is_one_album() {
        for (int i = 1; i <= 12; i++) {
            files.put(
                    "mix/" + i + ".mp3", Lib.tags(TITLE, "T" + i, ARTIST, "A" + i, ALBUM, "Mix", TRACK_NUMBER, "" + i));
        }
        lib.scan(files);
        assertEquals(1, lib.albums().size());
        var album = lib.albums().get(0);
        assertEquals(12, album.tracks());
        assertEquals("Various Artists", album.artist());
        assertTrue(album.compilation());
        assertEquals("The same album title in the same folder.", album.reason());
        var tracks = lib.engine
                .tracks(TrackFilter.ALL.withAlbum(album.id()), PageRequest.first(20))
                .join()
                .items();
        assertEquals("T1", tracks.get(0).title());
        assertEquals(
                List.of("T9", "T10"),
                tracks.subList(8, 10).stream().map(Track::title).toList());
    }

    @Test
    void the_greatest_hits_of_two_artists_are_two_albums() {
        files.put("q/1.mp3", Lib.tags(TITLE, "a", ARTIST, "Queen", ALBUM, "Greatest Hits", ALBUM_ARTIST, "Queen"));
        files.put("b/1.mp3", Lib.tags(TITLE, "b", ARTIST, "Abba", ALBUM, "Greatest Hits", ALBUM_ARTIST, "Abba"));
        files.put("c/1.mp3", Lib.tags(TITLE, "c", ARTIST, "Cher", ALBUM, "Greatest Hits"));
        files.put("d/1.mp3", Lib.tags(TITLE, "d", ARTIST, "Dido", ALBUM, "Greatest Hits"));
        lib.scan(files);
        assertEquals(
                List.of("Abba", "Cher", "Dido", "Queen"),
                lib.albums().stream().map(album -> album.artist()).sorted().toList());
    }

    @Test
    void discs_in_folders_of_their_own_are_one_album() {
        files.put("x/CD1/1.mp3", Lib.tags(TITLE, "a", ARTIST, "X", ALBUM, "Box", DISC_NUMBER, "1", TRACK_NUMBER, "1"));
        files.put("x/CD2/1.mp3", Lib.tags(TITLE, "b", ARTIST, "X", ALBUM, "Box", DISC_NUMBER, "2", TRACK_NUMBER, "1"));
        lib.scan(files);
        assertEquals(1, lib.albums().size());
        assertEquals("X", lib.albums().get(0).artist());
    }

    @Test
    void the_release_id_decides() {
        files.put("a/1.mp3", Lib.tags(TITLE, "a", ALBUM, "Same", MUSICBRAINZ_RELEASE_ID, "one"));
        files.put("a/2.mp3", Lib.tags(TITLE, "b", ALBUM, "Same", MUSICBRAINZ_RELEASE_ID, "two"));
        files.put("b/3.mp3", Lib.tags(TITLE, "c", ALBUM, "Same!", MUSICBRAINZ_RELEASE_ID, "two"));
        lib.scan(files);
        assertEquals(
                List.of(1, 2),
                lib.albums().stream().map(album -> album.tracks()).sorted().toList());
    }

    @Test
    void names_divide_at_guests_only() {
        files.put("a/1.mp3", Lib.tags(TITLE, "a", ARTIST, "Simon & Garfunkel feat. AC/DC"));
        lib.scan(files);
        var names = lib.engine.artists(PageRequest.FIRST).join().items().stream()
                .map(artist -> artist.name())
                .toList();
        assertEquals(List.of("AC/DC", "Simon & Garfunkel"), names);
    }
}
