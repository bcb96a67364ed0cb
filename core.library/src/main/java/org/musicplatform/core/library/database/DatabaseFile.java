package org.musicplatform.core.library.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * Looks at a file without touching it or what lies beside it, before it is opened as a library: what is refused stays as
 * it was. Offsets: SQLite, "Database File Format", sections 1.3 and 4.1.
 */
public final class DatabaseFile {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int PAGE_SIZE_AT = 16;
    private static final int USER_VERSION_AT = 60;
    private static final int WAL_HEADER = 32;
    private static final int WAL_MAGIC = 0x377f0682; // or one more
    private static final int WAL_SALT_AT = 16;
    private static final int FRAME_HEADER = 24;
    private static final int FRAME_SALT_AT = 8;

    private final Path file;

    private DatabaseFile(Path file) {
        this.file = file;
    }

    /** Refuses what is no library of ours, or a newer one. */
    public static void check(Path file) throws SQLException {
        new DatabaseFile(file).check();
    }

    /** Names a file that belongs to a database. */
    static Path beside(Path database, String suffix) {
        return database.resolveSibling(database.getFileName() + "." + suffix);
    }

    /** Says so in the journal of the program when what was written last before a crash cannot be had back. */
    static void tellOfLostLog(Path log) {
        try {
            if (!Files.exists(log)) {
                LOG.warn("The library was not closed well, and {} is gone: what was written last may be lost.", log);
            } else if (Files.size(log) > 0 && !isLog(log)) {
                LOG.warn("The library was not closed well, and {} cannot be read: what was written last is lost.", log);
            }
        } catch (IOException e) {
            LOG.warn("The library was not closed well, and {} cannot be read: {}", log, e.getMessage());
        }
    }

    private static boolean isLog(Path log) throws IOException {
        try (var in = Files.newInputStream(log)) {
            var header = ByteBuffer.wrap(in.readNBytes(WAL_HEADER));
            return header.limit() == WAL_HEADER && (header.getInt(0) & ~1) == WAL_MAGIC;
        }
    }

    private void check() throws SQLException {
        try {
            boolean logged = Files.exists(log()) && Files.size(log()) > 0;
            if (!Files.exists(file)) {
                if (logged) {
                    throw Errors.onlyTheLog(file, log());
                }
                return;
            }
            var header = header();
            int version = Math.max(header.getInt(USER_VERSION_AT), loggedVersion(pageSize(header)));
            if (version > Schema.VERSION) {
                throw Errors.newer(file, version);
            }
            if (!logged) { // else the file may be in the middle of taking over what the log has
                checkContent();
            }
        } catch (IOException e) {
            throw Errors.opening(file, new SQLException(e.getMessage(), e));
        }
    }

    private Path log() {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    private ByteBuffer header() throws IOException {
        byte[] header;
        try (var in = Files.newInputStream(file)) {
            header = in.readNBytes(HEADER);
        }
        if (header.length < HEADER || !Arrays.equals(MAGIC, 0, MAGIC.length, header, 0, MAGIC.length)) {
            throw Errors.damaged(file, header.length == 0 ? "it is empty" : "it begins as no library does", null);
        }
        return ByteBuffer.wrap(header);
    }

    private static int pageSize(ByteBuffer header) {
        int size = header.getShort(PAGE_SIZE_AT) & 0xffff;
        return size == 1 ? 65_536 : size;
    }

    /** Returns the version in the log that a process left behind when it died, 0 when there is none. */
    private int loggedVersion(int pageSize) throws IOException {
        Path log = log();
        int version = 0;
        if (pageSize < 512 || !Files.exists(log)) {
            return version;
        }
        try (var in = new RandomAccessFile(log.toFile(), "r")) {
            if (in.length() < WAL_HEADER) {
                return version;
            }
            in.seek(WAL_SALT_AT);
            long salt = in.readLong();
            for (long at = WAL_HEADER; at + FRAME_HEADER + pageSize <= in.length(); at += FRAME_HEADER + pageSize) {
                in.seek(at);
                int page = in.readInt();
                in.seek(at + FRAME_SALT_AT);
                if (in.readLong() != salt) {
                    break; // of a log before this one
                }
                if (page == 1) {
                    in.seek(at + FRAME_HEADER + USER_VERSION_AT);
                    version = Math.max(version, in.readInt());
                }
            }
        }
        return version;
    }

    /** Immutable: SQLite then neither locks, nor recovers, nor makes files. */
    private void checkContent() throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + uri());
        try (var sql = new Sql(source.getConnection())) {
            Schema.checkKnown(sql, file);
        } catch (SQLException e) {
            var trouble = Trouble.of(e);
            boolean content = trouble == Trouble.DAMAGED || trouble == Trouble.STATEMENT && e.getErrorCode() > 0;
            if (content) {
                throw Errors.damaged(file, e.getMessage(), e);
            }
            throw e;
        }
    }

    private String uri() {
        URI plain = file.toUri();
        return "file:" + plain.getRawPath().replace("?", "%3f") + "?immutable=1";
    }
}
