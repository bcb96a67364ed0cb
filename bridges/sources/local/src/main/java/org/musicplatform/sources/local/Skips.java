package org.musicplatform.sources.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.musicplatform.core.api.source.spi.Listing.Skipped;

/** What a walk could not look at. */
final class Skips {

    private static final int MOST_ENTRIES = 3;

    private final String root;
    private final Set<String> folders = new HashSet<>();
    private final Map<String, Integer> entries = new HashMap<>();
    private final List<Skipped> skipped = new ArrayList<>();

    /** Creates an empty set for a root with this path to show. */
    Skips(String root) {
        this.root = root;
    }

    /** A folder could not be read, or not whole. */
    void folder(Folder folder, IOException why) {
        if (folders.add(folder.id())) {
            String words = why instanceof AccessDeniedException
                    ? "This folder may not be read. Change its permissions."
                    : "This folder could not be read whole: " + words(why) + ".";
            skipped.add(new Skipped(folder.id(), folder.id().isEmpty() ? root : folder.shown(), words));
        }
    }

    /** An entry could not be looked at, so that it is not known whether it is a file or a folder. */
    void entry(Folder folder, Folder.Entry entry, IOException why) {
        // where one may not be looked at none may; where several fail the folder is at fault
        if (why instanceof AccessDeniedException || entries.merge(folder.id(), 1, Integer::sum) > MOST_ENTRIES) {
            folder(folder, why);
            return;
        }
        String words = "It could not be looked at: " + words(why) + ".";
        skipped.add(new Skipped(folder.id() + entry.raw(), folder.shownOf(entry.name()), words));
        skipped.add(new Skipped(folder.idOf(entry), folder.shownOf(entry.name()), words));
    }

    /** A file could not be read. */
    void file(Folder folder, String name, String words) {
        skipped.add(new Skipped(folder.id() + name, folder.shownOf(name), words));
    }

    static String words(IOException why) {
        if (why instanceof AccessDeniedException) {
            return "it may not be read";
        }
        return why instanceof FileSystemException e && e.getReason() != null ? e.getReason() : why.getMessage();
    }

    List<Skipped> all() {
        return skipped;
    }
}
