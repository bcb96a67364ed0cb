package org.musicplatform.core.library.search;

import java.sql.SQLException;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.support.TextFolding;

/** The rows of the search tables. */
public final class SearchIndex {

    // three kinds share the table of names: row = id * KINDS + kind
    public static final int KINDS = 3;
    public static final int TRACK = 0;
    public static final int ALBUM = 1;
    public static final int ARTIST = 2;

    private final Sql sql;

    public SearchIndex(Sql sql) {
        this.sql = sql;
    }

    public void track(long id, String title, String artists, String album, String genres) throws SQLException {
        String folded = folded(title);
        sql.update(
                "INSERT OR REPLACE INTO track_search (rowid, title, artist, album, genre) VALUES (?, ?, ?, ?, ?)",
                id,
                folded,
                folded(artists),
                folded(album),
                folded(genres));
        name(id, TRACK, folded);
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

    public void removeTrack(long id) throws SQLException {
        sql.update("DELETE FROM track_search WHERE rowid = ?", id);
        sql.update("DELETE FROM name_search WHERE rowid = ?", id * KINDS + TRACK);
    }

    public void removeArtist(long id) throws SQLException {
        sql.update("DELETE FROM artist_search WHERE rowid = ?", id);
        sql.update("DELETE FROM name_search WHERE rowid = ?", id * KINDS + ARTIST);
    }

    private void name(long id, int kind, String folded) throws SQLException {
        sql.update("INSERT OR REPLACE INTO name_search (rowid, name) VALUES (?, ?)", id * KINDS + kind, folded);
    }

    private static String folded(String text) {
        return text == null ? "" : TextFolding.searchText(text);
    }
}
