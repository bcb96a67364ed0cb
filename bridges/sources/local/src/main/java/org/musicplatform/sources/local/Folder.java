package org.musicplatform.sources.local;

import java.nio.file.Path;

/**
 * A folder as a walk meets it.
 *
 * @param path where it is
 * @param facts what it was when it was met, links followed
 * @param id its id, empty or ending in {@code /}
 * @param shown its path to show
 * @param real where it really is when a link out of the root led here, otherwise null
 * @param rules what the ignore files above it say, null for nothing
 */
record Folder(Path path, FileFacts facts, String id, String shown, Path real, IgnoreRules rules) {

    /** Returns a folder in this one. */
    Folder inside(Entry entry, FileFacts itsFacts, Path itsReal, IgnoreRules rulesHere) {
        return new Folder(entry.path(), itsFacts, idOf(entry), shownOf(entry.name()), itsReal, rulesHere);
    }

    String idOf(Entry folder) {
        return id + folder.raw() + "/";
    }

    String shownOf(String name) {
        return shown.isEmpty() ? name : shown + "/" + name;
    }

    /** Returns where an entry really is when a link out of the root led here, otherwise null. */
    Path realOf(Entry entry) {
        return real == null ? null : real.resolve(entry.path().getFileName());
    }

    /**
     * Something in a folder.
     *
     * @param path where it is
     * @param raw its name as a part of an id
     * @param name its name to show
     * @param facts what it is itself, links not followed
     */
    record Entry(Path path, String raw, String name, FileFacts facts) {

        /** Returns the same with what it leads to. */
        Entry leadingTo(FileFacts target) {
            return new Entry(path, raw, name, target);
        }
    }
}
