package org.musicplatform.core.library.browse;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.library.browse.Segment.Place;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.support.CursorCodec;

/** The cursors of one list in one order with one filter: it takes no others. */
final class Cursors {

    private final String list;

    /**
     * @param letter of the list
     * @param query what is asked for; its text tells all of it
     */
    Cursors(char letter, Object query) {
        var crc = new CRC32();
        crc.update(String.valueOf(query).getBytes(StandardCharsets.UTF_8));
        this.list = letter + Long.toHexString(crc.getValue()) + ' ';
    }

    /** Fetches rows by their ids, in this order. */
    interface Fetch<T> {
        List<T> rows(List<Long> ids) throws SQLException;
    }

    /** Makes a page of what was found, one more than it may hold. */
    <T> Page<T> page(List<Found> found, PageRequest page, Fetch<T> fetch) throws SQLException {
        boolean more = found.size() > page.limit();
        var shown = more ? found.subList(0, page.limit()) : found;
        String next = more ? next(shown.get(shown.size() - 1).place()) : null;
        return new Page<>(fetch.rows(shown.stream().map(Found::id).toList()), next);
    }

    private String next(Place place) {
        var text = new StringBuilder(list).append(place.segment()).append(' ');
        for (Object key : place.keys()) {
            if (key == null) {
                text.append('n');
            } else if (key instanceof Number number) {
                text.append(number.longValue()).append(';');
            } else {
                String words = key.toString();
                text.append('"').append(words.length()).append(';').append(words);
            }
        }
        return CursorCodec.encode(text.toString(), place.id());
    }

    /** As {@link #after(PageRequest, List)} of a list in an order by chance. */
    Place afterRandom(PageRequest page) {
        var place = after(page);
        if (place != null && !RandomIds.isPlace(place)) {
            throw Errors.badCursor();
        }
        return place;
    }

    private Place after(PageRequest page) {
        if (page.after() == null) {
            return null;
        }
        try {
            var position = CursorCodec.decode(page.after());
            if (position.key().startsWith(list)) {
                return new Reading(position.key(), list.length()).place(position.id());
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // said below
        }
        throw Errors.badCursor();
    }

    /**
     * Returns where a list goes on.
     *
     * @param segments of the order
     * @return null at the first page
     */
    Place after(PageRequest page, List<Segment> segments) {
        var place = after(page);
        if (place != null
                && (place.segment() < 0
                        || place.segment() >= segments.size()
                        || place.keys().size()
                                != segments.get(place.segment()).columns().size())) {
            throw Errors.badCursor();
        }
        return place;
    }

    private static final class Reading {
        private final String text;
        private int at;

        Reading(String text, int at) {
            this.text = text;
            this.at = at;
        }

        Place place(long id) {
            int segment = Integer.parseInt(until(' '));
            var keys = new ArrayList<Object>();
            while (at < text.length()) {
                switch (text.charAt(at)) {
                    case 'n' -> {
                        keys.add(null);
                        at++;
                    }
                    case '"' -> {
                        at++;
                        int length = Integer.parseInt(until(';'));
                        keys.add(text.substring(at, at + length));
                        at += length;
                    }
                    default -> keys.add(Long.valueOf(until(';')));
                }
            }
            return new Place(segment, keys, id);
        }

        private String until(char end) {
            int to = text.indexOf(end, at);
            String part = text.substring(at, to);
            at = to + 1;
            return part;
        }
    }
}
