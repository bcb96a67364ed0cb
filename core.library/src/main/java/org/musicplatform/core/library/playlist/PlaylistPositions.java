package org.musicplatform.core.library.playlist;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.musicplatform.core.api.library.PlaylistEntryId;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;

/**
 * The places of the entries of a playlist: numbers with wide gaps, so that one that comes between two others writes no
 * row but its own. Only when a gap is used up all get new ones.
 */
public final class PlaylistPositions {

    private static final long GAP = 1L << 32;

    private final Sql sql;
    private final long playlist;

    public PlaylistPositions(Sql sql, long playlist) {
        this.sql = sql;
        this.playlist = playlist;
    }

    /** Returns the place of an entry. */
    public long of(PlaylistEntryId entry) throws SQLException {
        Long position = sql.first(
                "SELECT position FROM playlist_entry WHERE id = ? AND playlist_id = ?",
                row -> row.getLong(1),
                entry.value(),
                playlist);
        if (position == null) {
            throw Errors.notFound("entry " + entry);
        }
        return position;
    }

    /** Returns free places in a row before an entry, or at the end. */
    public List<Long> free(int count, PlaylistEntryId before) throws SQLException {
        long last = sql.number("SELECT coalesce(max(position), 0) FROM playlist_entry WHERE playlist_id = ?", playlist);
        if (before == null) {
            return places(last, GAP, count);
        }
        var places = between(count, of(before));
        if (places.isEmpty()) {
            spread();
            places = between(count, of(before));
        }
        return places;
    }

    private List<Long> between(int count, long next) throws SQLException {
        long previous = sql.number(
                "SELECT coalesce(max(position), ? - ?) FROM playlist_entry WHERE playlist_id = ? AND position < ?",
                next,
                GAP,
                playlist,
                next);
        long step = (next - previous) / (count + 1L);
        return step < 1 ? List.of() : places(previous, step, count);
    }

    private static List<Long> places(long from, long step, int count) {
        return LongStream.rangeClosed(1, count).mapToObj(i -> from + i * step).toList();
    }

    private void spread() throws SQLException {
        var entries = sql.list(
                "SELECT id FROM playlist_entry WHERE playlist_id = ? ORDER BY position",
                row -> row.getLong(1),
                playlist);
        sql.update("UPDATE playlist_entry SET position = -4611686018427387904 + id WHERE playlist_id = ?", playlist);
        for (int i = 0; i < entries.size(); i++) {
            sql.update("UPDATE playlist_entry SET position = ? WHERE id = ?", (i + 1) * GAP, entries.get(i));
        }
    }
}
