package org.musicplatform.core.library.database;

import java.sql.SQLException;
import java.util.List;

/** Whether what is counted beside rows is what the rows come to. */
final class Aggregates {

    private static final String BELOW = "WITH RECURSIVE below (root, id) AS (SELECT id, id FROM folder UNION ALL"
            + " SELECT b.root, d.id FROM below b JOIN folder d ON d.parent_id = b.id)";

    private enum Sum {
        ALBUM_TRACKS(
                "albums do not know how many tracks they have",
                "SELECT count(*) FROM album a LEFT JOIN (SELECT album_id, count(*) AS tracks, sum(duration_ms) AS length"
                        + " FROM track WHERE visible = 1 GROUP BY album_id) t ON t.album_id = a.id"
                        + " WHERE a.tracks <> coalesce(t.tracks, 0) OR a.duration_ms <> coalesce(t.length, 0)"),
        ARTIST_TRACKS(
                "artists do not know how many tracks they have",
                "SELECT count(*) FROM artist r LEFT JOIN (SELECT x.artist_id, count(*) AS tracks FROM track_artist x"
                        + " JOIN track t ON t.id = x.track_id WHERE x.role = 0 AND t.visible = 1 GROUP BY x.artist_id) t"
                        + " ON t.artist_id = r.id WHERE r.tracks <> coalesce(t.tracks, 0)"),
        ARTIST_ALBUMS(
                "artists do not know how many albums they have",
                "SELECT count(*) FROM artist r LEFT JOIN (SELECT artist_id, count(*) AS albums FROM album"
                        + " WHERE tracks > 0 GROUP BY artist_id) a ON a.artist_id = r.id"
                        + " WHERE r.albums <> coalesce(a.albums, 0)"),
        GENRE_TRACKS(
                "genres do not know how many tracks they have",
                "SELECT count(*) FROM genre g LEFT JOIN (SELECT x.genre_id, count(*) AS tracks FROM track_genre x"
                        + " JOIN track t ON t.id = x.track_id WHERE t.visible = 1 GROUP BY x.genre_id) t"
                        + " ON t.genre_id = g.id WHERE g.tracks <> coalesce(t.tracks, 0)"),
        FOLDER_FILES(
                "folders do not know how many files they have",
                BELOW + " SELECT count(*) FROM folder d LEFT JOIN (SELECT b.root, count(*) AS files FROM below b"
                        + " JOIN file f ON f.folder_id = b.id WHERE f.state <> 4 GROUP BY b.root) f ON f.root = d.id"
                        + " WHERE d.files <> coalesce(f.files, 0)"),
        VISIBLE(
                "tracks are shown without a file that is there, or hidden with one",
                "SELECT count(*) FROM track WHERE visible <> EXISTS (SELECT 1 FROM file WHERE track_id = track.id"
                        + " AND state <> 4)"),
        ALBUM_SORT(
                "tracks are not sorted by their album",
                "SELECT count(*) FROM track t LEFT JOIN album a ON a.id = t.album_id"
                        + " WHERE t.album_sort <> coalesce(a.sort, '')");

        private final String what;
        private final String query;

        Sum(String what, String query) {
            this.what = what;
            this.query = query;
        }
    }

    private Aggregates() {}

    /** Adds what is wrong, one sentence each. */
    static void check(Sql sql, List<String> found) throws SQLException {
        for (Sum sum : Sum.values()) {
            long wrong = sql.number(sum.query);
            if (wrong > 0) {
                found.add(wrong + " " + sum.what + ".");
            }
        }
    }
}
