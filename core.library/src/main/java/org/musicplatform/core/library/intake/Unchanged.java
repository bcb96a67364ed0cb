package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.FolderRows.Place;
import org.musicplatform.core.library.writer.Writing;

/**
 * Finds what is listed just as its row says. Most of what is listed again is: SQLite compares, and gives nothing but the
 * numbers of rows. What is cut into clips is left to a closer look.
 */
final class Unchanged {

    private static final int[] SIZES = {16, 128};
    private static final int COLUMNS = 9;
    private static final String[] STATEMENTS = {statement(SIZES[0]), statement(SIZES[1])};

    private Unchanged() {}

    /** An item that is listed in a place that is known. */
    record Listed(Place place, SourceItem item) {}

    private static String statement(int rows) {
        var values = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            values.append(i == 0 ? "(" : ", (")
                    .append(i)
                    .append(", ?".repeat(COLUMNS))
                    .append(')');
        }
        return "SELECT v.column1, f.id FROM (VALUES " + values + ") v CROSS JOIN file f"
                + " ON f.place_id = v.column2 AND f.leaf = v.column3 AND f.clip_start = 0"
                + " WHERE f.folder_id = v.column4 AND f.name IS v.column5 AND f.size = v.column6"
                + " AND f.modified IS v.column7 AND f.modified_nano = v.column8 AND f.etag IS v.column9 AND f.hash IS v.column10"
                + " AND f.clip_end IS NULL AND f.state IN (1, 2, 3)";
    }

    /** Returns which of these are unchanged, by their places in the list; their rows are met. */
    static BitSet among(Writing writing, long source, List<Listed> listed, Seen seen) throws SQLException {
        var unchanged = new BitSet();
        writing.settle();
        int most = SIZES[SIZES.length - 1];
        for (int from = 0; from < listed.size(); from += most) {
            int begin = from;
            var part = listed.subList(from, Math.min(listed.size(), from + most));
            int size = part.size() <= SIZES[0] ? 0 : 1;
            Sql.Taker taker = row -> {
                unchanged.set(begin + row.getInt(1));
                seen.met(row.getLong(2));
            };
            writing.sql().each(STATEMENTS[size], taker, values(writing, source, part, SIZES[size]));
        }
        return unchanged;
    }

    private static Object[] values(Writing writing, long source, List<Listed> part, int rows) throws SQLException {
        var values = new Object[rows * COLUMNS]; // what is left empty matches nothing
        int at = 0;
        FolderRows.Folder folder = null;
        for (Listed one : part) {
            var item = one.item();
            if (folder == null || !folder.path().equals(item.folder())) { // neighbours mostly share it
                folder = writing.folders().folder(source, item.folder());
            }
            var version = item.version();
            String leaf = one.place().leaf(item.id());
            values[at++] = one.place().id();
            values[at++] = leaf;
            values[at++] = folder.id();
            values[at++] = FileRow.nameBeside(leaf, item);
            values[at++] = version.size();
            values[at++] = FileRow.seconds(version);
            values[at++] = FileRow.nanos(version);
            values[at++] = version.etag();
            values[at++] = version.hash();
        }
        return values;
    }
}
