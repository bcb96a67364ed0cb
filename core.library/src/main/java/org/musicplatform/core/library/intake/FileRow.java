package org.musicplatform.core.library.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.library.database.Sql;

/** A file as the writer needs it. */
public record FileRow(
        long id,
        long source,
        String itemId,
        String name,
        String folder,
        ItemVersion version,
        long clipStart,
        Long clipEnd,
        long track,
        FileState state,
        FileState prior,
        int priority,
        String reader) {

    public static final String COLUMNS =
            "id, source_id, item_id, name, folder, size, modified, modified_nano, etag, hash,"
                    + " clip_start, clip_end, track_id, state, prior_state, priority, reader";

    public static FileRow of(ResultSet row) throws SQLException {
        String prior = row.getString("prior_state");
        return new FileRow(
                row.getLong("id"),
                row.getLong("source_id"),
                row.getString("item_id"),
                row.getString("name"),
                row.getString("folder"),
                version(row),
                row.getLong("clip_start"),
                Sql.longOrNull(row, "clip_end"),
                row.getLong("track_id"),
                FileState.valueOf(row.getString("state")),
                prior == null ? null : FileState.valueOf(prior),
                row.getInt("priority"),
                row.getString("reader"));
    }

    public static ItemVersion version(ResultSet row) throws SQLException {
        Long modified = Sql.longOrNull(row, "modified");
        return new ItemVersion(
                row.getLong("size"),
                modified == null ? null : Instant.ofEpochSecond(modified, row.getInt("modified_nano")),
                row.getString("etag"),
                row.getString("hash"));
    }

    public static Long seconds(ItemVersion version) {
        return version.modified() == null ? null : version.modified().getEpochSecond();
    }

    public static int nanos(ItemVersion version) {
        return version.modified() == null ? 0 : version.modified().getNano();
    }

    public boolean isWholeFile() {
        return clipStart == 0 && clipEnd == null;
    }

    public String path() {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
