package org.musicplatform.core.library;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.Drives;
import org.musicplatform.core.library.database.Opening;

/**
 * How a library is opened.
 *
 * @param drives tells on what kind of file system a folder lies; null to take any
 * @param longestLook how long opening may take to look at the pages after a crash, not null; what is left is looked at
 *     while the library is in use
 * @param patience how long a lock of another program is waited for, not null
 */
public record LibraryOptions(Drives drives, Duration longestLook, Duration patience) {

    public LibraryOptions {
        Objects.requireNonNull(longestLook, "longestLook");
        Objects.requireNonNull(patience, "patience");
    }

    /**
     * Returns what fits, unless system properties say otherwise: {@code music.library.network=allow} opens a library on
     * a network drive too, for who knows that its locks work and that no other computer uses it.
     */
    public static LibraryOptions ofSystem() {
        boolean any = "allow".equals(System.getProperty(Drives.PROPERTY));
        return new LibraryOptions(any ? null : Drives.OF_SYSTEM, Opening.LONGEST_LOOK, Connections.PATIENCE);
    }

    void checkDrive(Path database) {
        if (drives != null) {
            drives.refuseNetwork(database);
        }
    }
}
