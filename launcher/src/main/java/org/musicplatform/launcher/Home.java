package org.musicplatform.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.musicplatform.core.support.OwnerLock;
import org.musicplatform.core.support.PlatformDirectories;

/** The directory of one library with its settings, cache and logs, owned by this process alone. */
final class Home implements AutoCloseable {

    private final Path directory;
    private final OwnerLock lock;

    private Home(Path directory, OwnerLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** The home cannot be used; the message says why and what to do. */
    static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableException(String message) {
            super(message);
        }
    }

    /** Another process has it; the message names it. */
    static final class OwnedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Path directory;

        OwnedException(Path directory, String owner) {
            super("the library in " + directory + " is in use by " + owner
                    + ", which does not answer. Wait until it ends, or choose another one with --home.");
            this.directory = directory;
        }

        Path directory() {
            return directory;
        }
    }

    /** Makes and takes a home, or the default one when null. */
    static Home open(Path given) throws UnusableException, OwnedException {
        Path directory = given != null ? given : PlatformDirectories.home(System.getenv()::get, System::getProperty);
        try {
            Files.createDirectories(directory.resolve("cache/native"));
            return new Home(directory, OwnerLock.take(directory.resolve("music.lock")));
        } catch (OwnerLock.OwnedException e) {
            throw new OwnedException(directory, e.owner());
        } catch (IOException e) {
            throw new UnusableException("cannot use " + directory + " as home ("
                    + e.getClass().getSimpleName() + "). Choose a directory that you may write with --home.");
        }
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
