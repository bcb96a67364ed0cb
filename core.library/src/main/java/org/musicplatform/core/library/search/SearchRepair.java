package org.musicplatform.core.library.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.WriterThread;
import org.musicplatform.core.library.writer.Writing;

/** Makes all search indexes anew, in pieces between which others write. */
public final class SearchRepair {

    private static final String UNDER_WAY = "search_repair";
    private static final int BATCH = 500;

    private SearchRepair() {}

    /** Has search made anew when the library is opened next. */
    public static void demand(Sql sql) throws SQLException {
        sql.update("INSERT OR REPLACE INTO meta (name, value) VALUES (?, 1)", UNDER_WAY);
    }

    /** Does what was demanded, or what a crash has interrupted. */
    public static void resume(WriterThread writer) {
        boolean underWay =
                writer.run(writing -> writing.sql().number("SELECT count(*) FROM meta WHERE name = ?", UNDER_WAY) > 0);
        if (underWay) {
            run(writer);
        }
    }

    /** Returns when all is done, with what was done. */
    public static List<String> run(WriterThread writer) {
        writer.run(SearchRepair::empty);
        var counts = new ArrayList<String>();
        for (Content content : Content.values()) {
            long count = 0;
            for (long last = 0; last >= 0; ) {
                long from = last;
                var ids = writer.run(writing -> put(writing, content, from));
                count += ids.size();
                last = ids.isEmpty() ? -1 : ids.get(ids.size() - 1);
            }
            counts.add(String.format("%,d %s", count, content.what()));
        }
        writer.run(writing -> writing.sql().update("DELETE FROM meta WHERE name = ?", UNDER_WAY));
        return List.of("Search was made anew: " + String.join(", ", counts) + ".");
    }

    private static Void empty(Writing writing) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        demand(sql);
        for (Content content : Content.values()) {
            sql.execute("INSERT INTO " + content.index() + " (" + content.index() + ") VALUES ('delete-all')");
        }
        sql.execute("INSERT INTO word_search (word_search) VALUES ('delete-all')");
        sql.execute("DELETE FROM word");
        writing.index().clear();
        return null;
    }

    private static List<Long> put(Writing writing, Content content, long from) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        var ids = sql.list(
                "SELECT id FROM (" + content.rows() + ") WHERE id > ? ORDER BY id LIMIT " + BATCH,
                row -> row.getLong(1),
                from);
        for (long id : ids) {
            content.put(sql, writing.index(), id);
        }
        return ids;
    }
}
