package org.musicplatform.core.library.track;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.Writing;

/** The rows of lyrics, one for each track and origin; also that an origin has none. Used by the writer thread. */
public final class LyricsRows {

    /** Best first: what a person chose, then what lies in the file, then what services say. */
    private static final String KEPT = " FROM lyrics WHERE track_id = ? AND found = 1 ORDER BY CASE origin WHEN '"
            + Lyrics.USER + "' THEN 0 WHEN '" + Lyrics.EMBEDDED + "' THEN 1 ELSE 2 END, synced DESC, origin";

    /** What a row has of lyrics that lie in a file. */
    static final String EMBEDDED = "track_id, origin, found, synced, language, body, checked";

    private LyricsRows() {}

    /**
     * Stores the lyrics that lie in a file; those that lay in it before go.
     *
     * @param lyrics null when there are none
     * @param first whether the track is new, and has no other lyrics
     */
    public static void storeEmbedded(Writing writing, long track, EmbeddedLyrics lyrics, boolean first)
            throws SQLException {
        if (first) {
            if (lyrics != null) {
                writing.tracks().addLyrics(track, lyrics);
            }
            return;
        }
        int changed = lyrics == null
                ? writing.sql().update("DELETE FROM lyrics WHERE track_id = ? AND origin = ?", track, Lyrics.EMBEDDED)
                : writing.sql()
                        .update(
                                "INSERT OR REPLACE INTO lyrics (" + EMBEDDED + ") VALUES (?, ?, 1, ?, ?, ?, ?)",
                                track,
                                Lyrics.EMBEDDED,
                                lyrics.synced() ? 1 : 0,
                                lyrics.language(),
                                lyrics.body(),
                                writing.now());
        if (changed > 0) {
            index(writing, track);
        }
    }

    /** Returns the best lyrics of a track as they lie in its row, null when there are none. */
    public static String best(Sql sql, long track) throws SQLException {
        return sql.first("SELECT body" + KEPT + " LIMIT 1", row -> row.getString(1), track);
    }

    /** Returns all lyrics of a track, best first. */
    public static List<Lyrics> all(Sql sql, long track) throws SQLException {
        return sql.list("SELECT origin, language, synced, body" + KEPT, LyricsRows::of, track);
    }

    /** Returns the best lyrics of a track, null when there are none. */
    public static Lyrics first(Sql sql, long track) throws SQLException {
        return sql.first("SELECT origin, language, synced, body" + KEPT + " LIMIT 1", LyricsRows::of, track);
    }

    private static Lyrics of(ResultSet row) throws SQLException {
        return new Lyrics(row.getString(1), row.getString(2), row.getInt(3) != 0, LyricsText.lines(row.getString(4)));
    }

    /** Brings search in line with the lyrics of a track: the words of the best. */
    public static void index(Writing writing, long track) throws SQLException {
        String body = best(writing.sql(), track);
        if (body == null) {
            writing.index().removeLyrics(track);
        } else {
            writing.index().lyrics(track, LyricsText.words(LyricsText.lines(body)));
        }
    }
}
