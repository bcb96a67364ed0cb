package org.musicplatform.core.library.search;

import java.sql.SQLException;
import org.musicplatform.core.library.database.Bulk;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.support.TextFolding;

/** The rows of the search tables. Used by the writer thread. */
public final class SearchIndex {

    private final Sql sql;
    private final Bulk tracks;
    private final Bulk albums;
    private final Bulk artists;
    private final Bulk folders;

    public SearchIndex(Sql sql) {
        this.sql = sql;
        this.tracks = Bulk.insert(sql, "track_search", "rowid, title, artist, album");
        this.albums = Bulk.insert(sql, "album_search", "rowid, title, artist");
        this.artists = Bulk.insert(sql, "artist_search", "rowid, name");
        this.folders = Bulk.insert(sql, "folder_search", "rowid, name");
    }

    /** Adds a track that the index does not know yet; all texts folded. */
    public void newTrack(long id, String title, String artists, String album) throws SQLException {
        tracks.add(id, title, artists, album);
    }

    /** Adds a track, or replaces what is known of it; all texts folded. */
    public void track(long id, String title, String artists, String album) throws SQLException {
        sql.update(
                "INSERT OR REPLACE INTO track_search (rowid, title, artist, album) VALUES (?, ?, ?, ?)",
                id,
                title,
                artists,
                album);
    }

    /** Adds an album that the index does not know yet. */
    public void newAlbum(long id, String title, String artist) throws SQLException {
        albums.add(id, folded(title), folded(artist));
    }

    public void album(long id, String title, String artist) throws SQLException {
        String folded = folded(title);
        sql.update(
                "INSERT OR REPLACE INTO album_search (rowid, title, artist) VALUES (?, ?, ?)",
                id,
                folded,
                folded(artist));
    }

    /** Adds an artist that the index does not know yet. */
    public void newArtist(long id, String name) throws SQLException {
        artists.add(id, folded(name));
    }

    public void artist(long id, String name) throws SQLException {
        String folded = folded(name);
        sql.update("INSERT OR REPLACE INTO artist_search (rowid, name) VALUES (?, ?)", id, folded);
    }

    public void genre(long id, String name) throws SQLException {
        sql.update("INSERT OR REPLACE INTO genre_search (rowid, name) VALUES (?, ?)", id, folded(name));
    }

    /** Adds a folder that the index does not know yet. */
    public void newFolder(long id, String name) throws SQLException {
        folders.add(id, folded(name));
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
        removeLyrics(id);
    }

    public void removeArtist(long id) throws SQLException {
        sql.update("DELETE FROM artist_search WHERE rowid = ?", id);
    }

    public void removeGenre(long id) throws SQLException {
        sql.update("DELETE FROM genre_search WHERE rowid = ?", id);
    }

    public void removeFolder(long id) throws SQLException {
        sql.update("DELETE FROM folder_search WHERE rowid = ?", id);
    }

    public void removeLyrics(long track) throws SQLException {
        sql.update("DELETE FROM lyrics_search WHERE rowid = ?", track);
    }

    private static String folded(String text) {
        return text == null ? "" : TextFolding.searchText(text);
    }

    /** Writes what was gathered. */
    public void flush() throws SQLException {
        tracks.flush();
        albums.flush();
        artists.flush();
        folders.flush();
    }

    public void clear() {
        tracks.clear();
        albums.clear();
        artists.clear();
        folders.clear();
    }
}
