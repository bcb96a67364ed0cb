package org.musicplatform.sources.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.musicplatform.sources.local.IgnoreRules.Dialect;

/**
 * The files by which a person says in a folder what is not for players.
 *
 * <p>{@code .nomedia}, and {@code .ndignore} without a pattern in it: nothing in this folder and below. The others hold a
 * pattern in each line, for this folder and below; where they differ, {@code .mpcignore} has the last word.
 */
final class IgnoreFiles {

    private static final int LARGEST = 64 << 10;
    private static final String ALL = ".nomedia";
    private static final String NAVIDROME = ".ndignore";

    /** Weakest first. */
    private static final Map<String, Dialect> PATTERNS = new LinkedHashMap<>();

    static {
        PATTERNS.put(".plexignore", Dialect.PLEX);
        PATTERNS.put(".mpdignore", Dialect.MPD);
        PATTERNS.put(NAVIDROME, Dialect.GIT);
        PATTERNS.put(".mpcignore", Dialect.GIT);
    }

    /**
     * What the files of one folder say.
     *
     * @param all whether nothing of the folder is meant for players
     * @param rules what holds in it and below, null for nothing
     */
    record Said(boolean all, IgnoreRules rules) {}

    private IgnoreFiles() {}

    /** Tells whether a file has a say. */
    static boolean isOne(String name) {
        return name.equals(ALL) || PATTERNS.containsKey(name);
    }

    /**
     * Reads those of a folder.
     *
     * @param folder the folder
     * @param there names of those that are there, or null to look for each
     * @param skips gets what cannot be read: it has no say then
     */
    static Said read(Folder folder, Set<String> there, Skips skips) {
        var rules = folder.rules();
        if (there != null && there.isEmpty()) {
            return new Said(false, rules);
        }
        // the root was named by a person: that nothing of it is meant for players does not count
        boolean root = folder.id().isEmpty();
        if (!root && isThere(folder, ALL, there)) {
            return new Said(true, rules);
        }
        for (var file : PATTERNS.entrySet()) {
            if (!isThere(folder, file.getKey(), there)) {
                continue;
            }
            try {
                var lines = lines(folder.path().resolve(file.getKey()));
                var before = rules;
                rules = IgnoreRules.with(rules, folder.shown(), file.getValue(), lines);
                if (!root && rules == before && file.getKey().equals(NAVIDROME)) {
                    return new Said(true, rules);
                }
            } catch (NoSuchFileException gone) {
                // between two looks
            } catch (IOException unreadable) {
                skips.file(folder, file.getKey(), "What it says is not followed: " + Skips.words(unreadable) + ".");
            }
        }
        return new Said(false, rules);
    }

    private static boolean isThere(Folder folder, String name, Set<String> there) {
        return there == null ? Files.exists(folder.path().resolve(name)) : there.contains(name);
    }

    private static List<String> lines(Path file) throws IOException {
        if (FileFacts.following(file).kind() != FileFacts.Kind.FILE) {
            throw new IOException("it is no file"); // opening a pipe would wait for ever
        }
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("it is larger than 64 KiB");
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        }
    }
}
