package org.musicplatform.core.library.curation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.FileRow;

/**
 * Files of different tracks that may hold the same bytes: they agree in size, length and tags. No index tells that, which
 * each new file would have to pay for: few files are looked up by the lengths and titles of tracks, of many all are
 * sorted.
 */
final class Suspects {

    private static final int FEW = 500;
    private static final int AT_ONCE = 5_000;

    private static final String CHANGED =
            "SELECT count(*) FROM (SELECT 1 FROM track WHERE revision > ? LIMIT " + (FEW + 1) + ")";

    /** Other tracks of the length, and of the title: of a track with several files a copy may have another length. */
    private static final String LIKE_FEW =
            few("track_duration", "q.duration_ms = t.duration_ms") + " UNION " + few("track_title", "q.sort = t.sort");

    private static final String LIKE_MANY = "SELECT group_concat(f.id) FROM file f NOT INDEXED WHERE "
            + "f.track_id IS NOT NULL" + whole("f")
            + " GROUP BY f.size, f.duration_ms HAVING min(f.track_id) <> max(f.track_id)";

    private static final String GROUPS =
            "SELECT group_concat(f.id) FROM json_each(?) j CROSS JOIN file f ON f.id = j.value"
                    + " CROSS JOIN file_tags g ON g.file_id = f.id"
                    + " GROUP BY f.size, f.duration_ms, g.tags HAVING min(f.track_id) <> max(f.track_id)";

    private static final String MEMBERS = "SELECT " + FileRow.COLUMNS
            + ", s.id, s.provider, s.location, s.name, c.hash" + FileRow.FROM
            + "CROSS JOIN source s ON s.id = f.source_id LEFT JOIN content c ON c.file_id = f.id AND "
            + Duplicates.OF_THIS_VERSION + " WHERE f.id IN (SELECT value FROM json_each(?))" + whole("f")
            + " ORDER BY f.id";

    private Suspects() {}

    private static String whole(String file) {
        return " AND " + file + ".state IN (1, 2) AND " + file + ".clip_start = 0 AND " + file
                + ".clip_end IS NULL AND " + file + ".size > 0";
    }

    private static String few(String index, String like) {
        return "SELECT f.id, o.id FROM track t CROSS JOIN file f ON f.track_id = t.id" + whole("f")
                + " CROSS JOIN track q INDEXED BY " + index + " ON q.visible = 1 AND " + like + " AND q.id <> t.id"
                + " CROSS JOIN file o ON o.track_id = q.id AND o.size = f.size" + whole("o")
                + " WHERE t.revision > ?1 AND t.visible = 1";
    }

    /**
     * A file of a group.
     *
     * @param hash what is known of its content, or null
     */
    record Member(FileRow file, SourceAccount source, String hash) {

        static Member of(ResultSet row) throws SQLException {
            int next = FileRow.LENGTH + 1;
            var source = new SourceAccount(
                    new SourceId(row.getLong(next)),
                    row.getString(next + 1),
                    row.getString(next + 2),
                    row.getString(next + 3));
            return new Member(FileRow.of(row), source, row.getString(next + 4));
        }
    }

    /**
     * What is to be compared.
     *
     * @param revision of the library that was looked at
     * @param groups the ids of files that are alike, as JSON
     */
    record Found(long revision, List<String> groups) {}

    /** Finds what is alike among tracks that changed, and others; null when none changed. */
    static Found find(Sql sql) throws SQLException {
        long compared = sql.number("SELECT value FROM meta WHERE name = 'compared'");
        long revision = sql.number("SELECT value FROM meta WHERE name = 'revision'");
        long changed = sql.number(CHANGED, compared);
        if (changed == 0) {
            return null;
        }
        var groups = new ArrayList<String>();
        if (changed <= FEW) {
            Set<String> alike = new LinkedHashSet<>();
            sql.each(
                    LIKE_FEW,
                    row -> {
                        alike.add(row.getString(1));
                        alike.add(row.getString(2));
                    },
                    compared);
            divide(sql, alike.stream().collect(Collectors.joining(",")), groups);
            return new Found(revision, groups);
        }
        var alike = new StringBuilder();
        int count = 0;
        for (String ids : sql.list(LIKE_MANY, row -> row.getString(1))) {
            alike.append(alike.isEmpty() ? "" : ",").append(ids);
            count += ids.chars().filter(c -> c == ',').count() + 1;
            if (count >= AT_ONCE) {
                divide(sql, alike.toString(), groups);
                alike.setLength(0);
                count = 0;
            }
        }
        divide(sql, alike.toString(), groups);
        return new Found(revision, groups);
    }

    private static void divide(Sql sql, String ids, List<String> groups) throws SQLException {
        if (!ids.isEmpty()) {
            groups.addAll(sql.list(GROUPS, row -> "[" + row.getString(1) + "]", "[" + ids + "]"));
        }
    }

    static List<Member> members(Sql sql, String group) throws SQLException {
        return sql.list(MEMBERS, Member::of, group);
    }
}
