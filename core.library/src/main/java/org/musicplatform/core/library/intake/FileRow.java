package org.musicplatform.core.library.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.track.FileBound;

/**
 * A file as the writer needs it.
 *
 * @param itemId the id of its source, which rows hold in two parts: many files share the first
 * @param folder the folder that it is shown in
 * @param track its track, null before its tags were read for the first time
 * @param clipEnd milliseconds, null for the end of the file
 */
public record FileRow(
        long id,
        long source,
        String itemId,
        String name,
        long folderId,
        String folder,
        ItemVersion version,
        long clipStart,
        Long clipEnd,
        Long track,
        FileState state,
        FileState prior,
        int priority,
        int attempts,
        FileBound bound) {

    /** What {@link #of} reads, from tables as {@link #FROM} names them. */
    public static final String COLUMNS = "f.id, f.source_id, p.prefix, f.leaf, f.name, f.folder_id, d.path, f.size,"
            + " f.modified, f.modified_nano, f.etag, f.hash, f.clip_start, f.clip_end, f.track_id, f.state,"
            + " f.prior_state, f.priority, f.attempts, f.bound, f.place_id";

    public static final String FROM =
            " FROM file f CROSS JOIN place p ON p.id = f.place_id CROSS JOIN folder d ON d.id = f.folder_id ";

    public static final int LENGTH = 21;

    public static FileRow of(ResultSet row) throws SQLException {
        return of(row, row.getString(3), row.getString(7));
    }

    /** As {@link #of(ResultSet)} for many rows: neighbours share the texts of their place and their folder. */
    static Sql.Mapper<FileRow> neighbours() {
        return new Sql.Mapper<>() {
            private long place;
            private String prefix;
            private long folder;
            private String path;

            @Override
            public FileRow map(ResultSet row) throws SQLException {
                if (prefix == null || row.getLong(LENGTH) != place) {
                    place = row.getLong(LENGTH);
                    prefix = row.getString(3);
                }
                if (path == null || row.getLong(6) != folder) {
                    folder = row.getLong(6);
                    path = row.getString(7);
                }
                return of(row, prefix, path);
            }
        };
    }

    private static FileRow of(ResultSet row, String prefix, String path) throws SQLException {
        String leaf = row.getString(4);
        String name = row.getString(5);
        return new FileRow(
                row.getLong(1),
                row.getLong(2),
                prefix + leaf,
                name == null ? leaf : name,
                row.getLong(6),
                path,
                version(row, 8),
                row.getLong(13),
                Sql.longOrNull(row, 14),
                Sql.longOrNull(row, 15),
                FileStates.of(row.getInt(16)),
                FileStates.of(Sql.intOrNull(row, 17)),
                row.getInt(18),
                row.getInt(19),
                FileBound.of(row.getInt(20)));
    }

    /** Reads size, modified, modified_nano, etag and hash, which stand in a row behind each other. */
    public static ItemVersion version(ResultSet row, int first) throws SQLException {
        Long modified = Sql.longOrNull(row, first + 1);
        return new ItemVersion(
                row.getLong(first),
                modified == null ? null : Instant.ofEpochSecond(modified, row.getInt(first + 2)),
                row.getString(first + 3),
                row.getString(first + 4));
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

    /** Returns the name of an item as a row holds it: null where the last part of its id says the same. */
    static String nameBeside(String leaf, SourceItem item) {
        return item.name().equals(leaf) ? null : item.name();
    }

    /** Returns the place where it lies, in the sense of its source: all before the last part of its id. */
    static String prefixOf(String itemId) {
        return itemId.substring(0, itemId.lastIndexOf('/') + 1);
    }

    /** Tells whether an item lies in the place with this prefix. */
    static boolean isIn(String prefix, String itemId) {
        return itemId.lastIndexOf('/') + 1 == prefix.length() && itemId.startsWith(prefix);
    }
}
