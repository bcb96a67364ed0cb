package org.musicplatform.core.library.search;

import org.musicplatform.core.library.listener.AnnotationRows;

/** A kind of things that have names, and what is asked for them. In all statements {@code x} is the thing. */
enum Kind {
    TRACK(
            "track",
            "x.visible = 1",
            "title",
            "x.artist_sort, x.album_sort, x.album_place",
            "track_title",
            "' ' || x.sort || ' ' || x.artist_sort || ' ' || x.album_sort"),
    ALBUM("album", "x.tracks > 0", "title", "x.artist_sort", "album_sort", null),
    ARTIST("artist", "(x.tracks > 0 OR x.albums > 0)", "name", null, "artist_sort", null),
    GENRE("genre", "x.tracks > 0", "name", null, "genre_sort", null),
    FOLDER("folder", "x.files > 0", "name", null, "folder_sort", null),
    PLAYLIST("playlist", "(x.listener_id = " + AnnotationRows.LISTENER + " OR x.shared = 1)", "name", null, null, null);

    /** So many matches are ranked. */
    static final int RANKED = 2_000;

    /** Names in the order of their index that are looked at for one that has the article of the question. */
    private static final int WITH_ARTICLE = 300;

    private final String names;
    private final String namesWithArticle;
    private final String[] ranked = new String[Question.SIGNS + 1];
    private final String any;
    private final String many;
    private final boolean others;
    private final boolean sorted;
    private final boolean byVocabulary;

    /**
     * @param table where the rows are; the index has its name
     * @param there the condition of those that are shown
     * @param name the column of the name as it is shown; {@code sort} has it folded
     * @param order columns by which those come in order whose own name has none of the words; null when the index has
     *     no words but those of the name
     * @param sorted the index that has the names of those that are shown in order, or null
     * @param text all that one is found by, where the index has no list of beginnings of one letter, and too much in it
     *     to gather long ones; null elsewhere
     */
    Kind(String table, String there, String name, String order, String sorted, String text) {
        this.others = order != null;
        this.sorted = sorted != null;
        this.byVocabulary = text != null;
        String index = table + "_search";
        String range = " FROM " + table + " x" + (sorted == null ? "" : " INDEXED BY " + sorted) + " WHERE " + there
                + " AND x.sort >= ?1 AND x.sort < ?2 ORDER BY x.sort, x.id";
        this.names = "SELECT x.id, x.sort = ?1" + range + " LIMIT ?3";
        this.namesWithArticle =
                "SELECT id, sort = ?1 FROM (SELECT x.id, x.sort, x." + name + " AS name" + range + " LIMIT "
                        + WITH_ARTICLE + ") WHERE lower(substr(name, 1, length(?4))) = ?4 ORDER BY sort, id LIMIT ?3";
        String matching = " FROM " + index + " CROSS JOIN " + table + " x ON x.id = " + index + ".rowid WHERE " + index
                + " MATCH ?1 AND " + there;
        this.any = "SELECT x.id" + matching + (text == null ? "" : " AND (" + filter(text, 3) + ")") + " LIMIT ?2";
        this.many = "SELECT count(*) > " + RANKED + " FROM (SELECT x.id" + matching + " LIMIT " + (RANKED + 1) + ")";
        for (int signs = 0; signs < ranked.length; signs++) {
            ranked[signs] = ranked(matching, order, text, signs);
        }
    }

    /** One number orders most of them: the very name, names that begin so, more words in the name, shorter names. */
    private static String ranked(String matching, String order, String text, int signs) {
        String columns = order == null ? "" : ", " + order;
        var count = new StringBuilder("1");
        for (int i = 0; i < signs; i++) {
            count.append(i == 0 ? " - 1" : "")
                    .append(" + (instr(' ' || x.sort, ?")
                    .append(7 + i)
                    .append(") > 0)");
        }
        String filter = text == null ? "" : " WHERE " + filter(text, 5).replace("x.", "h.");
        return "SELECT h.id FROM (SELECT x.id, x.sort" + columns + ", " + count + " AS signs" + matching + " LIMIT "
                + (RANKED + 1) + ") h" + filter
                + " ORDER BY (h.sort <> ?3) * 2000000 + (h.sort < ?3 OR h.sort >= ?4) * 1000000 - h.signs * 10000"
                + " + CASE h.signs WHEN 0 THEN 0 ELSE min(length(h.sort), 9999) END"
                + columns.replace("x.", "h.") + ", h.sort, h.id LIMIT ?2";
    }

    /** Whether one of two texts is in what a track is found by; also when the first one is empty. */
    private static String filter(String text, int first) {
        return "?" + first + " = '' OR instr(" + text + ", ?" + first + ") > 0 OR instr(" + text + ", ?" + (first + 1)
                + ") > 0";
    }

    /** Ids by name, those with the very name first: ?1 name, ?2 behind all that begin with it, ?3 how many. */
    String names() {
        return names;
    }

    /** As {@link #names}, of those that begin with ?4 as they are shown. */
    String namesWithArticle() {
        return namesWithArticle;
    }

    /**
     * Ids, the best first: ?1 expression, ?2 how many, ?3 name, ?4 behind all that begin with it, ?5 and ?6 filters
     * where {@link #byVocabulary}, ?7 and so on signs of words where {@link #hasOthers}.
     *
     * @param signs how many
     */
    String ranked(int signs) {
        return ranked[signs];
    }

    /** Ids that match, in no order: ?1 expression, ?2 how many, ?3 and ?4 filters where {@link #byVocabulary}. */
    String any() {
        return any;
    }

    /** Whether more match than are ranked: ?1 expression. */
    String many() {
        return many;
    }

    /** Tells whether the index of names is in their order. */
    boolean isSorted() {
        return sorted;
    }

    /** Tells whether its index has other words than those of names. */
    boolean hasOthers() {
        return others;
    }

    /** Tells whether its index has no list of beginnings of one letter, and too much in it to gather long ones. */
    boolean byVocabulary() {
        return byVocabulary;
    }
}
