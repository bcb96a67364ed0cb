package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.musicplatform.core.library.track.FileBound;
import org.musicplatform.core.library.track.TrackMatcher;
import org.musicplatform.core.library.writer.Writing;

/**
 * A track in several formats: a new file that has the tags, the number and the length of another one on its album or in
 * its folder, but another extension, is one more file of the same track. Two of the same extension stay two tracks:
 * which of them is too many is for a person to say. Used by the writer thread.
 */
final class Doubles {

    private static final int AT_ONCE = 10_000;

    private Doubles() {}

    // indexes are named: statistics may stem from the first few of many files, of which one look through all is less

    static final String ON_ONE_ALBUM =
            "SELECT DISTINCT max(t.id, o.id), min(t.id, o.id) FROM json_each(?) j CROSS JOIN file f ON f.id = j.value"
                    + " CROSS JOIN track t ON t.id = f.track_id AND t.visible = 1 AND t.track_no IS NOT NULL"
                    + " CROSS JOIN track o INDEXED BY track_album ON o.visible = 1 AND o.album_sort = t.album_sort"
                    + " AND o.album_id = t.album_id AND o.album_place = t.album_place AND o.id <> t.id"
                    + " WHERE o.match_key = t.match_key ORDER BY 1, 2";

    static final String IN_ONE_FOLDER =
            "SELECT DISTINCT id, older FROM (SELECT t.id, min(t.id) OVER (PARTITION BY f.folder_id, t.match_key) AS older"
                    + " FROM (SELECT DISTINCT g.folder_id FROM json_each(?) j CROSS JOIN file g ON g.id = j.value) x"
                    + " CROSS JOIN file f INDEXED BY file_folder ON f.folder_id = x.folder_id AND f.state <> 4"
                    + " CROSS JOIN track t ON t.id = f.track_id AND t.match_key IS NOT NULL) WHERE id <> older"
                    + " ORDER BY 1";

    private record Pair(long track, long older) {}

    /** Joins the tracks of files that were read for the first time with older ones, if they are the same. */
    static void join(Writing writing, BitSet files) throws SQLException {
        int[] ids = files.stream().toArray();
        for (int from = 0; from < ids.length; from += AT_ONCE) {
            writing.settle();
            for (Pair pair : pairs(writing, ids, from)) {
                if (differ(writing, pair)) {
                    TrackMatcher.join(writing, pair.track(), pair.older(), FileBound.SAME_TAGS);
                }
            }
        }
    }

    private static List<Pair> pairs(Writing writing, int[] ids, int from) throws SQLException {
        String json = IntStream.range(from, Math.min(ids.length, from + AT_ONCE))
                .mapToObj(i -> String.valueOf(ids[i]))
                .collect(Collectors.joining(",", "[", "]"));
        var pairs = new ArrayList<Pair>();
        for (String query : List.of(ON_ONE_ALBUM, IN_ONE_FOLDER)) {
            pairs.addAll(writing.sql().list(query, row -> new Pair(row.getLong(1), row.getLong(2)), json));
        }
        return pairs;
    }

    /** Tells whether they are one recording, no file has an extension of the other's, and no person said that they are two. */
    private static boolean differ(Writing writing, Pair pair) throws SQLException {
        writing.settle();
        boolean same = writing.sql()
                        .number(
                                "SELECT EXISTS (SELECT 1 FROM track t CROSS JOIN track o WHERE t.id = ?1 AND o.id = ?2"
                                        + " AND t.visible = 1 AND o.visible = 1 AND t.match_key = o.match_key"
                                        + " AND t.track_no IS NOT NULL AND abs(o.duration_ms - t.duration_ms) <= "
                                        + TrackMatcher.SAME_LENGTH_MILLIS
                                        + " AND coalesce(o.recording_id = t.recording_id, 1)"
                                        + " AND NOT EXISTS (SELECT 1 FROM file WHERE track_id IN (?1, ?2) AND bound = "
                                        + FileBound.SPLIT.code() + "))",
                                pair.track(),
                                pair.older())
                > 0;
        if (!same) {
            return false;
        }
        var extensions = extensions(writing, pair.track());
        extensions.retainAll(extensions(writing, pair.older()));
        return extensions.isEmpty();
    }

    private static Set<String> extensions(Writing writing, long track) throws SQLException {
        return new HashSet<>(writing.sql()
                .list(
                        "SELECT coalesce(name, leaf) FROM file WHERE track_id = ? AND state <> 4",
                        row -> extension(row.getString(1)),
                        track));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
