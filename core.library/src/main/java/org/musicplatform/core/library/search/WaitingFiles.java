package org.musicplatform.core.library.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.WaitingFile;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.database.TimeLimit;
import org.musicplatform.core.support.TextFolding;

/**
 * Finds files by name that are no tracks yet. No index has their names, since most of them are there for seconds: the
 * first of the queue are looked at.
 */
final class WaitingFiles {

    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int LOOKED_AT = 2_000;

    private final Sql sql;
    private final Question question;
    private final int limit;
    private final List<Long> ids = new ArrayList<>();
    private boolean more;

    WaitingFiles(Sql sql, Question question, int limit) {
        this.sql = sql;
        this.question = question;
        this.limit = limit;
    }

    void find() throws SQLException {
        if (limit == 0) {
            return;
        }
        var seen = TimeLimit.within(
                NANOS,
                sql,
                reader -> reader.list(
                        "SELECT id, CASE WHEN track_id IS NULL THEN coalesce(name, leaf) END FROM file"
                                + " WHERE state = 0 ORDER BY source_id, priority, folder_id, id LIMIT "
                                + (LOOKED_AT + 1),
                        row -> look(row.getLong(1), row.getString(2))));
        more = seen == null || seen.size() > LOOKED_AT;
    }

    private boolean look(long id, String name) {
        boolean found = name != null && ids.size() <= limit && question.isIn(TextFolding.searchText(name));
        if (found) {
            ids.add(id);
        }
        return found;
    }

    boolean isMore() {
        return more || ids.size() > limit;
    }

    List<WaitingFile> files() throws SQLException {
        return Values.inOrder(
                sql,
                "SELECT f.id, f.source_id, d.path, coalesce(f.name, f.leaf) AS name FROM file f"
                        + " JOIN folder d ON d.id = f.folder_id WHERE f.id",
                row -> {
                    String folder = row.getString("path");
                    return new WaitingFile(
                            new FileId(row.getLong("id")),
                            new SourceId(row.getLong("source_id")),
                            folder.isEmpty() ? row.getString("name") : folder + "/" + row.getString("name"));
                },
                ids.subList(0, Math.min(limit, ids.size())));
    }
}
