package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.musicplatform.core.api.metadata.TagField.ALBUM;
import static org.musicplatform.core.api.metadata.TagField.ALBUM_ARTIST;
import static org.musicplatform.core.api.metadata.TagField.ARTIST;
import static org.musicplatform.core.api.metadata.TagField.COMPILATION;
import static org.musicplatform.core.api.metadata.TagField.DISC_NUMBER;
import static org.musicplatform.core.api.metadata.TagField.MUSICBRAINZ_RELEASE_ID;
import static org.musicplatform.core.api.metadata.TagField.TITLE;
import static org.musicplatform.core.api.metadata.TagField.TRACK_NUMBER;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.metadata.TagField;

/** How music lies in folders where albums fall apart or flow together elsewhere. */
@Timeout(120)
class AlbumLayoutsTest {

    @TempDir
    Path folder;

    private final Map<String, Map<TagField, List<String>>> files = new HashMap<>();
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

    private void file(String path, String artist, String album, int number, Object... more) {
        var pairs = new ArrayList<Object>(
                List.of(TITLE, "T " + path, ARTIST, artist, ALBUM, album, TRACK_NUMBER, String.valueOf(number)));
        pairs.addAll(List.of(more));
        files.put(path, Lib.tags(pairs.toArray()));
    }

    /** Albums as "title by artist: tracks", sorted. */
    private List<String> albums() {
        lib.scan(new TreeMap<>(files));
        return lib.albums().stream()
                .map(album -> album.title() + " by " + album.artist() + ": " + album.tracks())
                .sorted()
                .toList();
    }

    @Test
    void a_compilation_without_album_artist_is_one() {
        for (int i = 1; i <= 12; i++) {
            file("Hits/" + i + ".mp3", "Artist " + i, "Hits", i);
        }
        assertEquals(List.of("Hits by Various Artists: 12"), albums());
    }

    @Test
    void a_compilation_by_its_mark_is_one_over_folders_by_artist() {
        for (int i = 1; i <= 4; i++) {
            file("Artist " + i + "/Hits/" + i + ".mp3", "Artist " + i, "Hits", i, COMPILATION, "1");
        }
        assertEquals(List.of("Hits by Various Artists: 4"), albums());
    }

    @Test
    void guests_do_not_divide_an_album() {
        file("A/1.mp3", "A", "L", 1, ALBUM_ARTIST, "A");
        file("A/2.mp3", "A feat. B", "L", 2, ALBUM_ARTIST, "A");
        file("A/3.mp3", "A & C", "L", 3, ALBUM_ARTIST, "A");
        assertEquals(List.of("L by A: 3"), albums());
    }

    @Test
    void two_albums_of_one_title_in_one_folder_are_two_by_their_album_artists() {
        file("Best/1.mp3", "Abba", "Greatest Hits", 1, ALBUM_ARTIST, "Abba");
        file("Best/2.mp3", "Queen", "Greatest Hits", 1, ALBUM_ARTIST, "Queen");
        file("Best/3.mp3", "Abba", "Greatest Hits", 2, ALBUM_ARTIST, "Abba");
        assertEquals(List.of("Greatest Hits by Abba: 2", "Greatest Hits by Queen: 1"), albums());
    }

    @Test
    void other_titles_in_one_folder_are_other_albums() {
        file("Mixed/1.mp3", "A", "One", 1);
        file("Mixed/2.mp3", "B", "Two", 1);
        file("Mixed/3.mp3", "C", "Three", 1);
        assertEquals(List.of("One by A: 1", "Three by C: 1", "Two by B: 1"), albums());
    }

    @Test
    void one_title_in_many_folders_is_many_albums() {
        for (String artist : List.of("A", "B", "C")) {
            file(artist + "/Live/1.mp3", artist, "Live", 1);
            file(artist + "/Live/2.mp3", artist, "Live", 2);
        }
        assertEquals(List.of("Live by A: 2", "Live by B: 2", "Live by C: 2"), albums());
    }

    @Test
    void a_box_is_one_album_of_many_discs() {
        for (int disc = 1; disc <= 3; disc++) {
            for (String name : List.of("CD" + disc, "CD " + disc + " - Live")) {
                file("Box/" + name + "/1.mp3", "A", "Box", name.length(), DISC_NUMBER, "" + disc, ALBUM_ARTIST, "A");
            }
        }
        assertEquals(List.of("Box by A: 6"), albums());
    }

    @Test
    void a_box_whose_discs_are_releases_of_their_own_is_many() {
        file("Box/CD1/1.mp3", "A", "Box", 1, MUSICBRAINZ_RELEASE_ID, "r1");
        file("Box/CD2/1.mp3", "A", "Box", 1, MUSICBRAINZ_RELEASE_ID, "r2");
        assertEquals(List.of("Box by A: 1", "Box by A: 1"), albums());
    }

    @Test
    void a_release_is_one_whatever_its_discs_are_called_and_where_they_lie() {
        file("x/1.mp3", "A", "Box: Part One", 1, MUSICBRAINZ_RELEASE_ID, "r", DISC_NUMBER, "1");
        file("y/1.mp3", "A", "Box: Part Two", 1, MUSICBRAINZ_RELEASE_ID, "r", DISC_NUMBER, "2");
        assertEquals(List.of("Box: Part One by A: 2"), albums());
    }

    @Test
    void a_deluxe_edition_beside_the_plain_one_is_another_album() {
        file("L/1.mp3", "A", "L", 1, ALBUM_ARTIST, "A");
        file("L (Deluxe)/1.mp3", "A", "L (Deluxe Edition)", 1, ALBUM_ARTIST, "A");
        file("L (2nd copy)/1.mp3", "A", "L", 1, ALBUM_ARTIST, "A");
        assertEquals(List.of("L (Deluxe Edition) by A: 1", "L by A: 1", "L by A: 1"), albums());
    }
}
