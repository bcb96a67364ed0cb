package org.musicplatform.core.library.search;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.musicplatform.core.library.database.Bulk;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.support.TextFolding;

/**
 * The rows of the search tables, and the vocabulary: each word of names once, by which beginnings and insides of words
 * are found. Used by the writer thread.
 */
public final class SearchIndex {

    /** Shorter words are found by the lists of beginnings. */
    static final int VOCABULARY_FROM = 4;

    private static final int LONGEST = 1_000;
    private static final int LONGEST_LYRICS = 100_000;
    private static final int KNOWN = 30_000;

    private final Sql sql;
    private final Bulk tracks;
    private final Bulk albums;
    private final Bulk artists;
    private final Bulk folders;
    private final Bulk lyrics;
    private final Bulk words;
    private final Set<String> known = new HashSet<>();
    private long lastIndexed = -1; // the last word that insides are known of; below 0 when no word was gathered since
    private String lastArtist = "";
    private String lastAlbum = "";

    public SearchIndex(Sql sql) {
        this.sql = sql;
        this.tracks = Bulk.insert(sql, "track_search", "rowid, title, artist, album");
        this.albums = Bulk.insert(sql, "album_search", "rowid, title, artist");
        this.artists = Bulk.insert(sql, "artist_search", "rowid, name");
        this.folders = Bulk.insert(sql, "folder_search", "rowid, name");
        this.lyrics = Bulk.insert(sql, "lyrics_search", "rowid, body");
        this.words = Bulk.insertNew(sql, "word", "word");
    }

    /** Adds a track that the index does not know yet. */
    public void newTrack(long id, TrackText text) throws SQLException {
        tracks.add(id, bounded(text.title()), bounded(text.artist()), bounded(text.album()));
        learn(text);
    }

    /** Adds a track, or replaces what is known of it. */
    public void track(long id, TrackText text) throws SQLException {
        sql.update(
                "INSERT OR REPLACE INTO track_search (rowid, title, artist, album) VALUES (?, ?, ?, ?)",
                id,
                bounded(text.title()),
                bounded(text.artist()),
                bounded(text.album()));
        learn(text);
    }

    /** Adds an album that the index does not know yet. */
    public void newAlbum(long id, String title, String artist) throws SQLException {
        String foldedTitle = folded(title);
        String foldedArtist = folded(artist);
        albums.add(id, foldedTitle, foldedArtist);
        learn(foldedTitle);
        learn(foldedArtist);
    }

    public void album(long id, String title, String artist) throws SQLException {
        String foldedTitle = folded(title);
        String foldedArtist = folded(artist);
        sql.update(
                "INSERT OR REPLACE INTO album_search (rowid, title, artist) VALUES (?, ?, ?)",
                id,
                foldedTitle,
                foldedArtist);
        learn(foldedTitle);
        learn(foldedArtist);
    }

    /** Adds an artist that the index does not know yet. */
    public void newArtist(long id, String name) throws SQLException {
        newName(artists, id, name);
    }

    public void artist(long id, String name) throws SQLException {
        name("artist_search", id, name);
    }

    public void genre(long id, String name) throws SQLException {
        name("genre_search", id, name);
    }

    /** Adds a folder that the index does not know yet. */
    public void newFolder(long id, String name) throws SQLException {
        newName(folders, id, name);
    }

    public void folder(long id, String name) throws SQLException {
        name("folder_search", id, name);
    }

    public void playlist(long id, String name) throws SQLException {
        name("playlist_search", id, name);
    }

    private void newName(Bulk names, long id, String name) throws SQLException {
        String folded = folded(name);
        names.add(id, folded);
        learn(folded);
    }

    void name(String index, long id, String name) throws SQLException {
        String folded = folded(name);
        sql.update("INSERT OR REPLACE INTO " + index + " (rowid, name) VALUES (?, ?)", id, folded);
        learn(folded);
    }

    /**
     * Adds the lyrics of a track of which the index knows none.
     *
     * @param folded of {@link #foldedLyrics}
     */
    public void newLyrics(long track, String folded) throws SQLException {
        lyrics.add(track, folded);
    }

    /** Adds the text of lyrics, or replaces it. */
    public void lyrics(long track, String text) throws SQLException {
        sql.update("INSERT OR REPLACE INTO lyrics_search (rowid, body) VALUES (?, ?)", track, foldedLyrics(text));
    }

    public void removeTrack(long id) throws SQLException {
        remove("track_search", id);
        removeLyrics(id);
    }

    public void removeAlbum(long id) throws SQLException {
        sql.update("DELETE FROM album_search WHERE rowid = ?", id);
    }

    public void removeArtist(long id) throws SQLException {
        remove("artist_search", id);
    }

    public void removeGenre(long id) throws SQLException {
        remove("genre_search", id);
    }

    public void removeFolder(long id) throws SQLException {
        remove("folder_search", id);
    }

    public void removePlaylist(long id) throws SQLException {
        remove("playlist_search", id);
    }

    public void removeLyrics(long track) throws SQLException {
        remove("lyrics_search", track);
    }

    private void remove(String index, long id) throws SQLException {
        sql.update("DELETE FROM " + index + " WHERE rowid = ?", id);
    }

    /** Most tracks have the artist and the album of the one before. */
    private void learn(TrackText text) throws SQLException {
        learn(text.title());
        if (!text.artist().equals(lastArtist)) {
            learn(text.artist());
            lastArtist = text.artist();
        }
        if (!text.album().equals(lastAlbum)) {
            learn(text.album());
            lastAlbum = text.album();
        }
    }

    private void learn(String folded) throws SQLException {
        String text = bounded(folded);
        int begin = 0;
        while (begin < text.length()) {
            int end = text.indexOf(' ', begin);
            if (end < 0) {
                end = text.length();
            }
            if (end - begin >= VOCABULARY_FROM) {
                learnWord(text.substring(begin, end));
            }
            begin = end + 1;
        }
    }

    private void learnWord(String word) throws SQLException {
        if (known.add(word)) {
            if (lastIndexed < 0) {
                lastIndexed = sql.number("SELECT max(id) FROM word");
            }
            words.add(word);
            if (known.size() >= KNOWN) {
                known.clear();
            }
        }
    }

    /** Returns the words of lyrics as the index has them. */
    public static String foldedLyrics(String text) {
        return bounded(TextFolding.searchText(text), LONGEST_LYRICS);
    }

    static String folded(String text) {
        return text == null ? "" : bounded(TextFolding.searchText(text));
    }

    /** Longer names are found by what they begin with. */
    static String bounded(String folded) {
        return bounded(folded, LONGEST);
    }

    private static String bounded(String folded, int most) {
        if (folded.length() <= most) {
            return folded;
        }
        return folded.substring(0, Character.isHighSurrogate(folded.charAt(most - 1)) ? most - 1 : most);
    }

    /** Writes what was gathered. */
    public void flush() throws SQLException {
        tracks.flush();
        albums.flush();
        artists.flush();
        folders.flush();
        lyrics.flush();
        if (lastIndexed >= 0) {
            words.flush();
            sql.update("INSERT INTO word_search (rowid, word) SELECT id, word FROM word WHERE id > ?", lastIndexed);
            lastIndexed = -1;
        }
    }

    /** What was gathered, or learned, may be undone. */
    public void clear() {
        tracks.clear();
        albums.clear();
        artists.clear();
        folders.clear();
        lyrics.clear();
        words.clear();
        lastIndexed = -1;
        known.clear();
        lastArtist = "";
        lastAlbum = "";
    }
}
