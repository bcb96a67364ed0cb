package org.musicplatform.core.library.browse;

import java.sql.SQLException;
import java.util.List;
import org.musicplatform.core.api.library.Artist;
import org.musicplatform.core.api.library.Genre;
import org.musicplatform.core.api.library.NameOrder;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.library.database.Sql;

/** Lists of artists and genres, page by page. */
public final class NamePages {

    private NamePages() {}

    public static Page<Artist> artists(Sql sql, NameOrder order, PageRequest page) throws SQLException {
        return list(sql, Kind.ARTIST, "artist_sort", Rows.ARTIST_THERE, order, page, ids -> Rows.artists(sql, ids));
    }

    public static Page<Genre> genres(Sql sql, NameOrder order, PageRequest page) throws SQLException {
        return list(sql, Kind.GENRE, "genre_sort", "g.tracks > 0", order, page, ids -> Rows.genres(sql, ids));
    }

    private static <T> Page<T> list(
            Sql sql, Kind kind, String index, String there, NameOrder order, PageRequest page, Cursors.Fetch<T> fetch)
            throws SQLException {
        var cursors = new Cursors(kind == Kind.ARTIST ? 'r' : 'g', order);
        // there is no index by tracks: it would be written with every track; names are few beside these
        boolean byName = order.sort() == NameOrder.Sort.NAME;
        String tables = byName ? kind.by(index) : kind.byId();
        String column = kind.alias() + (byName ? ".sort" : ".tracks");
        var segments = List.of(Segment.of(kind, tables, Condition.ALWAYS, List.of(column), order.descending()));
        var listing = Listing.all(kind, Condition.of(there));
        var found = new OrderedIds(sql, listing, segments).find(cursors.after(page, segments), page.limit() + 1);
        return cursors.page(found, page, fetch);
    }
}
