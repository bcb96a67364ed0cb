package org.musicplatform.core.library.browse;

import java.util.List;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.support.CursorCodec;

/**
 * A row of a list with what the list is ordered by.
 *
 * @param value what the list holds
 * @param key by what it is ordered first
 * @param id by what then
 */
public record Keyed<T>(T value, String key, long id) {

    /**
     * Returns where a list goes on; a list takes its own cursors only.
     *
     * @param list the letter of the list
     * @return the last key and id, null at the first page
     */
    public static CursorCodec.Position after(PageRequest page, char list) {
        if (page.after() == null) {
            return null;
        }
        try {
            var position = CursorCodec.decode(page.after());
            if (!position.key().isEmpty() && position.key().charAt(0) == list) {
                return new CursorCodec.Position(position.key().substring(1), position.id());
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Errors.badCursor();
    }

    /** As {@link #after} of a list whose key is a number. */
    public static long number(CursorCodec.Position after) {
        if (!after.key().matches("-?\\d{1,18}")) {
            throw Errors.badCursor();
        }
        return Long.parseLong(after.key());
    }

    /** Makes a page of the rows that were asked for, one more than it may hold. */
    public static <T> Page<T> page(List<Keyed<T>> rows, char list, PageRequest page) {
        boolean more = rows.size() > page.limit();
        var shown = more ? rows.subList(0, page.limit()) : rows;
        String next = null;
        if (more) {
            var last = shown.get(shown.size() - 1);
            next = CursorCodec.encode(list + last.key(), last.id());
        }
        return new Page<>(shown.stream().map(Keyed::value).toList(), next);
    }
}
