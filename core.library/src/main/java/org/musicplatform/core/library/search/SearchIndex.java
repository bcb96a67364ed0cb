package org.musicplatform.core.library.search;

import java.sql.SQLException;
import org.musicplatform.core.library.database.Bulk;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.support.TextFolding;

/** The rows of the search tables. Used by the writer thread. */
public final class SearchIndex {

    // three kinds share the table of names: row = id * KINDS + kind
    static final int KINDS = 3;
    static final int TRACK = 0;
    static final int ALBUM = 1;
    static final int ARTIST = 2;

    private final Sql sql;
    private final Bulk tracks;
    private final Bulk names;

    public SearchIndex(Sql sql) {
        this.sql = sql;
        this.tracks = Bulk.insert(sql, "track_search", "rowid, title, artist, album, genre");
        this.names = Bulk.insert(sql, "name_search", "rowid, name");
    }

    /** Adds a track that the index does not know yet; all texts folded. */
    public void newTrack(long id, String title, String artists, String album, String genres) throws SQLException {
        tracks.add(id, title, artists, album, genres);
        names.add(id * KINDS + TRACK, title);
    }

    /** Adds a track, or replaces what is known of it; all texts folded. */
    public void track(long id, String title, String artists, String album, String genres) throws SQLException {
        sql.update(
                "INSERT OR REPLACE INTO track_search (rowid, title, artist, album, genre) VALUES (?, ?, ?, ?, ?)",
                id,
                title,
                artists,
                album,
                genres);
        name(id, TRACK, title);
    }

    public void album(long id, String title, String artist) throws SQLException {
        String folded = folded(title);
        sql.update(
                "INSERT OR REPLACE INTO album_search (rowid, title, artist) VALUES (?, ?, ?)",
                id,
                folded,
                folded(artist));
        name(id, ALBUM, folded);
    }

    public void artist(long id, String name) throws SQLException {
        String folded = folded(name);
        sql.update("INSERT OR REPLACE INTO artist_search (rowid, name) VALUES (?, ?)", id, folded);
        name(id, ARTIST, folded);
    }

    public void folder(long id, String name) throws SQLException {
        sql.update("INSERT OR REPLACE INTO folder_search (rowid, name) VALUES (?, ?)", id, folded(name));
    }

    /** Adds the text of lyrics, or replaces it. */
    public void lyrics(long track, String text) throws SQLException {
        sql.update("INSERT OR REPLACE INTO lyrics_search (rowid, body) VALUES (?, ?)", track, folded(text));
    }

    public void removeTrack(long id) throws SQLException {
        sql.update("DELETE FROM track_search WHERE rowid = ?", id);
        sql.update("DELETE FROM name_search WHERE rowid = ?", id * KINDS + TRACK);
        removeLyrics(id);
    }

    public void removeArtist(long id) throws SQLException {
        sql.update("DELETE FROM artist_search WHERE rowid = ?", id);
        sql.update("DELETE FROM name_search WHERE rowid = ?", id * KINDS + ARTIST);
    }

    public void removeFolder(long id) throws SQLException {
        sql.update("DELETE FROM folder_search WHERE rowid = ?", id);
    }

    public void removeLyrics(long track) throws SQLException {
        sql.update("DELETE FROM lyrics_search WHERE rowid = ?", track);
    }

    private void name(long id, int kind, String folded) throws SQLException {
        sql.update("INSERT OR REPLACE INTO name_search (rowid, name) VALUES (?, ?)", id * KINDS + kind, folded);
    }

    private static String folded(String text) {
        return text == null ? "" : TextFolding.searchText(text);
    }

    /** Writes what was gathered. */
    public void flush() throws SQLException {
        tracks.flush();
        names.flush();
    }

    public void clear() {
        tracks.clear();
        names.clear();
    }
}
