package org.musicplatform.core.library.artwork;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.musicplatform.core.api.library.ArtworkStore;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.library.database.DatabaseFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that are named by the SHA-256 of what is in them, in folders by its first two digits: the same bytes are one
 * file. Thread-safe; one process has them, as it has the database beside them.
 *
 * <p>A file comes before its row. What a crash leaves is at most a file without one, which {@link #sweep} puts aside, and
 * deletes later: the library may have been replaced by another one, and come back.
 */
public final class PictureFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PictureFiles.class);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String PART = ".part";
    private static final String ASIDE = "aside";

    private final Path folder;
    private final Map<String, Integer> held = new HashMap<>(); // guarded by this; how often

    /** @param database beside which they lie */
    public PictureFiles(Path database) {
        this.folder = DatabaseFile.beside(database, "artwork");
    }

    /** Tells whether a text can be the name of a file. */
    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Path folder() {
        return folder;
    }

    Path file(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private Path aside(String hash) {
        return folder.resolve(ASIDE).resolve(hash);
    }

    /** Something that is done about a file. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Does something while a file is neither deleted nor put aside, whether it has a row or not. */
    <T> T holding(String hash, Work<T> work) throws IOException {
        try (var hold = hold()) {
            hold.add(hash);
            return work.run();
        }
    }

    /** Begins to hold files. */
    public Hold hold() {
        return new Hold();
    }

    /** Files that are neither deleted nor put aside until it is closed, whether they have rows or not. */
    public final class Hold implements AutoCloseable {
        private final Set<String> hashes = new HashSet<>();

        private Hold() {}

        void add(String hash) {
            if (hashes.add(hash)) {
                synchronized (PictureFiles.this) {
                    held.merge(hash, 1, Integer::sum);
                }
            }
        }

        @Override
        public void close() {
            synchronized (PictureFiles.this) {
                hashes.forEach(hash -> held.computeIfPresent(hash, (key, times) -> times == 1 ? null : times - 1));
            }
        }
    }

    /** Does something, and says in words what the disk has against it. */
    <T> T inWords(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new LibraryException(
                    LibraryException.IO,
                    true,
                    "A picture in " + folder + " could not be read or written (" + e.getMessage()
                            + "). Check that the folder can be written and the disk has room.",
                    e);
        }
    }

    /**
     * Stores a file, unless it is there as it should be. When this returns, it is on the disk.
     *
     * @return whether it was not there
     */
    boolean store(String hash, byte[] bytes) throws IOException {
        if (Arrays.equals(bytes, read(hash))) {
            return false;
        }
        Path file = file(hash);
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(hash + "." + UUID.randomUUID() + PART);
        try {
            try (var channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            DatabaseFile.forceFolder(file.getParent());
            return true;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Returns what is in a file, null when it is gone or has something else in it. */
    byte[] read(String hash) throws IOException {
        Path file = file(hash);
        try {
            if (!Files.exists(file)) {
                bringBack(hash);
            }
            if (Files.size(file) > ArtworkStore.MAX_BYTES) {
                return null;
            }
            byte[] bytes = Files.readAllBytes(file);
            return hash(bytes).equals(hash) ? bytes : null;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private synchronized void bringBack(String hash) throws IOException {
        Path aside = aside(hash);
        if (Files.exists(aside)) {
            Files.createDirectories(file(hash).getParent());
            Files.move(aside, file(hash), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Tells whether a file is there and has so many bytes, without reading it. */
    boolean hasSize(String hash, long size) throws IOException {
        try {
            if (!Files.exists(file(hash))) {
                bringBack(hash);
            }
            return Files.size(file(hash)) == size;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Deletes a file whose row is gone, unless somebody holds it. */
    synchronized void delete(String hash) {
        if (held.containsKey(hash)) {
            return;
        }
        try {
            Files.deleteIfExists(file(hash));
        } catch (IOException e) {
            LOG.warn("The picture {} is not needed any more and could not be deleted: {}", file(hash), e.getMessage());
        }
    }

    /**
     * Puts files aside that have no row, and deletes what was put aside long ago or was never finished.
     *
     * @param hasRow asked about each file that nobody holds
     * @param now the time
     * @param before what was put aside before this goes
     * @return how many were put aside
     */
    int sweep(Predicate<String> hasRow, Instant now, Instant before) {
        int moved = 0;
        try {
            if (!Files.isDirectory(folder)) {
                return 0;
            }
            try (var inside = Files.newDirectoryStream(folder, Files::isDirectory)) {
                for (Path each : inside) {
                    boolean aside = each.endsWith(ASIDE);
                    try (var files = Files.newDirectoryStream(each)) {
                        for (Path file : files) {
                            if (aside) {
                                deleteOlder(file, before);
                            } else {
                                moved += putAside(file, hasRow, now) ? 1 : 0;
                            }
                        }
                    }
                }
            }
        } catch (IOException e) {
            LOG.warn("Not all of {} could be looked at: {}", folder, e.getMessage());
        }
        return moved;
    }

    private synchronized boolean putAside(Path file, Predicate<String> hasRow, Instant now) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(PART)) {
            boolean beingWritten = held.containsKey(name.substring(0, Math.max(0, name.indexOf('.'))));
            return !beingWritten && !Files.deleteIfExists(file);
        }
        if (!isHash(name) || held.containsKey(name) || hasRow.test(name)) {
            return false;
        }
        Files.createDirectories(aside(name).getParent());
        Files.setLastModifiedTime(file, FileTime.from(now));
        Files.move(file, aside(name), StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private static void deleteOlder(Path file, Instant before) throws IOException {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
            Files.deleteIfExists(file);
        }
    }
}
