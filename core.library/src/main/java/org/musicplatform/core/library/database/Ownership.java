package org.musicplatform.core.library.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.support.OwnerLock;

/** That a library belongs to this process alone. */
public final class Ownership implements AutoCloseable {

    private final OwnerLock lock;

    private Ownership(OwnerLock lock) {
        this.lock = lock;
    }

    /**
     * Takes it.
     *
     * @throws LibraryException when another process, or another part of this one, has it
     */
    public static Ownership take(Path database) {
        try {
            return new Ownership(OwnerLock.take(DatabaseFile.beside(database, "lock")));
        } catch (OwnerLock.OwnedException e) {
            throw Errors.inUse(database, e.owner(), e);
        } catch (AccessDeniedException e) {
            throw Errors.folderNotWritable(database, e);
        } catch (IOException e) {
            throw Errors.opening(database, new SQLException(e.toString(), e));
        }
    }

    /** Something that is done to a file. */
    public interface Work<T> {
        T run() throws SQLException, IOException;
    }

    /** Does something with a library that nobody has. */
    public static <T> T during(Path database, Work<T> work) throws SQLException, IOException {
        var owned = take(database);
        try {
            return work.run();
        } finally {
            owned.close();
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new LibraryException(
                    LibraryException.IO, true, "The lock of the library could not be given back: " + e.getMessage(), e);
        }
    }
}
