package org.musicplatform.core.library;

import java.sql.SQLException;
import java.util.List;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.TrackChange;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.support.CursorCodec;

/** The last change of each track, with the revision that it came in. */
final class ChangeRows {

    private static final String CURSOR = "changed ";

    private ChangeRows() {}

    static void note(Sql sql, long revision, List<TrackId> tracks, boolean removed) throws SQLException {
        for (TrackId track : tracks) {
            sql.update(
                    "INSERT OR REPLACE INTO change (track_id, revision, removed) VALUES (?, ?, ?)",
                    track.value(),
                    revision,
                    removed ? 1 : 0);
        }
    }

    static Page<TrackChange> since(Sql sql, long since, PageRequest page) throws SQLException {
        long revision = since;
        long track = Long.MAX_VALUE;
        if (page.after() != null) {
            var position = position(page.after());
            revision = Long.parseLong(position.key().substring(CURSOR.length()));
            track = position.id();
        }
        var changes = sql.list(
                "SELECT track_id, revision, removed FROM change WHERE (revision, track_id) > (?, ?)"
                        + " ORDER BY revision, track_id LIMIT ?",
                row -> new TrackChange(
                        new TrackId(row.getLong("track_id")), row.getLong("revision"), row.getInt("removed") != 0),
                revision,
                track,
                page.limit() + 1);
        if (changes.size() <= page.limit()) {
            return new Page<>(changes, null);
        }
        var last = changes.get(page.limit() - 1);
        return new Page<>(
                changes.subList(0, page.limit()),
                CursorCodec.encode(CURSOR + last.revision(), last.track().value()));
    }

    private static CursorCodec.Position position(String cursor) {
        try {
            var position = CursorCodec.decode(cursor);
            if (position.key().matches(CURSOR + "\\d{1,18}")) {
                return position;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Errors.badCursor();
    }
}
