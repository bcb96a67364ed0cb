package org.musicplatform.core.library.track;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.FileRow;
import org.musicplatform.core.library.writer.Writing;

/** Finds the track that a file held under another name: by its content, then by its recording, then by its tags. */
public final class TrackMatcher {

    private static final long SAME_LENGTH_MILLIS = 2_000;

    // by what they can be recognised by, in the order in which they were added
    private final Map<String, List<Known>> byContent = new HashMap<>();
    private final Map<String, List<Known>> byRecording = new HashMap<>();
    private final Map<Long, List<Known>> byTags = new HashMap<>();
    private final Set<Long> taken = new HashSet<>();

    public TrackMatcher(List<Known> added) {
        for (Known file : added) {
            contents(file).forEach(content -> put(byContent, content, file));
            put(byRecording, file.recording(), file);
            put(byTags, file.key(), file);
        }
    }

    private static <K> void put(Map<K, List<Known>> map, K key, Known file) {
        if (key != null) {
            map.computeIfAbsent(key, k -> new ArrayList<>()).add(file);
        }
    }

    /** What tells the content of a file, with its size and where in it the track begins. */
    private static List<String> contents(Known file) {
        var version = file.file().version();
        String clip = " " + file.file().clipStart();
        var contents = new ArrayList<String>();
        if (version.hash() != null) {
            contents.add("hash " + version.size() + " " + version.hash() + clip);
        }
        if (version.etag() != null) {
            contents.add("etag " + version.size() + " " + version.etag() + clip);
        }
        return contents;
    }

    /**
     * What a file can be recognised by.
     *
     * @param duration milliseconds, or null
     */
    public record Known(FileRow file, String recording, Long key, Long duration) {

        public static final String QUERY = "SELECT " + FileRow.COLUMNS + ", t.recording_id, t.match_key, t.duration_ms"
                + FileRow.FROM + "LEFT JOIN track t ON t.id = f.track_id ";

        public static Known of(ResultSet row) throws SQLException {
            return new Known(
                    FileRow.of(row),
                    row.getString(FileRow.LENGTH + 1),
                    Sql.longOrNull(row, FileRow.LENGTH + 2),
                    Sql.longOrNull(row, FileRow.LENGTH + 3));
        }
    }

    /** Returns the new file that a vanished one became, and does not return it again; null when there is none. */
    public Known take(Known vanished) {
        Known found = same(vanished);
        found = found == null ? first(byRecording, vanished.recording(), vanished, true) : found;
        found = found == null ? first(byTags, vanished.key(), vanished, true) : found;
        return taken(found);
    }

    /** As {@link #take}, by the content alone. */
    public Known takeSame(Known vanished) {
        return taken(same(vanished));
    }

    private Known same(Known vanished) {
        Known found = null;
        for (String content : contents(vanished)) {
            found = found == null ? first(byContent, content, vanished, false) : found;
        }
        return found;
    }

    private Known taken(Known found) {
        if (found != null) {
            taken.add(found.file().id());
        }
        return found;
    }

    private <K> Known first(Map<K, List<Known>> map, K key, Known vanished, boolean ofOneLength) {
        var candidates = map.getOrDefault(key, List.of()).iterator();
        while (candidates.hasNext()) {
            var candidate = candidates.next();
            if (taken.contains(candidate.file().id())) {
                candidates.remove(); // looked at once, however many vanished
            } else if (!Objects.equals(candidate.file().track(), vanished.file().track())
                    && (!ofOneLength || sameLength(vanished, candidate))) {
                return candidate;
            }
        }
        return null;
    }

    private static boolean sameLength(Known a, Known b) {
        return a.duration() != null
                && b.duration() != null
                && Math.abs(a.duration() - b.duration()) <= SAME_LENGTH_MILLIS;
    }

    /** Finds a track whose files are all missing and of which this is told; its length in milliseconds or null. */
    public static Long hidden(Writing writing, Description told, Long duration) throws SQLException {
        if (duration == null) {
            return null;
        }
        writing.settle();
        Long found = null;
        if (told.recording != null) {
            found = first(writing, "visible = 0 AND recording_id = ?", told.recording, duration);
        }
        if (found == null && told.matchKey != null) {
            found = first(writing, "visible = 0 AND match_key = ?", told.matchKey, duration);
        }
        return found;
    }

    private static Long first(Writing writing, String where, Object value, long duration) throws SQLException {
        return writing.sql()
                .first(
                        "SELECT id FROM track WHERE " + where + " AND abs(duration_ms - ?) <= " + SAME_LENGTH_MILLIS
                                + " ORDER BY id LIMIT 1",
                        row -> row.getLong(1),
                        value,
                        duration);
    }

    /**
     * Gives a track whose last file is missing to its twin in another place, if there is one: it moved there, and was
     * found before it was missed. The twin has the same title, at least.
     */
    public static void joinTwin(Writing writing, Known lost) throws SQLException {
        if (lost.file().track() == null || lost.duration() == null) {
            return;
        }
        writing.settle();
        long track = lost.file().track();
        Long twin = writing.sql()
                .first(
                        "SELECT t.id FROM track l CROSS JOIN track t ON t.sort = l.sort AND t.visible = 1"
                                + " WHERE l.id = ? AND l.visible = 0"
                                + " AND (t.recording_id = l.recording_id OR t.match_key = l.match_key)"
                                + " AND abs(t.duration_ms - l.duration_ms) <= " + SAME_LENGTH_MILLIS
                                + " ORDER BY t.id LIMIT 1",
                        row -> row.getLong(1),
                        track);
        if (twin != null) {
            writing.sql().update("UPDATE file SET track_id = ? WHERE track_id = ?", twin, track);
            writing.tracks().replaceIfOrphan(track, twin);
        }
    }
}
