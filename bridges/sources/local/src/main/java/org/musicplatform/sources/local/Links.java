package org.musicplatform.sources.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.musicplatform.sources.local.Folder.Entry;

/**
 * Which links are followed. One into the root is not, since the walk meets by itself what it leads to; of those that
 * lead to the same place outside of the root the first is. Thread-safe.
 */
final class Links {

    private final Path realRoot;
    private final Map<Object, String> folders = new HashMap<>(); // guarded by this, as the next
    private final Map<Path, String> files = new HashMap<>();

    Links(Path realRoot) {
        this.realRoot = realRoot;
    }

    /** Gives the links when they are needed: most places have none. */
    interface Source {
        Links get() throws IOException;
    }

    /** Where a link leads. */
    record Target(Path real, FileFacts facts) {}

    /**
     * Returns where a link leads, or null when it is not followed, leads nowhere, or in a circle.
     *
     * @throws IOException when that cannot be told now
     */
    Target follow(Path link) throws IOException {
        try {
            Path real = link.toRealPath();
            return isWalkedAnyway(real) ? null : new Target(real, FileFacts.following(link));
        } catch (NoSuchFileException | NotDirectoryException nowhere) {
            return null;
        } catch (IOException unknown) {
            if (isCircle(link)) {
                return null;
            }
            throw new IOException("where it leads cannot be looked at: " + Skips.words(unknown), unknown);
        }
    }

    /** What cannot be followed to its end though its next step can be looked at leads in a circle. */
    private static boolean isCircle(Path link) {
        try {
            FileFacts.of(link.resolveSibling(Files.readSymbolicLink(link)));
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Tells whether the walk meets a place below the root by itself: not when it lies in a folder that is left out. */
    boolean isWalkedAnyway(Path real) {
        if (!real.startsWith(realRoot)) {
            return false;
        }
        for (Path name : realRoot.relativize(real)) {
            if (Ignored.folder(name.toString())) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether this way to a folder outside of the root is the one that is followed. */
    synchronized boolean isTheWay(Folder folder) {
        Object key = folder.facts().key() != null ? folder.facts().key() : folder.real();
        return folders.computeIfAbsent(key, first -> folder.id()).equals(folder.id());
    }

    /** Tells whether this way to a file outside of the root is the one that is followed. */
    synchronized boolean isTheWay(Folder folder, Entry file, Path real) {
        String id = folder.id() + file.raw();
        return files.computeIfAbsent(real, first -> id).equals(id);
    }
}
