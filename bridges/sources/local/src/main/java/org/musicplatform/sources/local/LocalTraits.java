package org.musicplatform.sources.local;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.SourceTraits.Casing;
import org.musicplatform.core.api.source.SourceTraits.ListingOrder;
import org.musicplatform.core.api.source.SourceTraits.UnicodeForm;
import org.musicplatform.core.api.source.SourceTraits.Watching;

/** What can be relied on with folders of this machine. */
final class LocalTraits {

    private static final int MOST_TRIED = 1_000;

    /** As it is on a drive in this machine. */
    static final SourceTraits DECLARED = new SourceTraits(
            Set.of(
                    SourceCapability.PATH_IDS,
                    SourceCapability.ETAG_SURVIVES_MOVE,
                    SourceCapability.RANGE_READS,
                    SourceCapability.FOLDER_LISTING),
            "",
            Watching.RELIABLE,
            Casing.UNKNOWN,
            UnicodeForm.RAW,
            ListingOrder.BY_FOLDER);

    private LocalTraits() {}

    /** Returns what holds for one folder. */
    static SourceTraits of(LocalRoot root, Mounts mounts, SourceTraits declared) throws IOException {
        var seen = mounts.at(root.raw());
        // where the system does not tell what is mounted it does not tell of changes either
        boolean reliable = seen.at() != null && seen.remote().isEmpty();
        String type = seen.at() != null
                ? seen.at().type()
                : Files.getFileStore(root.path()).type();
        return new SourceTraits(
                declared.capabilities(),
                declared.hash(),
                reliable ? declared.watch() : Watching.UNRELIABLE,
                casing(root.path()),
                type.startsWith("hfs") ? UnicodeForm.NFD : UnicodeForm.RAW,
                declared.order());
    }

    /** Finds out by asking for what is there under a name in other letters. */
    private static Casing casing(Path folder) throws IOException {
        try (var entries = Files.newDirectoryStream(folder)) {
            int tried = 0;
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                String other = swapped(name);
                if (!other.equals(name)) {
                    return isSame(entry, folder.resolve(other)) ? Casing.INSENSITIVE : Casing.SENSITIVE;
                }
                if (++tried == MOST_TRIED) {
                    break;
                }
            }
            return Casing.UNKNOWN;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        try {
            Object key = FileFacts.of(one).key();
            return key != null && key.equals(FileFacts.of(other).key());
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Returns a name with its letters in the other case; itself where a letter is none of ASCII, or there is none. */
    private static String swapped(String name) {
        var other = new StringBuilder(name.length());
        for (char c : name.toCharArray()) {
            if (c >= 128) {
                return name;
            }
            other.append(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return other.toString();
    }
}
