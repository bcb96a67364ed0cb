package org.musicplatform.core.library.browse;

import java.sql.SQLException;
import java.util.function.LongFunction;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.support.CursorCodec;

/**
 * Lists what lacks something, by id. There is no index of that, which every track would pay for: a page looks at so many
 * rows at most, and may be empty without being the last.
 */
public final class Wanting<T> {

    private static final int LOOKED_AT = 20_000;

    private final Sql sql;
    private final String list;
    private final LongFunction<T> made;

    /**
     * @param list what its cursors begin with, so that it takes no others
     * @param made makes an item of an id
     */
    public Wanting(Sql sql, String list, LongFunction<T> made) {
        this.sql = sql;
        this.list = list;
        this.made = made;
    }

    /**
     * Makes a page.
     *
     * @param table whose rows are looked at, as {@code x}
     * @param condition which of them lack it
     * @param values of the condition
     */
    public Page<T> page(PageRequest page, String table, String condition, Object... values) throws SQLException {
        long after = after(page);
        long end = after + LOOKED_AT;
        var bound = new Object[values.length + 3];
        bound[0] = after;
        bound[1] = end;
        System.arraycopy(values, 0, bound, 2, values.length);
        bound[bound.length - 1] = page.limit() + 1;
        var found = sql.list(
                "SELECT x.id FROM " + table + " x WHERE x.id > ? AND x.id <= ? AND " + condition
                        + " ORDER BY x.id LIMIT ?",
                row -> row.getLong(1),
                bound);
        boolean more = found.size() > page.limit();
        var shown = more ? found.subList(0, page.limit()) : found;
        Long last = more ? shown.get(shown.size() - 1) : null;
        if (!more && sql.number("SELECT max(id) FROM " + table) > end) {
            last = end;
        }
        return new Page<>(
                shown.stream().map(made::apply).toList(), last == null ? null : CursorCodec.encode(list, last));
    }

    private long after(PageRequest page) {
        if (page.after() == null) {
            return 0;
        }
        try {
            var position = CursorCodec.decode(page.after());
            if (position.key().equals(list)) {
                return position.id();
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Errors.badCursor();
    }
}
