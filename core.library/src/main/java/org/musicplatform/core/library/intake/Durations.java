package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.Writing;

/** Playing times that are counted when a file is played. */
public final class Durations {

    private Durations() {}

    /** Replaces an estimated playing time in milliseconds by one that was counted. */
    public static Void correct(Writing writing, long file, long duration) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        int estimated = sql.update(
                "UPDATE file SET duration_ms = ?, duration_estimated = NULL WHERE id = ? AND duration_estimated = 1"
                        + " AND clip_start = 0 AND clip_end IS NULL",
                duration,
                file);
        Long track = estimated == 0
                ? null
                : sql.first("SELECT track_id FROM file WHERE id = ?", row -> Sql.longOrNull(row, 1), file);
        if (track != null) {
            writing.tracks().setDuration(track, duration);
        }
        return null;
    }
}
