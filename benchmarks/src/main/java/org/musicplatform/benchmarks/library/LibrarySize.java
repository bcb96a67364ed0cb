package org.musicplatform.benchmarks.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many bytes a track takes, by table and index: {@code DIR TRACKS}. */
public final class LibrarySize {

    /** Columns that hold tags as files have them. */
    private static final String RAW_TAGS = "tags|raw|raw_tags";

    /** Smaller parts are not shown by themselves. */
    private static final double SHOWN = 0.5;

    private final Connection connection;
    private final long tracks;

    private LibrarySize(Connection connection) throws SQLException {
        this.connection = connection;
        this.tracks = number("SELECT count(*) FROM track");
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        Path database = Bench.of(args).database();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            new LibrarySize(connection).print(Files.size(database));
        }
        Machine.printMemory();
    }

    private void print(long total) throws SQLException {
        var groups = new TreeMap<String, Long>();
        var parts = new LinkedHashMap<String, Long>();
        for (var part : pages().entrySet()) {
            groups.merge(group(part.getKey()), part.getValue(), Long::sum);
            parts.put(part.getKey(), part.getValue());
        }
        long raw = rawTags(groups);
        System.out.printf("%d tracks, %d bytes, %.0f bytes a track%n", tracks, total, (double) total / tracks);
        for (var group : groups.entrySet()) {
            System.out.printf("  %-28s %8.1f bytes a track%n", group.getKey(), each(group.getValue()));
        }
        long counted = groups.values().stream().mapToLong(Long::longValue).sum();
        long extra = groups.getOrDefault("artwork", 0L) + groups.getOrDefault("lyrics", 0L);
        System.out.printf("without artwork, lyrics and raw tags: %.1f bytes a track%n", each(counted - extra - raw));
        parts.entrySet().stream()
                .filter(part -> each(part.getValue()) >= SHOWN)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(part -> System.out.printf("    %-36s %8.1f%n", part.getKey(), each(part.getValue())));
    }

    private double each(long bytes) {
        return (double) bytes / tracks;
    }

    /** Returns bytes of whole pages by name. */
    private Map<String, Long> pages() throws SQLException {
        var pages = new TreeMap<String, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT d.name, m.tbl_name, m.type, d.pgsize FROM dbstat d LEFT JOIN sqlite_schema m"
                                + " ON m.name = d.name WHERE d.aggregate = 1")) {
            while (rows.next()) {
                boolean index = "index".equals(rows.getString("type"));
                String name =
                        index ? rows.getString("tbl_name") + " | " + rows.getString("name") : rows.getString("name");
                pages.put(name, rows.getLong("pgsize"));
            }
        }
        pages.put("(free pages)", number("PRAGMA freelist_count") * number("PRAGMA page_size"));
        return pages;
    }

    private static String group(String name) {
        String table = name.split(" \\| ")[0];
        if (table.matches("(artwork|picture|image).*")) {
            return "artwork";
        } else if (table.matches("lyric.*")) {
            return "lyrics";
        } else if (table.matches(".*(search|trigram|fts).*")) {
            return "search";
        } else if (table.matches("(raw|file_tag|tags).*")) {
            return "raw tags";
        } else if (table.matches("(play|annotation|playlist).*")) {
            return "what people said";
        } else if (table.matches("(file|folder|track).*")) {
            return name.contains(" | ") ? "files and tracks: indexes" : "files and tracks: tables";
        }
        return "others";
    }

    /** Takes raw tags that lie in a column of another table out of its group; returns their bytes. */
    private long rawTags(Map<String, Long> groups) throws SQLException {
        for (String table : new String[] {"file", "track"}) {
            try (var statement = connection.createStatement();
                    var columns = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
                while (columns.next()) {
                    String column = columns.getString("name");
                    if (column.matches(RAW_TAGS)) {
                        long bytes = number("SELECT sum(octet_length(" + column + ")) FROM " + table);
                        groups.merge("files and tracks: tables", -bytes, Long::sum);
                        groups.merge("raw tags", bytes, Long::sum);
                    }
                }
            }
        }
        return groups.getOrDefault("raw tags", 0L);
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
