package org.musicplatform.core.library.browse;

import java.sql.SQLException;
import java.util.List;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackQuery;
import org.musicplatform.core.api.library.TrackSort;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.listener.ListenerRows;

/** Lists of tracks, page by page. */
public final class TrackPages {

    private TrackPages() {}

    public static Page<Track> tracks(Sql sql, TrackQuery query, PageRequest page) throws SQLException {
        long listener = ListenerRows.id(sql, query.listener());
        var cursors = new Cursors('t', query);
        return cursors.page(found(sql, query, listener, cursors, page), page, ids -> Rows.tracks(sql, ids, listener));
    }

    private static List<Found> found(Sql sql, TrackQuery query, long listener, Cursors cursors, PageRequest page)
            throws SQLException {
        int wanted = page.limit() + 1;
        var order = query.order();
        var listing = TrackCriteria.listing(sql, query.filter(), listener, wanted);
        if (order.sort() == TrackSort.RANDOM) {
            var after = cursors.afterRandom(page);
            return new RandomIds(sql, listing, order.seed(), order.descending(), after).find(wanted);
        }
        var segments = TrackSegments.of(order, query.filter(), listener);
        return new OrderedIds(sql, listing, segments).find(cursors.after(page, segments), wanted);
    }
}
