package org.musicplatform.core.library.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Reads what can be read of a damaged library, table by table, into a new one. Of a table with a hole, the rows before
 * and behind it are read, then those around it one by one.
 */
final class Salvage {

    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);
    private static final int HEADER = 100;
    private static final int BLOCK = 64;
    private static final int MOST_BLOCKS = 100_000;
    private static final int MOST_MISSES = 200;
    private static final long UNKNOWN_END = 1_000_000;

    /** What people care for, by table. */
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("source", "sources");
        WORDS.put("track", "tracks");
        WORDS.put("file", "files");
        WORDS.put("annotation", "ratings and favourites");
        WORDS.put("play", "plays");
        WORDS.put("playlist", "playlists");
        WORDS.put("playlist_entry", "entries of playlists");
        WORDS.put("lyrics", "lyrics");
    }

    private final Sql from;
    private final Sql to;
    private final List<String> notes;

    private Salvage(Sql from, Sql to, List<String> notes) {
        this.from = from;
        this.to = to;
        this.notes = notes;
    }

    /** Opens a file for reading whatever is wrong with it, without changing anything. */
    static Sql open(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        var sql = new Sql(source.getConnection());
        try {
            sql.execute("PRAGMA writable_schema = ON"); // takes tables as they come, and a file that was cut
            return sql;
        } catch (SQLException e) {
            sql.close();
            throw e;
        }
    }

    /**
     * Makes a library of what can be read of another.
     *
     * @param notes takes what came of it, one sentence each
     */
    static void run(Path damaged, Path part, List<String> notes) throws SQLException, IOException {
        Path readable = withHeader(damaged);
        try (var to = new Connections(part).writing()) {
            int version = Schema.VERSION;
            try (var from = open(readable)) {
                version = version(from);
                Schema.migrate(to, part, version);
                new Salvage(from, to, notes).copy();
            } catch (UnreadableException e) {
                notes.add("Nothing of the library could be read: " + e.getMessage() + ".");
            }
            Schema.migrate(to, part);
            Schema.run(to, "salvaged.sql");
            Upkeep.renewSearchIndexes(to);
            to.update("INSERT OR REPLACE INTO meta (name, value) VALUES ('normaliser', 0)"); // all is described anew
        } finally {
            if (!readable.equals(damaged)) {
                DatabaseFile.remove(readable);
            }
        }
        notes.add("Index your sources again: what is missing comes back.");
    }

    /** The damaged side does not answer. */
    private static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** A file whose first bytes are not those of a database gets a copy with such that fit. */
    private static Path withHeader(Path damaged) throws IOException, SQLException {
        if (DatabaseFile.hasHeader(damaged) || Files.size(damaged) < HEADER) {
            return damaged;
        }
        Path model = DatabaseFile.beside(damaged, "model");
        Path copy = DatabaseFile.beside(damaged, "readable");
        try {
            try (var sql = new Connections(model).writing()) {
                Schema.migrate(sql, model);
            }
            byte[] header;
            try (var in = Files.newInputStream(model)) {
                header = in.readNBytes(HEADER);
            }
            DatabaseFile.copy(damaged, copy);
            try (var file = new RandomAccessFile(copy.toFile(), "rw")) {
                file.write(DatabaseFile.fitting(ByteBuffer.wrap(header), Files.size(damaged)));
            }
            return copy;
        } finally {
            DatabaseFile.remove(model);
        }
    }

    private static int version(Sql from) throws UnreadableException {
        try {
            return (int) Math.min(from.number("SELECT count(*) FROM schema_step NOT INDEXED"), Schema.VERSION);
        } catch (SQLException e) {
            throw new UnreadableException(e);
        }
    }

    private void copy() throws SQLException {
        var triggers = to.list("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", Trigger::of);
        for (var trigger : triggers) {
            to.execute("DROP TRIGGER " + Upkeep.quoted(trigger.name()));
        }
        var indexes = Upkeep.searchIndexes(to);
        for (var table : to.list(
                "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
                        + " AND name NOT LIKE 'sqlite_%' AND name <> 'schema_step'",
                Table::of)) {
            if (indexes.stream().noneMatch(index -> table.name().startsWith(index + "_"))) {
                copy(table);
            }
        }
        for (boolean more = true; more; ) {
            more = dropLoose(); // what referred to what is dropped is loose then
        }
        for (var trigger : triggers) {
            to.execute(trigger.sql());
        }
    }

    private record Trigger(String name, String sql) {
        static Trigger of(ResultSet row) throws SQLException {
            return new Trigger(row.getString(1), row.getString(2));
        }
    }

    private record Table(String name, boolean numbered) {
        static Table of(ResultSet row) throws SQLException {
            return new Table(
                    row.getString(1), !row.getString(2).toUpperCase(Locale.ROOT).contains("WITHOUT ROWID"));
        }
    }

    private void copy(Table table) throws SQLException {
        long rows = 0;
        boolean whole = false;
        to.begin();
        try {
            var columns = columns(to, table.name());
            columns.retainAll(columns(from, table.name()));
            if (!columns.isEmpty()) {
                var copying = new Copying(table, columns);
                whole = table.numbered() ? copying.numbered() : copying.keyed();
                rows = copying.rows;
            }
            to.commit();
        } catch (SQLException e) {
            to.rollback();
            throw e;
        }
        LOG.info("Salvaged {} rows of {}{}", rows, table.name(), whole ? "" : "; others could not be read");
        String word = WORDS.get(table.name());
        if (word != null && (rows > 0 || !whole)) {
            notes.add(String.format(Locale.ROOT, "%,d %s were taken over", rows, word)
                    + (whole ? "." : "; others could not be read."));
        }
    }

    private static List<String> columns(Sql sql, String table) {
        try {
            return new ArrayList<>(sql.list("SELECT name FROM pragma_table_info(?)", row -> row.getString(1), table));
        } catch (SQLException e) {
            LOG.warn("The table {} cannot be read: {}", table, e.getMessage());
            return new ArrayList<>();
        }
    }

    /** One table on its way. */
    private final class Copying {
        private final String table;
        private final String key;
        private final String select;
        private final String insert;
        private final int width;
        private boolean readable; // whether the question under way could be read so far
        private long rows;
        private long first = Long.MAX_VALUE; // of the rows read last, those of a numbered table
        private long last = Long.MIN_VALUE;

        Copying(Table table, List<String> columns) throws SQLException {
            this.table = table.name();
            this.key = table.numbered() ? "rowid" : primaryKey(table.name());
            this.width = columns.size();
            String list = columns.stream().map(Upkeep::quoted).collect(Collectors.joining(", "));
            this.select = "SELECT " + (table.numbered() ? "rowid, " : "0, ") + list + " FROM "
                    + Upkeep.quoted(table.name()) + " NOT INDEXED";
            // what the tables begin with gives way to what was there
            this.insert = "INSERT OR REPLACE INTO " + Upkeep.quoted(table.name()) + " (" + list + ") VALUES (?"
                    + ", ?".repeat(width - 1) + ")";
        }

        private String primaryKey(String name) throws SQLException {
            return String.join(
                    ", ",
                    to.list(
                            "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk",
                            row -> Upkeep.quoted(row.getString(1)),
                            name));
        }

        /** Tells whether all could be read. */
        boolean keyed() throws SQLException {
            if (read(select + " ORDER BY " + key)) {
                return true;
            }
            rows = 0; // those are counted again
            read(select + " ORDER BY " + key.replace(",", " DESC,") + " DESC");
            rows = to.number("SELECT count(*) FROM " + Upkeep.quoted(table));
            return false;
        }

        boolean numbered() throws SQLException {
            if (read(select + " ORDER BY rowid")) {
                return true;
            }
            long before = Math.max(last, 0);
            first = Long.MAX_VALUE;
            read(select + " WHERE rowid > " + before + " ORDER BY rowid DESC");
            long behind = first == Long.MAX_VALUE ? end(before) : first;
            long block = Math.max(BLOCK, (behind - before) / MOST_BLOCKS);
            int misses = 0;
            for (long at = before + 1; at < behind; at += block) {
                long to = Math.min(at + block, behind);
                if (read(select + " WHERE rowid >= " + at + " AND rowid < " + to)) {
                    misses = 0;
                } else if (++misses < MOST_MISSES) {
                    for (long one = Math.max(at, last + 1); one < to; one++) {
                        read(select + " WHERE rowid = " + one);
                    }
                }
            }
            return false;
        }

        private long end(long before) {
            try {
                return from.number("SELECT seq FROM sqlite_sequence WHERE name = ?", table) + 1;
            } catch (SQLException e) {
                return before + UNKNOWN_END;
            }
        }

        /** Copies the rows of a question; returns whether it could be read to its end. */
        private boolean read(String question) throws SQLException {
            last = Long.MIN_VALUE;
            try (var writing = to.connection().prepareStatement(insert);
                    var reading = from.connection().createStatement()) {
                var row = ask(reading, question);
                while (row != null && next(row)) {
                    if (!take(row, writing)) {
                        return false;
                    }
                    writing.executeUpdate();
                    rows++;
                }
                return row != null && readable;
            }
        }

        private ResultSet ask(Statement reading, String question) {
            readable = true;
            try {
                return reading.executeQuery(question);
            } catch (SQLException e) {
                readable = false;
                return null;
            }
        }

        private boolean next(ResultSet row) {
            try {
                return row.next();
            } catch (SQLException e) {
                readable = false;
                return false;
            }
        }

        private boolean take(ResultSet row, PreparedStatement writing) throws SQLException {
            try {
                long id = row.getLong(1);
                for (int i = 1; i <= width; i++) {
                    writing.setObject(i, row.getObject(i + 1));
                }
                first = Math.min(first, id);
                last = Math.max(last, id);
                return true;
            } catch (SQLException e) {
                readable = false;
                return false;
            }
        }
    }

    private record Reference(String table, String column, String parent, String target, boolean needed) {}

    /** Deletes or unties what refers to rows that were lost; returns whether there was any. */
    private boolean dropLoose() throws SQLException {
        int changed = 0;
        for (var reference : to.list(
                "SELECT t.name, f.\"from\", f.\"table\", coalesce(f.\"to\", 'id'), c.\"notnull\" + c.pk"
                        + " FROM sqlite_schema t, pragma_foreign_key_list(t.name) f, pragma_table_info(t.name) c"
                        + " WHERE t.type = 'table' AND c.name = f.\"from\"",
                row -> new Reference(
                        Upkeep.quoted(row.getString(1)),
                        Upkeep.quoted(row.getString(2)),
                        Upkeep.quoted(row.getString(3)),
                        Upkeep.quoted(row.getString(4)),
                        row.getInt(5) > 0))) {
            String loose = " WHERE " + reference.column() + " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
                    + reference.parent() + " p WHERE p." + reference.target() + " = " + reference.table() + "."
                    + reference.column() + ")";
            changed += to.update(
                    reference.needed()
                            ? "DELETE FROM " + reference.table() + loose
                            : "UPDATE " + reference.table() + " SET " + reference.column() + " = NULL" + loose);
        }
        return changed > 0;
    }
}
