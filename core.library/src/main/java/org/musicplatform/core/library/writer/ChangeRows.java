package org.musicplatform.core.library.writer;

import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.TrackChange;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.library.browse.Keyed;
import org.musicplatform.core.library.database.Sql;

/**
 * The last change of each track, with the revision that it came in: in the row of a track, and in a row of its own when
 * the track is gone.
 */
public final class ChangeRows {

    private static final char LIST = 'c';

    private ChangeRows() {}

    /** Notes the revision in the rows of tracks, and of those that have none any more. */
    static void note(Sql sql, long revision, Collection<Long> changed, Collection<Long> removed) throws SQLException {
        if (!changed.isEmpty()) {
            sql.update(
                    "UPDATE track SET revision = ? WHERE id IN (SELECT value FROM json_each(?))",
                    revision,
                    json(changed));
        }
        if (!removed.isEmpty()) {
            String ids = json(removed);
            sql.update("UPDATE track SET revision = ? WHERE id IN (SELECT value FROM json_each(?))", revision, ids);
            sql.update(
                    "INSERT OR REPLACE INTO gone (track_id, revision) SELECT value, ? FROM json_each(?)"
                            + " WHERE value NOT IN (SELECT id FROM track)",
                    revision,
                    ids);
        }
    }

    private static String json(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    public static Page<TrackChange> since(Sql sql, long since, PageRequest page) throws SQLException {
        var after = Keyed.after(page, LIST);
        String part = " WHERE (revision, %s) > (?1, ?2) ORDER BY revision, %s LIMIT ?3)";
        var changes = sql.list(
                "SELECT id, revision, removed FROM (SELECT * FROM (SELECT id, revision, 1 - visible AS removed FROM track"
                        + part.formatted("id", "id")
                        + " UNION ALL SELECT * FROM (SELECT track_id AS id, revision, 1 AS removed FROM gone"
                        + part.formatted("track_id", "track_id") + ") ORDER BY revision, id LIMIT ?3",
                row -> {
                    long track = row.getLong(1);
                    long revision = row.getLong(2);
                    var change = new TrackChange(new TrackId(track), revision, row.getInt(3) != 0);
                    return new Keyed<>(change, String.valueOf(revision), track);
                },
                after == null ? since : Keyed.number(after),
                after == null ? Long.MAX_VALUE : after.id(),
                page.limit() + 1);
        return Keyed.page(changes, LIST, page);
    }
}
