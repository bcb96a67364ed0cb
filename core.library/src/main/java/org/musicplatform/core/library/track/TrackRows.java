package org.musicplatform.core.library.track;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.library.artwork.ArtworkRows;
import org.musicplatform.core.library.database.Bulk;
import org.musicplatform.core.library.database.RowIds;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.listener.AnnotationRows;
import org.musicplatform.core.library.playlist.PlaylistCounters;
import org.musicplatform.core.library.writer.Counters.Counter;
import org.musicplatform.core.library.writer.Writing;

/** The rows of tracks, with who is on them and what they are. Used by the writer thread. */
public final class TrackRows {

    /** Between the genres of a track in its row. */
    public static final String SEPARATOR = "\u001f";

    private static final String DESCRIBED = "revision, album_id, album_place, album_bound, year, duration_ms, track_no,"
            + " track_total, disc_no, disc_total, match_key, recording_id, title, sort, artist, artist_sort, album_sort,"
            + " date, genres";

    private final Writing writing;
    private final RowIds ids;
    private final Bulk rows;
    private final Bulk people;
    private final Bulk genres;
    private final Bulk lyrics;
    private Boolean hidden; // whether any track is; null when that is not known

    public TrackRows(Writing writing) {
        var sql = writing.sql();
        this.writing = writing;
        this.ids = new RowIds(sql, "track");
        this.rows = Bulk.insert(sql, "track", "id, visible, added, " + DESCRIBED);
        this.people = Bulk.insert(sql, "track_artist", "track_id, position, artist_id, role");
        this.genres = Bulk.insert(sql, "track_genre", "track_id, position, genre_id");
        this.lyrics = Bulk.insert(sql, "lyrics", LyricsRows.EMBEDDED);
    }

    /** Returns the title of a track whose tags tell none. */
    public static String titleOf(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    public long nextId() throws SQLException {
        return ids.next();
    }

    /**
     * Makes a track that is there.
     *
     * @param id from {@link #nextId}
     * @param told what is known of it
     * @param albumFolder the row of its album folder
     * @param duration its length in milliseconds, or null
     */
    public void insert(long id, Description told, long albumFolder, Long duration) throws SQLException {
        var album = writing.albums().placeNew(told, albumFolder);
        rows.add(
                id,
                1,
                writing.now(),
                writing.revision(),
                album == null ? null : album.id(),
                told.albumPlace(),
                album == null ? 0 : album.bound().code(),
                told.year,
                duration,
                told.number,
                told.numberTotal,
                told.disc,
                told.discTotal,
                told.matchKey,
                told.recording,
                told.title,
                told.sort,
                told.artist,
                told.artistSort,
                album == null ? "" : album.sort(),
                told.date,
                String.join(SEPARATOR, told.genres));
        link(id, told, 1);
        writing.index().newTrack(id, told.search);
        writing.changes().added(id);
        if (album != null && !writing.albums().count(album, told, duration)) {
            writing.changes().album(album.id());
        }
    }

    /** Adds the lyrics that lie in the file of a new track. */
    void addLyrics(long track, EmbeddedLyrics found) throws SQLException {
        lyrics.add(track, Lyrics.EMBEDDED, 1, found.synced() ? 1 : 0, found.language(), found.body(), writing.now());
        writing.index().newLyrics(track, found.searched());
    }

    private record Before(Long album, int visible, Long duration) {}

    /** Brings a track in line with what is told of it now. */
    public void describe(long id, Description told, long albumFolder, Long duration) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        var before = sql.first(
                "SELECT album_id, visible, duration_ms FROM track WHERE id = ?",
                row -> new Before(Sql.longOrNull(row, 1), row.getInt(2), Sql.longOrNull(row, 3)),
                id);
        unlink(id, before.visible());
        var album = writing.albums().place(id, told, albumFolder);
        sql.update(
                "UPDATE track SET (" + DESCRIBED + ") = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " WHERE id = ?",
                writing.revision(),
                album == null ? null : album.id(),
                told.albumPlace(),
                album == null ? 0 : album.bound().code(),
                told.year,
                duration,
                told.number,
                told.numberTotal,
                told.disc,
                told.discTotal,
                told.matchKey,
                told.recording,
                told.title,
                told.sort,
                told.artist,
                told.artistSort,
                album == null ? "" : album.sort(),
                told.date,
                String.join(SEPARATOR, told.genres),
                id);
        link(id, told, before.visible());
        writing.index().track(id, told.search);
        writing.changes().album(before.album());
        writing.changes().album(album == null ? null : album.id());
        writing.changes().updated(id);
        if (!Objects.equals(before.duration(), duration)) {
            PlaylistCounters.lengthChanged(writing, id);
        }
    }

    private void link(long id, Description told, int visible) throws SQLException {
        for (int i = 0; i < told.people.size(); i++) {
            var one = told.people.get(i);
            long artist = writing.artists().id(one.name());
            people.add(id, i, artist, one.role().code());
            if (one.role() == Role.ARTIST) {
                writing.counters().add(Counter.ARTIST_TRACKS, artist, visible);
            }
        }
        for (int i = 0; i < told.genres.size(); i++) {
            long genre = writing.genres().id(told.genres.get(i));
            genres.add(id, i, genre);
            writing.counters().add(Counter.GENRE_TRACKS, genre, visible);
        }
    }

    private void unlink(long id, int visible) throws SQLException {
        count(id, -visible);
        writing.sql().update("DELETE FROM track_artist WHERE track_id = ?", id);
        writing.sql().update("DELETE FROM track_genre WHERE track_id = ?", id);
    }

    private void count(long id, int delta) throws SQLException {
        if (delta == 0) {
            return;
        }
        for (long artist : artistsOf(id)) {
            writing.counters().add(Counter.ARTIST_TRACKS, artist, delta);
        }
        for (long genre :
                writing.sql().list("SELECT genre_id FROM track_genre WHERE track_id = ?", row -> row.getLong(1), id)) {
            writing.counters().add(Counter.GENRE_TRACKS, genre, delta);
        }
    }

    private List<Long> artistsOf(long id) throws SQLException {
        return writing.sql()
                .list(
                        "SELECT artist_id FROM track_artist WHERE track_id = ? AND role = ?",
                        row -> row.getLong(1),
                        id,
                        Role.ARTIST.code());
    }

    private record Sight(int visible, int there, Long album) {}

    /** Shows a track that has a file which is there, hides it otherwise. */
    public void refreshVisible(long track) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        var sight = sql.first(
                "SELECT visible, EXISTS (SELECT 1 FROM file WHERE track_id = track.id AND state <> 4), album_id"
                        + " FROM track WHERE id = ?",
                row -> new Sight(row.getInt(1), row.getInt(2), Sql.longOrNull(row, 3)),
                track);
        if (sight == null || sight.visible() == sight.there()) {
            return;
        }
        sql.update("UPDATE track SET visible = ?, revision = ? WHERE id = ?", sight.there(), writing.revision(), track);
        count(track, sight.there() - sight.visible());
        writing.changes().album(sight.album());
        hidden = null;
        if (sight.there() == 1) {
            writing.changes().added(track);
        } else {
            writing.changes().removed(track);
        }
    }

    /** Tells whether any track is hidden: most libraries have none, and need not be searched for one. */
    public boolean anyHidden() throws SQLException {
        if (hidden == null) {
            hidden = writing.sql().number("SELECT EXISTS (SELECT 1 FROM track WHERE visible = 0)") > 0;
        }
        return hidden;
    }

    /** Gives what a person said of a track that has no file any more to another one, and removes it. */
    public void replaceIfOrphan(long track, long by) throws SQLException {
        if (track != by && !hasFile(track)) {
            var sql = writing.sql();
            AnnotationRows.give(sql, track, by);
            sql.update("UPDATE OR IGNORE override SET track_id = ? WHERE track_id = ?", by, track);
            sql.update("DELETE FROM override WHERE track_id = ?", track); // what is said of that one goes before
            sql.update("UPDATE OR IGNORE lyrics SET track_id = ? WHERE track_id = ?", by, track);
            LyricsRows.index(writing, by);
            ArtworkRows.giveTrack(sql, track, by);
            writing.changes().updated(by);
            PlaylistCounters.lengthChanged(writing, by);
        }
        removeIfOrphan(track);
    }

    private boolean hasFile(long track) throws SQLException {
        return writing.sql().number("SELECT EXISTS (SELECT 1 FROM file WHERE track_id = ?)", track) > 0;
    }

    /** Removes a track that has no file any more, unless a person said something of it: then it is hidden. */
    public boolean removeIfOrphan(long track) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        if (hasFile(track) || AnnotationRows.keeps(sql, track)) {
            refreshVisible(track);
            return false;
        }
        var sight = sql.first(
                "SELECT visible, 0, album_id FROM track WHERE id = ?",
                row -> new Sight(row.getInt(1), 0, Sql.longOrNull(row, 3)),
                track);
        if (sight == null) {
            return true;
        }
        AnnotationRows.forget(sql, track);
        unlink(track, sight.visible());
        writing.changes().album(sight.album());
        writing.index().removeTrack(track);
        sql.update("DELETE FROM track WHERE id = ?", track);
        writing.changes().removed(track);
        hidden = null;
        return true;
    }

    /** Replaces the length of a track, in milliseconds. */
    public void setDuration(long track, Long duration) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        Long album = sql.first("SELECT album_id FROM track WHERE id = ?", row -> Sql.longOrNull(row, 1), track);
        sql.update("UPDATE track SET duration_ms = ? WHERE id = ?", duration, track);
        writing.changes().album(album);
        writing.changes().updated(track);
        PlaylistCounters.lengthChanged(writing, track);
    }

    public void flush() throws SQLException {
        rows.flush();
        people.flush();
        genres.flush();
        lyrics.flush();
    }

    public void forget() {
        rows.clear();
        people.clear();
        genres.clear();
        lyrics.clear();
        ids.forget();
        hidden = null;
    }
}
