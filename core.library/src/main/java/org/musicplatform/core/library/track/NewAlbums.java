package org.musicplatform.core.library.track;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.musicplatform.core.library.database.Bulk;
import org.musicplatform.core.library.writer.Counters.Counter;
import org.musicplatform.core.library.writer.Writing;
import org.musicplatform.core.support.TextFolding;

/**
 * Albums that a transaction makes, until they are written: nearly always all of their tracks come in the same one, and
 * the row is written once, with all that follows from them. Used by the writer thread.
 */
final class NewAlbums {

    private final Writing writing;
    private final Bulk rows;
    private final Bulk folders;
    private final Map<Long, NewAlbum> albums = new LinkedHashMap<>();
    private final Set<String> titles = new HashSet<>();
    private final Set<String> releases = new HashSet<>();

    NewAlbums(Writing writing) {
        this.writing = writing;
        this.rows = Bulk.insert(
                writing.sql(),
                "album",
                "id, title, title_key, sort, tag_artist, tag_artist_key, artist, artist_id, artist_sort, release_id, year,"
                        + " tag_compilation, compilation, reason, added, tracks, duration_ms");
        this.folders = Bulk.insert(writing.sql(), "album_folder", "album_id, folder_id");
    }

    /** An album that is not written yet. */
    private static final class NewAlbum {
        private final String title;
        private final String titleKey;
        private final String sort;
        private final String tagArtist;
        private final String release;
        private final boolean compilation;
        private final long folder;
        private Bound bound = Bound.FIRST;
        private int tracks;
        private long duration;
        private Integer year;
        private final Map<String, String> main = new HashMap<>(2); // artists by key, two at most

        NewAlbum(Description told, String titleKey, String sort, long folder) {
            this.title = told.album;
            this.titleKey = titleKey;
            this.sort = sort;
            this.tagArtist = told.albumArtist;
            this.release = told.release;
            this.compilation = told.compilation;
            this.folder = folder;
        }

        void add(Description told, Long length) {
            tracks++;
            duration += length == null ? 0 : length;
            if (told.year != null && (year == null || told.year < year)) {
                year = told.year;
            }
            if (main.size() < 2 && !told.people.isEmpty() && told.people.get(0).role() == Role.ARTIST) {
                String name = told.people.get(0).name();
                if (!main.containsValue(name)) {
                    main.putIfAbsent(TextFolding.key(name), name);
                }
            }
        }

        String artist() {
            if (tagArtist != null || main.isEmpty()) {
                return tagArtist;
            }
            return main.size() > 1
                    ? AlbumRows.VARIOUS
                    : main.values().iterator().next();
        }

        boolean isCompilation() {
            return compilation || tagArtist == null && main.size() > 1;
        }
    }

    void add(long id, Description told, String titleKey, String sort, long folder) {
        albums.put(id, new NewAlbum(told, titleKey, sort, folder));
        titles.add(titleKey);
        if (told.release != null) {
            releases.add(told.release);
        }
    }

    /** Tells whether one of them may be the album of a track with this title or release. */
    boolean mayBe(String titleKey, String release) {
        return titles.contains(titleKey) || release != null && releases.contains(release);
    }

    /** Notes why further tracks are on an album; false when it is written already. */
    boolean bind(long id, Bound bound) {
        var album = albums.get(id);
        if (album != null) {
            album.bound = bound;
        }
        return album != null;
    }

    /** Counts a track that comes to an album; false when that is written already. */
    boolean count(long id, Description told, Long duration) {
        var album = albums.get(id);
        if (album != null) {
            album.add(told, duration);
        }
        return album != null;
    }

    /** Writes them. */
    void flush() throws SQLException {
        if (albums.isEmpty()) {
            return;
        }
        for (var entry : albums.entrySet()) {
            write(entry.getKey(), entry.getValue());
        }
        rows.flush();
        folders.flush();
        clear();
    }

    private void write(long id, NewAlbum album) throws SQLException {
        String artist = album.artist();
        Long artistId = artist == null ? null : Long.valueOf(writing.artists().id(artist));
        rows.add(
                id,
                album.title,
                album.titleKey,
                album.sort,
                album.tagArtist,
                album.tagArtist == null ? null : TextFolding.key(album.tagArtist),
                artist,
                artistId,
                artist == null ? "" : TextFolding.sortKey(artist),
                album.release,
                album.year,
                album.compilation ? 1 : 0,
                album.isCompilation() ? 1 : 0,
                album.bound.words(),
                writing.now(),
                album.tracks,
                album.duration);
        if (album.folder != AlbumGrouping.NO_FOLDER) {
            folders.add(id, album.folder);
        }
        writing.index().newAlbum(id, album.title, Objects.requireNonNullElse(artist, ""));
        if (artistId != null && album.tracks > 0) {
            writing.counters().add(Counter.ARTIST_ALBUMS, artistId, 1);
        }
    }

    void clear() {
        albums.clear();
        titles.clear();
        releases.clear();
        rows.clear();
        folders.clear();
    }
}
