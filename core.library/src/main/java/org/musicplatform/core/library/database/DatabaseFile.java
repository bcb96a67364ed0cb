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
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * Looks at a file without touching it or what lies beside it, before it is opened as a library: what is refused stays as
 * it was. Offsets: SQLite, "Database File Format", sections 1.3 and 4.1.
 */
public final class DatabaseFile {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int PAGE_SIZE_AT = 16;
    private static final int USER_VERSION_AT = 60;
    private static final int WAL_HEADER = 32;
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

    private void check() throws SQLException {
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                return;
            }
            var header = header();
            int version = Math.max(header.getInt(USER_VERSION_AT), loggedVersion(pageSize(header)));
            if (version > Schema.VERSION) {
                throw Errors.newer(file, version);
            }
            checkContent();
        } catch (IOException e) {
            throw Errors.opening(file, new SQLException(e.getMessage(), e));
        }
    }

    private ByteBuffer header() throws IOException {
        byte[] header;
        try (var in = Files.newInputStream(file)) {
            header = in.readNBytes(HEADER);
        }
        if (header.length < HEADER || !Arrays.equals(MAGIC, 0, MAGIC.length, header, 0, MAGIC.length)) {
            throw Errors.damaged(file, null);
        }
        return ByteBuffer.wrap(header);
    }

    private static int pageSize(ByteBuffer header) {
        int size = header.getShort(PAGE_SIZE_AT) & 0xffff;
        return size == 1 ? 65_536 : size;
    }

    /** Returns the version in the log that a process left behind when it died, 0 when there is none. */
    private int loggedVersion(int pageSize) throws IOException {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
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
            throw Errors.damaged(file, e);
        }
    }

    private String uri() {
        URI plain = file.toUri();
        return "file:" + plain.getRawPath().replace("?", "%3f") + "?immutable=1";
    }
}
