package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.Readings.Prepared;
import org.musicplatform.core.library.writer.Writing;

/**
 * The rows of a file that a sheet cuts into clips: one row and one track for each clip, and never one for the whole file
 * beside them. The first of them stands for the file in the queue. Used by the writer thread.
 */
final class ClipRows {

    private ClipRows() {}

    /** Brings what was read from a file into the rows of its clips. */
    static void store(Writing writing, FileRow lead, TagReading reading, List<Prepared> parts, LongConsumer made)
            throws SQLException {
        writing.settle();
        var rows = assign(writing, lead, parts);
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i).part();
            FileRow row = rows.get(i);
            if (row == null) {
                // its track comes with what was read of it
                long id = writing.files().makeClip(lead, part.start(), part.end());
                made.accept(id);
                row = find(writing.sql(), id);
            } else {
                writing.sql()
                        .update(
                                "UPDATE file SET clip_start = ?, clip_end = ? WHERE id = ?",
                                part.start(),
                                part.end(),
                                row.id());
            }
            boolean back = row.state() == FileState.MISSING;
            Readings.storePart(writing, row, reading, parts.get(i));
            writing.settle();
            if (row.id() != lead.id()) {
                follow(writing, row, lead, back);
            }
        }
    }

    static FileRow find(Sql sql, long id) throws SQLException {
        return sql.first("SELECT " + FileRow.COLUMNS + FileRow.FROM + "WHERE f.id = ?", FileRow::of, id);
    }

    /** All rows of the file that the row stands for, in their order. */
    static List<FileRow> all(Sql sql, FileRow lead) throws SQLException {
        return sql.list(
                "SELECT " + FileRow.COLUMNS + FileRow.FROM
                        + "WHERE (f.place_id, f.leaf) = (SELECT g.place_id, g.leaf FROM file g WHERE g.id = ?)"
                        + " ORDER BY f.clip_start",
                FileRow::of,
                lead.id());
    }

    /** Gives each part the row that began where it begins, else the next one that is left; the rest go. */
    private static List<FileRow> assign(Writing writing, FileRow lead, List<Prepared> parts) throws SQLException {
        var left = new ArrayList<>(all(writing.sql(), lead));
        var rows = new ArrayList<FileRow>();
        for (Prepared part : parts) {
            FileRow same = left.stream()
                    .filter(row -> row.clipStart() == part.part().start())
                    .findFirst()
                    .orElse(null);
            left.remove(same);
            rows.add(same);
        }
        for (int i = 0; i < rows.size() && !left.isEmpty(); i++) {
            if (rows.get(i) == null) {
                FileRow moved = left.remove(0);
                rows.set(i, moved);
                // out of the way of another one that begins where it began
                writing.sql().update("UPDATE file SET clip_start = ? WHERE id = ?", -moved.id(), moved.id());
            }
        }
        for (FileRow row : left) {
            writing.files().delete(row);
            if (row.track() != null) {
                writing.tracks().removeIfOrphan(row.track());
            }
        }
        return rows;
    }

    /** A clip is of the version of the file that was read, and where that is. */
    private static void follow(Writing writing, FileRow row, FileRow lead, boolean back) throws SQLException {
        writing.sql()
                .update(
                        "UPDATE file SET (name, folder_id, size, modified, modified_nano, etag, hash) = (SELECT name,"
                                + " folder_id, size, modified, modified_nano, etag, hash FROM file WHERE id = ?),"
                                + " missing_since = NULL, prior_state = NULL WHERE id = ?",
                        lead.id(),
                        row.id());
        if (back) {
            writing.folders().count(writing.folders().folder(lead.source(), lead.folder()), 1);
            writing.tracks().refreshVisible(writing.sql().number("SELECT track_id FROM file WHERE id = ?", row.id()));
        }
    }
}
