package org.musicplatform.sources.local;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * What the ignore files of a folder and of those above it say. A later line is stronger than one before it, a folder's
 * own lines are stronger than those above. Immutable.
 */
final class IgnoreRules {

    /** How the lines of a file are read. */
    enum Dialect {
        /** As Git reads {@code .gitignore}. */
        GIT,
        /** As Git does, but nothing can be taken back with an exclamation mark. */
        PLEX,
        /** Each line is a pattern for the names of files and folders, here and below. */
        MPD
    }

    private static final int MOST_RULES = 1_000;
    private static final int MOST_NAMES = 64;
    private static final String ANY_FOLDERS = "**";

    /**
     * A line.
     *
     * @param names patterns for the names of a path below this folder, null for any number of names; of a line that holds
     *     for names anywhere below the one pattern
     * @param anywhere whether it holds for names anywhere below
     * @param foldersOnly whether it holds for folders alone
     * @param takesBack whether it takes in again what another line left out
     */
    private record Rule(List<Glob> names, boolean anywhere, boolean foldersOnly, boolean takesBack) {}

    private final IgnoreRules above;
    private final String folder;
    private final List<Rule> rules;

    private IgnoreRules(IgnoreRules above, String folder, List<Rule> rules) {
        this.above = above;
        this.folder = folder;
        this.rules = rules;
    }

    /**
     * Adds the lines of one file to what holds in its folder.
     *
     * @param before what holds there, null for nothing
     * @param folder path of the folder below the root, names joined by {@code /}, empty for the root
     * @return what holds with them, {@code before} when there is nothing in the lines
     */
    static IgnoreRules with(IgnoreRules before, String folder, Dialect dialect, List<String> lines) {
        List<Rule> rules = new ArrayList<>();
        for (String line : lines) {
            var rule = rule(dialect, Normalizer.normalize(line, Normalizer.Form.NFC));
            if (rule != null && rules.size() < MOST_RULES) {
                rules.add(rule);
            }
        }
        return rules.isEmpty() ? before : new IgnoreRules(before, folder, List.copyOf(rules));
    }

    private static Rule rule(Dialect dialect, String line) {
        String pattern = dialect == Dialect.GIT ? withoutTrailingSpaces(line) : line.strip();
        if (pattern.isEmpty() || pattern.startsWith("#")) {
            return null;
        }
        if (dialect == Dialect.MPD) {
            return new Rule(List.of(new Glob(pattern)), true, false, false);
        }
        boolean takesBack = dialect == Dialect.GIT && pattern.startsWith("!");
        if (takesBack) {
            pattern = pattern.substring(1);
        }
        boolean foldersOnly = pattern.endsWith("/");
        if (foldersOnly) {
            pattern = pattern.substring(0, pattern.length() - 1);
        }
        boolean anywhere = pattern.indexOf('/') < 0;
        if (pattern.startsWith("/")) {
            pattern = pattern.substring(1);
        }
        String[] parts = pattern.split("/", -1);
        if (pattern.isEmpty() || parts.length > MOST_NAMES) {
            return null;
        }
        List<Glob> names = new ArrayList<>();
        for (String part : parts) {
            names.add(part.equals(ANY_FOLDERS) && !anywhere ? null : new Glob(part));
        }
        return new Rule(names, anywhere, foldersOnly, takesBack);
    }

    private static String withoutTrailingSpaces(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\r')) {
            if (end > 1 && line.charAt(end - 1) == ' ' && line.charAt(end - 2) == '\\') {
                break;
            }
            end--;
        }
        return line.substring(0, end);
    }

    /**
     * Tells whether something is left out.
     *
     * @param within path of the folder it lies in, below the root, empty for the root
     * @param name its name
     * @param isFolder whether it is a folder
     */
    boolean leaveOut(String within, String name, boolean isFolder) {
        String path = Normalizer.normalize(within.isEmpty() ? name : within + "/" + name, Normalizer.Form.NFC);
        String[] names = path.split("/");
        for (var level = this; level != null; level = level.above) {
            int from = level.folder.isEmpty() ? 0 : level.folder.split("/").length;
            for (int i = level.rules.size() - 1; i >= 0; i--) {
                var rule = level.rules.get(i);
                if ((isFolder || !rule.foldersOnly()) && matches(rule, names, from)) {
                    return !rule.takesBack();
                }
            }
        }
        return false;
    }

    private static boolean matches(Rule rule, String[] names, int from) {
        var patterns = rule.names();
        if (rule.anywhere()) {
            return patterns.get(0).matches(names[names.length - 1]);
        }
        int at = from;
        int place = 0;
        int star = -1;
        int retry = 0;
        while (at < names.length) {
            if (place < patterns.size() && patterns.get(place) == null) {
                if (place == patterns.size() - 1) {
                    return true; // all that lies below, which is at least one name
                }
                star = place++;
                retry = at;
            } else if (place < patterns.size() && patterns.get(place).matches(names[at])) {
                place++;
                at++;
            } else if (star >= 0) {
                place = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        return place == patterns.size();
    }
}
