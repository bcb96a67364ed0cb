package org.musicplatform.core.library.writer;

import java.sql.SQLException;
import java.util.List;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.TrackChange;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.library.browse.Keyed;
import org.musicplatform.core.library.database.Sql;

/** The last change of each track, with the revision that it came in. */
public final class ChangeRows {

    private static final char LIST = 'c';

    private ChangeRows() {}

    public static void note(Sql sql, long revision, List<TrackId> tracks, boolean removed) throws SQLException {
        for (TrackId track : tracks) {
            sql.update(
                    "INSERT OR REPLACE INTO change (track_id, revision, removed) VALUES (?, ?, ?)",
                    track.value(),
                    revision,
                    removed ? 1 : 0);
        }
    }

    public static Page<TrackChange> since(Sql sql, long since, PageRequest page) throws SQLException {
        var after = Keyed.after(page, LIST);
        var changes = sql.list(
                "SELECT track_id, revision, removed FROM change WHERE (revision, track_id) > (?, ?)"
                        + " ORDER BY revision, track_id LIMIT ?",
                row -> {
                    long track = row.getLong("track_id");
                    long revision = row.getLong("revision");
                    var change = new TrackChange(new TrackId(track), revision, row.getInt("removed") != 0);
                    return new Keyed<>(change, String.valueOf(revision), track);
                },
                after == null ? since : Keyed.number(after),
                after == null ? Long.MAX_VALUE : after.id(),
                page.limit() + 1);
        return Keyed.page(changes, LIST, page);
    }
}
