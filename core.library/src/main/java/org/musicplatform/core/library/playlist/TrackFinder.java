package org.musicplatform.core.library.playlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.track.MatchKey;
import org.musicplatform.core.support.TextFolding;

/**
 * Finds tracks by what others know of them: by the path of a file, by the MusicBrainz recording, by title, artist and
 * length, and at last by the path whatever its case. One at a time, or many in one pass over tracks that changed: that
 * costs by how many these are and how many are wanted, not by both.
 */
public final class TrackFinder {

    private static final int SAME_TITLE = 100;

    // how sure a find is
    private static final int BY_FOLDED_PATH = 1;
    private static final int BY_NAME = 2;
    private static final int BY_ALBUM = 3;
    private static final int BY_PLACE = 4;
    private static final int BY_RECORDING = 5;
    private static final int BY_PATH = 6;
    private static final int BY_CONTENT = 7;

    private final Sql sql;
    private final List<Place> sources;
    private final boolean anyHidden;

    private record Place(long id, String location) {

        String below() {
            return location.endsWith("/") ? location : location + "/";
        }
    }

    public TrackFinder(Sql sql) throws SQLException {
        this.sql = sql;
        this.sources = sql.list("SELECT id, location FROM source", row -> {
            String location = row.getString(2).replace('\\', '/');
            return new Place(row.getLong(1), location);
        });
        this.anyHidden = sql.number("SELECT EXISTS (SELECT 1 FROM track WHERE visible = 0)") > 0;
    }

    /** Returns a track that is surely the one that is wanted, or null; does not look through all tracks. */
    public Long find(Wanted wanted) throws SQLException {
        Long found = wanted.location() == null ? null : byPath(wanted.location());
        return found == null && wanted.title() != null ? byTitle(wanted) : found;
    }

    /** Returns a track that is kept for what is told of it while its files are gone, or null. */
    Long hidden(Wanted wanted) throws SQLException {
        if (!anyHidden) {
            return null;
        }
        Long found = wanted.recording() == null
                ? null
                : sql.first(
                        "SELECT id FROM track WHERE visible = 0 AND recording_id = ? ORDER BY id LIMIT 1",
                        row -> row.getLong(1),
                        wanted.recording());
        Long key = found != null || wanted.title() == null
                ? null
                : MatchKey.of(wanted.title(), wanted.artist(), wanted.album(), wanted.disc(), wanted.number());
        return key == null
                ? found
                : sql.first(
                        "SELECT id FROM track WHERE visible = 0 AND match_key = ? ORDER BY id LIMIT 1",
                        row -> row.getLong(1),
                        key);
    }

    private Long byPath(String path) throws SQLException {
        for (Place source : sources) {
            if (path.startsWith(source.below())) {
                for (String relative : spellings(path.substring(source.below().length()))) {
                    int slash = relative.lastIndexOf('/');
                    Long track = sql.first(
                            "SELECT f.track_id FROM folder d CROSS JOIN file f ON f.folder_id = d.id"
                                    + " WHERE d.source_id = ? AND d.path = ? AND coalesce(f.name, f.leaf) = ?"
                                    + " AND f.track_id IS NOT NULL ORDER BY f.clip_start LIMIT 1",
                            row -> row.getLong(1),
                            source.id(),
                            relative.substring(0, Math.max(0, slash)),
                            relative.substring(slash + 1));
                    if (track != null) {
                        return track;
                    }
                }
            }
        }
        return null;
    }

    /** Systems differ in how they compose accents in names. */
    private static LinkedHashSet<String> spellings(String path) {
        var spellings = new LinkedHashSet<String>();
        spellings.add(path);
        spellings.add(Normalizer.normalize(path, Normalizer.Form.NFC));
        spellings.add(Normalizer.normalize(path, Normalizer.Form.NFD));
        return spellings;
    }

    private static final String KNOWN = known("");

    private static final String KNOWN_BY_TITLE = known(" INDEXED BY track_title");

    private static String known(String index) {
        return "SELECT t.id, t.title, t.artist, t.duration_ms, t.recording_id, al.title, t.disc_no, t.track_no, t.sort"
                + " FROM track t" + index + " LEFT JOIN album al ON al.id = t.album_id";
    }

    /** What the library knows of a track. */
    private record Known(
            long id,
            String title,
            String artist,
            Long duration,
            String recording,
            String album,
            Integer disc,
            Integer number) {

        static Known of(ResultSet row) throws SQLException {
            return new Known(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    Sql.longOrNull(row, 4),
                    row.getString(5),
                    row.getString(6),
                    Sql.intOrNull(row, 7),
                    Sql.intOrNull(row, 8));
        }

        /** How sure it is by its tags that it is the one that is wanted: 0 when it is not. */
        int sureness(Wanted wanted) {
            if (recording != null && recording.equalsIgnoreCase(wanted.recording())) {
                return BY_RECORDING;
            }
            boolean named = artist != null
                    && wanted.artist() != null
                    && TextFolding.key(title).equals(TextFolding.key(wanted.title()))
                    && TextFolding.key(artist).equals(TextFolding.key(wanted.artist()))
                    && wanted.isAsLong(duration);
            if (!named) {
                return 0;
            }
            boolean onAlbum = album != null
                    && wanted.album() != null
                    && TextFolding.key(album).equals(TextFolding.key(wanted.album()));
            boolean there = Objects.equals(disc, wanted.disc()) && Objects.equals(number, wanted.number());
            return onAlbum ? there ? BY_PLACE : BY_ALBUM : BY_NAME;
        }
    }

    private Long byTitle(Wanted wanted) throws SQLException {
        var candidates = sql.list(
                KNOWN_BY_TITLE + " WHERE t.visible = 1 AND t.sort = ? ORDER BY t.id LIMIT " + SAME_TITLE,
                Known::of,
                TextFolding.sortKey(wanted.title()));
        Known best = null;
        for (Known known : candidates) {
            int sure = known.sureness(wanted);
            best = sure > (best == null ? 0 : best.sureness(wanted)) ? known : best;
        }
        return best == null ? null : best.id();
    }

    /**
     * Finds many in one pass.
     *
     * @param wanted what is looked for
     * @param since only among tracks that changed after this revision
     * @return for each what was found, or null
     */
    public List<Long> find(List<Wanted> wanted, long since) throws SQLException {
        var found = new Finds(wanted);
        found.look(since);
        var tracks = new ArrayList<Long>();
        for (int i = 0; i < wanted.size(); i++) {
            tracks.add(found.best[i]);
        }
        return tracks;
    }

    /** The finds of one pass, each with how sure it is: the surest one is kept, of two the older track. */
    private final class Finds {

        private final List<Wanted> wanted;
        private final Long[] best;
        private final int[] sureness;
        private final Map<String, List<Integer>> byTitle = new HashMap<>();
        private final Map<String, List<Integer>> byRecording = new HashMap<>();
        private final Map<String, List<Integer>> byFileName = new HashMap<>();
        private final Map<String, List<Integer>> byContent = new HashMap<>();

        Finds(List<Wanted> wanted) {
            this.wanted = wanted;
            this.best = new Long[wanted.size()];
            this.sureness = new int[wanted.size()];
            for (int i = 0; i < wanted.size(); i++) {
                var one = wanted.get(i);
                put(byTitle, one.title() == null || one.artist() == null ? null : TextFolding.sortKey(one.title()), i);
                put(byRecording, one.recording(), i);
                put(byContent, one.content(), i);
                put(byFileName, one.location() == null ? null : TextFolding.key(lastName(one.location())), i);
            }
        }

        private void put(Map<String, List<Integer>> map, String key, int index) {
            if (key != null) {
                map.computeIfAbsent(key, k -> new ArrayList<>()).add(index);
            }
        }

        private void keep(int index, long track, int sure) {
            if (sure > sureness[index]) {
                sureness[index] = sure;
                best[index] = track;
            }
        }

        void look(long since) throws SQLException {
            if (!byTitle.isEmpty() || !byRecording.isEmpty()) {
                lookAtTags(since);
            }
            if (!byFileName.isEmpty() || !byContent.isEmpty()) {
                lookAtFiles(since);
            }
        }

        private void lookAtTags(long since) throws SQLException {
            sql.each(
                    KNOWN + " WHERE t.visible = 1 AND t.revision > ? ORDER BY t.id",
                    row -> {
                        String recording = row.getString(5);
                        var named = byTitle.getOrDefault(row.getString(9), List.of());
                        var same = recording == null
                                ? List.<Integer>of()
                                : byRecording.getOrDefault(recording.toLowerCase(Locale.ROOT), List.of());
                        if (named.isEmpty() && same.isEmpty()) {
                            return;
                        }
                        var known = Known.of(row);
                        for (int i : same) {
                            keep(i, known.id(), BY_RECORDING);
                        }
                        for (int i : named) {
                            keep(i, known.id(), known.sureness(wanted.get(i)));
                        }
                    },
                    since);
        }

        private void lookAtFiles(long since) throws SQLException {
            var places = new HashMap<Long, String>();
            sources.forEach(source -> places.put(source.id(), source.below()));
            sql.each(
                    "SELECT t.id, f.source_id, d.path, coalesce(f.name, f.leaf), f.hash, f.etag, f.size, f.clip_start"
                            + " FROM track t JOIN file f ON f.track_id = t.id JOIN folder d ON d.id = f.folder_id"
                            + " WHERE t.visible = 1 AND t.revision > ? ORDER BY t.id, f.clip_start",
                    row -> {
                        long track = row.getLong(1);
                        String content =
                                Wanted.content(row.getString(5), row.getString(6), row.getLong(7), row.getLong(8));
                        for (int i :
                                content == null ? List.<Integer>of() : byContent.getOrDefault(content, List.of())) {
                            keep(i, track, BY_CONTENT);
                        }
                        String name = row.getString(4);
                        var named = byFileName.getOrDefault(TextFolding.key(name), List.of());
                        if (!named.isEmpty()) {
                            String folder = row.getString(3);
                            String path = places.get(row.getLong(2)) + (folder.isEmpty() ? name : folder + "/" + name);
                            for (int i : named) {
                                byPath(i, track, path);
                            }
                        }
                    },
                    since);
        }

        private void byPath(int i, long track, String path) {
            String location = wanted.get(i).location();
            if (nfc(location).equals(nfc(path))) {
                keep(i, track, BY_PATH);
            } else if (TextFolding.key(location).equals(TextFolding.key(path))) {
                keep(i, track, BY_FOLDED_PATH);
            }
        }
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Returns the last part of a path. */
    static String lastName(String location) {
        return Objects.requireNonNull(location).substring(location.lastIndexOf('/') + 1);
    }
}
