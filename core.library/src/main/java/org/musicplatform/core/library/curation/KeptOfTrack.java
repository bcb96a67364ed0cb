package org.musicplatform.core.library.curation;

import java.sql.SQLException;
import java.util.List;
import org.musicplatform.core.api.library.StoredArtwork;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.track.LyricsRows;
import org.musicplatform.core.library.writer.Writing;

/** The lyrics and pictures of tracks that are made one, to be given back. Used by the writer thread. */
final class KeptOfTrack {

    private static final String LYRICS = "lyrics"; // track, origin, found, synced, language, body, checked, again
    static final String ARTWORK = "artwork"; // track, kind, origin, artwork, state, checked, again

    private KeptOfTrack() {}

    static void remember(Sql sql, Memo memo, long track) throws SQLException {
        MergedTracks.rows(
                sql,
                memo,
                LYRICS,
                "SELECT track_id, origin, found, synced, language, body, checked, again FROM lyrics WHERE track_id = ?",
                track,
                8);
        MergedTracks.rows(
                sql,
                memo,
                ARTWORK,
                "SELECT subject_id, kind, origin, artwork_id, state, checked, again FROM artwork_use"
                        + " WHERE subject = 0 AND subject_id = ?",
                track,
                7);
    }

    /** Removes them from a track that became another one. */
    static void forget(Sql sql, long track) throws SQLException {
        sql.update("DELETE FROM lyrics WHERE track_id = ?", track);
        sql.update("DELETE FROM artwork_use WHERE subject = 0 AND subject_id = ?", track);
    }

    /** Forgets those that a person chose; tells whether there were any. */
    static boolean forgetPersons(Memo memo) {
        boolean forgot = memo.removeIf(LYRICS, row -> row.text(1).equals(Lyrics.USER));
        return memo.removeIf(ARTWORK, row -> row.text(2).equals(StoredArtwork.USER)) || forgot;
    }

    /** Gives them back to a track that is there again, and takes from the other what it has from this one alone. */
    static void giveBack(Writing writing, Memo memo, long track, long into) throws SQLException {
        var sql = writing.sql();
        eachOf(
                memo.all(LYRICS),
                track,
                into,
                List.of(1),
                row -> sql.update(
                        "DELETE FROM lyrics WHERE track_id = ? AND origin = ? AND body = ?",
                        into,
                        row.value(1),
                        row.value(5)),
                row -> sql.update(
                        "INSERT OR REPLACE INTO lyrics (track_id, origin, found, synced, language, body, checked, again)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        row.values()));
        LyricsRows.index(writing, into);
        LyricsRows.index(writing, track);
        eachOf(
                memo.all(ARTWORK),
                track,
                into,
                List.of(1, 2),
                row -> sql.update(
                        "DELETE FROM artwork_use WHERE subject = 0 AND subject_id = ? AND kind = ? AND origin = ?"
                                + " AND artwork_id IS ?",
                        into,
                        row.value(1),
                        row.value(2),
                        row.value(3)),
                // a picture that is gone since cannot be given back
                row -> sql.update(
                        "INSERT OR REPLACE INTO artwork_use (subject, subject_id, kind, origin, artwork_id, state, checked,"
                                + " again) SELECT 0, ?1, ?2, ?3, ?4, ?5, ?6, ?7"
                                + " WHERE ?4 IS NULL OR ?4 IN (SELECT id FROM artwork)",
                        row.values()));
    }

    private interface Change {
        void make(Memo.Row row) throws SQLException;
    }

    /** Takes what came to the other track with this one, unless it had one of the same key itself, and gives it back. */
    private static void eachOf(
            List<Memo.Row> rows, long track, long into, List<Integer> key, Change take, Change giveBack)
            throws SQLException {
        for (Memo.Row row : rows) {
            if (row.id(0) == track) {
                boolean came = rows.stream()
                        .noneMatch(other -> other.id(0) == into
                                && key.stream()
                                        .allMatch(place -> other.text(place).equals(row.text(place))));
                if (came) {
                    take.make(row);
                }
                giveBack.make(row);
            }
        }
    }
}
