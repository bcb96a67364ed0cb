package org.musicplatform.core.library.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    private static final int PAGES_AT = 28;
    private static final int FIRST_FREE_AT = 32;
    private static final int FREE_AT = 36;
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

    /** Refuses what is no library of ours, or a newer one. To be asked while no connection of this process is open. */
    static void check(Path file) throws SQLException {
        version(file);
    }

    /** Names a file that belongs to a database. */
    public static Path beside(Path database, String suffix) {
        return database.resolveSibling(database.getFileName() + "." + suffix);
    }

    /** Has the names in a folder written to the disk, where that can be done. */
    public static void forceFolder(Path folder) {
        try (var channel = FileChannel.open(folder)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("Folders are not forced to the disk here: {}", e.getMessage());
        }
    }

    static Path log(Path database) {
        return database.resolveSibling(database.getFileName() + "-wal");
    }

    static Path logIndex(Path database) {
        return database.resolveSibling(database.getFileName() + "-shm");
    }

    /** Copies a database that nobody has open, with its log. */
    static void copy(Path database, Path to) throws IOException {
        Files.copy(database, to, StandardCopyOption.REPLACE_EXISTING);
        if (Files.exists(log(database)) && Files.size(log(database)) > 0) {
            Files.copy(log(database), log(to), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes a database that nobody has open, with all that SQLite made beside it. */
    static void remove(Path database) throws IOException {
        Files.deleteIfExists(database);
        Files.deleteIfExists(log(database));
        Files.deleteIfExists(logIndex(database));
    }

    static boolean hasHeader(Path database) throws IOException {
        try (var in = Files.newInputStream(database)) {
            return Arrays.equals(MAGIC, in.readNBytes(MAGIC.length));
        }
    }

    /** Makes the header of one database fit another of the same page size, of which only the length is known. */
    static byte[] fitting(ByteBuffer header, long length) {
        header.putInt(PAGES_AT, (int) (length / pageSize(header)));
        header.putInt(FIRST_FREE_AT, 0); // what is free is not needed to read
        header.putInt(FREE_AT, 0);
        return header.array();
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

    /** Refuses what {@link #check} does; returns the version of a library, 0 when it is not there. */
    public static int version(Path file) throws SQLException {
        return new DatabaseFile(file).check();
    }

    private int check() throws SQLException {
        try {
            boolean logged = Files.exists(log(file)) && Files.size(log(file)) > 0;
            if (!Files.exists(file)) {
                if (logged) {
                    throw Errors.onlyTheLog(file, log(file));
                }
                return 0;
            }
            var header = header();
            int version = Math.max(header.getInt(USER_VERSION_AT), loggedVersion(pageSize(header)));
            if (version > Schema.VERSION) {
                throw Errors.newer(file, version);
            }
            if (!logged) { // else the file may be in the middle of taking over what the log has
                checkContent();
            }
            return version;
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
        Path log = log(file);
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
