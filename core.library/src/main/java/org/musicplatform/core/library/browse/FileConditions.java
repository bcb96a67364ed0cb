package org.musicplatform.core.library.browse;

/**
 * How each field of a file is asked for in SQL: conditions on a row of {@code file} with an alias. The one place that
 * knows.
 */
public final class FileConditions {

    private final String alias;

    public FileConditions(String alias) {
        this.alias = alias;
    }

    public Condition there() {
        return Condition.of(alias + ".state <> 4");
    }

    public Condition inSource(long source) {
        return Condition.of(alias + ".source_id = ?", source);
    }

    /** In a folder or below. */
    public Condition below(long source, String path) {
        var folder = folder("b", source, path);
        return new Condition(
                "EXISTS (SELECT 1 FROM folder b WHERE b.id = " + alias + ".folder_id AND " + folder.text() + ")",
                folder.values());
    }

    /** As {@link #below}; quicker for many files, after all these folders were put on a list. */
    Condition belowListed(long source, String path) {
        var folder = folder("b", source, path);
        // the plus keeps SQLite from looking for each folder of the list instead
        return new Condition(
                "+" + alias + ".folder_id IN (SELECT b.id FROM folder b WHERE " + folder.text() + ")", folder.values());
    }

    /** Coded so, whatever the case of letters. */
    public Condition coded(String codec) {
        return Condition.of(
                alias + ".format_id IN (SELECT o.id FROM format o WHERE o.codec = ? COLLATE NOCASE)", codec);
    }

    /** The folder with this path, and all below: a condition on a row of {@code folder}. */
    static Condition folder(String alias, long source, String path) {
        var inSource = Condition.of(alias + ".source_id = ?", source);
        if (path.isEmpty()) {
            return inSource;
        }
        String column = alias + ".path";
        // a range that the index has; '0' is the character after '/', and a few others are between the path and that
        return inSource.and(Condition.of(
                column + " >= ? AND " + column + " < ? AND (" + column + " = ? OR " + column + " >= ?)",
                path,
                path + "0",
                path,
                path + "/"));
    }
}
