package org.musicplatform.sources.local;

import java.util.Set;

/** Names that hold no music of the user's: left out silently, as players do. */
final class Ignored {

    private static final Set<String> FOLDERS = Set.of(
            "@eaDir", "@Recycle", "#recycle", "#snapshot", "$RECYCLE.BIN", "System Volume Information", "lost+found");

    private Ignored() {}

    /** Hidden and service folders. Two dots are a title ("...And Justice for All"), one is a hidden folder. */
    static boolean folder(String name) {
        return name.startsWith(".") && !name.startsWith("..") || FOLDERS.contains(name);
    }

    /** Resource forks that macOS leaves beside each file on foreign drives: named like music, but none. */
    static boolean file(String name) {
        return name.startsWith("._");
    }
}
