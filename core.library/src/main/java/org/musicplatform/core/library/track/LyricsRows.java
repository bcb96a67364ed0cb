package org.musicplatform.core.library.track;

import java.sql.SQLException;
import java.util.List;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.library.writer.Writing;

/** The rows of lyrics, one for each track and origin; also that an origin has none. Used by the writer thread. */
public final class LyricsRows {

    private LyricsRows() {}

    /**
     * Stores the lyrics that lie in a file, the best of them; those that lay in it before go.
     *
     * @param first whether nothing was read of the track before
     */
    public static void storeEmbedded(Writing writing, long track, List<Lyrics> lyrics, boolean first)
            throws SQLException {
        if (lyrics.isEmpty() && first) {
            return;
        }
        var sql = writing.sql();
        if (lyrics.isEmpty()) {
            int gone = sql.update("DELETE FROM lyrics WHERE track_id = ? AND origin = ?", track, Lyrics.EMBEDDED);
            if (gone > 0) {
                index(writing, track);
            }
            return;
        }
        var best = lyrics.get(0); // synced ones come first
        sql.update(
                "INSERT OR REPLACE INTO lyrics (track_id, origin, found, synced, language, body, checked)"
                        + " VALUES (?, ?, 1, ?, ?, ?, ?)",
                track,
                Lyrics.EMBEDDED,
                best.synced() ? 1 : 0,
                best.language(),
                LyricsText.write(best),
                writing.now());
        if (first) {
            writing.index().lyrics(track, LyricsText.words(best.lines()));
        } else {
            index(writing, track);
        }
    }

    /** Brings search in line with the lyrics of a track: the words of the best. */
    public static void index(Writing writing, long track) throws SQLException {
        String body = writing.sql()
                .first(
                        "SELECT body FROM lyrics WHERE track_id = ? AND found = 1 ORDER BY synced DESC, origin LIMIT 1",
                        row -> row.getString(1),
                        track);
        if (body == null) {
            writing.index().removeLyrics(track);
        } else {
            writing.index().lyrics(track, LyricsText.words(LyricsText.lines(body)));
        }
    }
}
