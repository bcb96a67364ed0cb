package org.musicplatform.core.library.listener;

import java.sql.SQLException;
import java.util.List;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.Listener;
import org.musicplatform.core.api.library.ListenerId;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.Writing;
import org.musicplatform.core.support.TextFolding;

/** Who listens. The first one is always there: whoever uses the library without saying who. */
public final class ListenerRows {

    private static final int MOST = 1_000;

    private ListenerRows() {}

    /** Returns the row of a listener, of the first one for null. */
    public static long id(Sql sql, ListenerId listener) throws SQLException {
        if (listener == null) {
            return AnnotationRows.LISTENER;
        }
        if (sql.number("SELECT count(*) FROM listener WHERE id = ?", listener.value()) == 0) {
            throw Errors.notFound("listener " + listener);
        }
        return listener.value();
    }

    public static List<Listener> all(Sql sql) throws SQLException {
        return sql.list(
                "SELECT id, name FROM listener ORDER BY id",
                row -> new Listener(new ListenerId(row.getLong(1)), row.getString(2)));
    }

    public static Listener add(Writing writing, String name) throws SQLException {
        var all = all(writing.sql());
        requireFree(all, name, null);
        if (all.size() >= MOST) {
            throw new IllegalArgumentException("there are at most " + MOST + " listeners");
        }
        long id = writing.sql().insert("INSERT INTO listener (name) VALUES (?)", name.strip());
        return new Listener(new ListenerId(id), name.strip());
    }

    public static Listener rename(Writing writing, ListenerId listener, String name) throws SQLException {
        id(writing.sql(), listener);
        requireFree(all(writing.sql()), name, listener);
        writing.sql().update("UPDATE listener SET name = ? WHERE id = ?", name.strip(), listener.value());
        return new Listener(listener, name.strip());
    }

    private static void requireFree(List<Listener> all, String name, ListenerId but) {
        for (Listener each : all) {
            if (!each.id().equals(but) && TextFolding.key(each.name()).equals(TextFolding.key(name))) {
                throw new LibraryException(
                        LibraryException.NAME_TAKEN,
                        false,
                        "There is a listener " + name.strip() + " already. Choose another name.",
                        null);
            }
        }
    }
}
