package org.musicplatform.core.library.browse;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.FolderId;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackOrder;
import org.musicplatform.core.api.library.TrackSort;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.Schema;
import org.musicplatform.core.library.database.Sql;

/** A database with rows made by plain SQL: more of them than files can be read in a test. */
final class RowsByHand {

    static final int TRACKS = 2_400;
    static final int LISTENER = 1;

    private static final String NUMBERS =
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + TRACKS + ") ";

    private RowsByHand() {}

    static Sql fill(Path folder) throws SQLException {
        var file = folder.resolve("library.db");
        var sql = new Connections(file).writing();
        Schema.migrate(sql, file);
        for (String statement : List.of(
                "INSERT INTO source (id, provider, location, name, state, reason)"
                        + " VALUES (1, 'local', '/a', 'A', 'READY', ''), (2, 'local', '/b', 'B', 'READY', '')",
                "INSERT INTO folder (id, source_id, parent_id, path, name, sort, files) VALUES"
                        + " (1, 1, NULL, '', '', '', 1600), (2, 2, NULL, '', '', '', 800),"
                        + " (3, 1, 1, 'x', 'x', 'x', 800), (4, 1, 3, 'x/y', 'y', 'y', 400), (5, 1, 1, 'x y', 'x y', 'x y', 10)",
                "INSERT INTO place (id, source_id, prefix) VALUES (1, 1, ''), (2, 2, '')",
                "INSERT INTO format (id, container, codec, reader) VALUES (1, 'm', 'MP3', 'r'), (2, 'f', 'FLAC', 'r')",
                "INSERT INTO artist (id, name, name_key, sort, tracks) VALUES"
                        + " (1, 'P', 'p', 'p', 200), (2, 'Q', 'q', 'q', 2200)",
                "INSERT INTO genre (id, name, name_key, sort, tracks) VALUES"
                        + " (1, 'G', 'g', 'g', 240), (2, 'H', 'h', 'h', 2160)",
                NUMBERS + "INSERT INTO album (id, title, title_key, sort, artist, artist_id, artist_sort, year, tracks,"
                        + " tag_compilation, compilation, reason) SELECT i, 'Al' || i, 'al' || i, 'al' || i % 70, 'P', 1,"
                        + " CASE WHEN i % 9 = 0 THEN '' ELSE 'p' || i % 5 END, nullif(1990 + i % 8, 1993), 12, 0, 0, ''"
                        + " FROM n WHERE i <= 200",
                NUMBERS + "INSERT INTO track (id, visible, revision, added, album_id, album_place, album_bound, year,"
                        + " duration_ms, title, sort, artist, artist_sort, album_sort, genres) SELECT i, i % 40 <> 0, 0, i,"
                        + " CASE WHEN i % 11 = 0 THEN NULL ELSE i / 12 % 200 + 1 END, 100000 + i % 12, 0,"
                        + " nullif(1990 + i % 13, 1995), nullif(i % 17, 3) * 1000, 'T' || i, 't' || i % 90, 'P',"
                        + " CASE WHEN i % 10 = 0 THEN '' ELSE 'p' || i % 6 END,"
                        + " CASE WHEN i % 11 = 0 THEN '' ELSE 'al' || (i / 12 % 200 + 1) % 70 END, '' FROM n",
                NUMBERS + "INSERT INTO file (id, track_id, source_id, folder_id, place_id, state, priority, size,"
                        + " format_id, leaf) SELECT i, i, 1 + (i > 1600), CASE WHEN i > 1600 THEN 2 WHEN i > 800 THEN 1"
                        + " WHEN i > 400 THEN 3 ELSE 4 END, 1 + (i > 1600), CASE WHEN i % 40 = 0 THEN 4 ELSE 1 END, 1, 1,"
                        + " 1 + (i % 5 = 0), i || '.mp3' FROM n",
                NUMBERS + "INSERT INTO track_artist (track_id, position, artist_id, role)"
                        + " SELECT i, 0, 2 - (i % 12 = 0), 0 FROM n",
                NUMBERS + "INSERT INTO track_artist (track_id, position, artist_id, role)"
                        + " SELECT i, 1, 2 - (i % 12 = 0), 1 FROM n WHERE i % 7 = 0",
                NUMBERS
                        + "INSERT INTO track_genre (track_id, position, genre_id) SELECT i, 0, 1 + (i % 10 <> 1) FROM n",
                NUMBERS
                        + "INSERT INTO annotation (listener_id, track_id, rating, favourite, changed, plays, last_played)"
                        + " SELECT 1, i, i % 4, i % 6 = 0, 0, 0, nullif(i % 30, 7) FROM n WHERE i % 3 = 0")) {
            sql.execute(statement);
        }
        return sql;
    }

    /** One filter of each kind, by its name. */
    static Map<String, TrackFilter> filters() {
        var filters = new LinkedHashMap<String, TrackFilter>();
        filters.put("album", TrackFilter.ALL.withAlbum(new AlbumId(7)));
        filters.put("artist", TrackFilter.ALL.withArtist(new ArtistId(1)));
        filters.put("genre", TrackFilter.ALL.withGenre("G"));
        filters.put("years", TrackFilter.ALL.withYears(1992, 1994));
        filters.put("source", TrackFilter.ALL.withSource(new SourceId(2)));
        filters.put("folder", TrackFilter.ALL.withFolder(new FolderId(3)));
        filters.put("format", TrackFilter.ALL.withFormat("flac"));
        filters.put("rating", TrackFilter.ALL.withMinRating(3));
        filters.put("played", TrackFilter.ALL.withPlayed(true));
        filters.put("favourite", TrackFilter.ALL.withFavourite(true));
        return filters;
    }

    /** Every order that an index has. */
    static List<TrackOrder> orders() {
        var orders = new ArrayList<TrackOrder>();
        for (TrackSort sort : TrackSort.values()) {
            if (sort != TrackSort.RANDOM) {
                orders.add(TrackOrder.by(sort));
                orders.add(TrackOrder.by(sort).reversed());
            }
        }
        return orders;
    }
}
