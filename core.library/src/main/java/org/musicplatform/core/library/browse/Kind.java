package org.musicplatform.core.library.browse;

/** What lists hold: rows of a table, which queries know by an alias. */
enum Kind {
    TRACK("track", "t"),
    ALBUM("album", "a"),
    ARTIST("artist", "r"),
    GENRE("genre", "g"),
    FOLDER("folder", "d"),
    FILE("file", "f");

    private final String table;
    private final String alias;

    Kind(String table, String alias) {
        this.table = table;
        this.alias = alias;
    }

    String table() {
        return table;
    }

    String alias() {
        return alias;
    }

    String id() {
        return alias + ".id";
    }

    /** Adds the rows whose ids stand in a column. */
    String join(String column) {
        return " CROSS JOIN " + table + " " + alias + " ON " + alias + ".id = " + column;
    }

    /** Names the table in the order of one of its indexes. */
    String by(String index) {
        return table + " " + alias + " INDEXED BY " + index;
    }

    /** Names the table in the order of its ids. */
    String byId() {
        return table + " " + alias + " NOT INDEXED";
    }
}
