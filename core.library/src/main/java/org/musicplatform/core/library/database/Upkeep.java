package org.musicplatform.core.library.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.library.LibraryException;

/** Copies of the library, and whether it is sound. */
public final class Upkeep {

    private Upkeep() {}

    /** Copies the library into a new file; returns its size. */
    public static long backup(Connections connections, Path file) throws IOException {
        if (Files.exists(file)) {
            throw new LibraryException(
                    LibraryException.FILE_EXISTS, false, file + " exists already; name a new file.", null);
        }
        try (var sql = connections.reading()) {
            sql.update("VACUUM INTO ?", file.toString());
            return Files.size(file);
        } catch (SQLException e) {
            Files.deleteIfExists(file);
            throw new LibraryException(
                    LibraryException.IO,
                    true,
                    "The backup " + file + " could not be written (" + e.getMessage()
                            + "). Check that the folder is there and the disk has room.",
                    e);
        }
    }

    /** Returns what is wrong. */
    public static List<String> check(Sql sql) throws SQLException {
        var found = new ArrayList<String>();
        for (String line : sql.list("PRAGMA quick_check(20)", row -> row.getString(1))) {
            if (!line.equals("ok")) {
                found.add("The database is damaged: " + line + ". Restore it from a backup.");
            }
        }
        for (String table : sql.list("PRAGMA foreign_key_check", row -> row.getString(1))) {
            found.add("A row of " + table + " refers to one that is not there.");
        }
        same(sql, found, "tracks", "track", "track_search");
        same(sql, found, "albums", "album", "album_search");
        same(sql, found, "artists", "artist", "artist_search");
        return found;
    }

    private static void same(Sql sql, List<String> found, String what, String table, String index) throws SQLException {
        long lost = sql.number("SELECT count(*) FROM " + table + " WHERE id NOT IN (SELECT rowid FROM " + index + ")");
        long extra = sql.number("SELECT count(*) FROM " + index + " WHERE rowid NOT IN (SELECT id FROM " + table + ")");
        if (lost + extra > 0) {
            found.add("Search lacks " + lost + " " + what + " and knows " + extra + " that are not there.");
        }
    }
}
