package org.musicplatform.core.library.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.musicplatform.core.api.library.LibraryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of the library. One is made beside its place, forced to the disk and renamed: whatever ends it early, no half
 * file has its name.
 */
public final class Backup {

    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);
    private static final String PART = "backup.part";
    private static final Set<Path> BEING_WRITTEN = ConcurrentHashMap.newKeySet();

    private Backup() {}

    /** Puts what is in no row into a copy, which nobody else has open. */
    public interface Packing {
        void pack(Sql copy) throws SQLException;
    }

    /**
     * Writes a copy as it is at one moment, with what is packed into it; on a thread of {@link ReaderPool#meanwhile}.
     *
     * @return its size in bytes
     */
    public static long write(ReaderPool readers, Path file, Packing packing) {
        Path target = file.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw Errors.exists(file);
        }
        Path part = DatabaseFile.beside(target, PART);
        if (!BEING_WRITTEN.add(part)) {
            throw new LibraryException(
                    LibraryException.IN_USE, true, "The backup " + file + " is being written. Wait for it.", null);
        }
        try {
            DatabaseFile.remove(part); // what a crash left
            readers.apart(sql -> {
                copy(sql, part, file);
                return null;
            });
            try (var copy = Connections.ofDraft(part)) {
                packing.pack(copy);
            }
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            long size = Files.size(part);
            Files.move(part, target); // goes over nothing that came meanwhile
            DatabaseFile.forceFolder(target.getParent());
            return size;
        } catch (FileAlreadyExistsException e) {
            throw Errors.exists(file);
        } catch (SQLException | IOException e) {
            throw Errors.notWritten("The backup " + file, e);
        } finally {
            delete(part);
            BEING_WRITTEN.remove(part);
        }
    }

    /** Copies the library alone into a new file. */
    static void copy(Sql sql, Path file) throws SQLException {
        copy(sql, file, file);
    }

    /** @param called how a person knows the file */
    private static void copy(Sql sql, Path file, Path called) throws SQLException {
        try {
            Upkeep.copy(sql, file);
        } catch (SQLException e) {
            delete(file);
            if (Trouble.of(e) == Trouble.INTERRUPTED) {
                throw e;
            }
            throw Errors.notWritten("The backup " + called, e);
        }
    }

    private static void delete(Path file) {
        try {
            DatabaseFile.remove(file);
        } catch (IOException e) {
            LOG.warn("What there is of {} could not be deleted: {}", file, e.getMessage());
        }
    }
}
