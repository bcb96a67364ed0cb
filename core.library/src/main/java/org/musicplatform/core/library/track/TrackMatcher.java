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
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.FileRow;
import org.musicplatform.core.library.intake.Readings;
import org.musicplatform.core.library.writer.Writing;
import org.musicplatform.core.support.TextFolding;

/** Finds the track that a file held under another name: by its content, then by its recording, then by its tags. */
public final class TrackMatcher {

    /** How far the lengths of two files of one recording may be apart. */
    public static final long SAME_LENGTH_MILLIS = 2_000;

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

        /**
         * Returns the file with what was read of it alone, which is something else than its track tells where a person
         * made several tracks one; null where that is not so.
         */
        public Known byItself(Sql sql) throws SQLException {
            return sql.first(
                    "SELECT g.tags, f.duration_ms FROM file f CROSS JOIN file_tags g ON g.file_id = f.id WHERE f.id = ?"
                            + " AND EXISTS (SELECT 1 FROM file o WHERE o.track_id = f.track_id AND o.id <> f.id)",
                    row -> {
                        var told = Description.of(TagsText.read(row.getString(1)), file.name());
                        boolean same = Objects.equals(told.recording, recording) && Objects.equals(told.matchKey, key);
                        return same ? null : new Known(file, told.recording, told.matchKey, length(row));
                    },
                    file.id());
        }

        /** A clip to the end of its file has what is left of that. */
        private Long length(ResultSet row) throws SQLException {
            Long whole = Sql.longOrNull(row, 2);
            Long end = file.clipEnd() == null ? whole : file.clipEnd();
            return end == null ? null : Long.valueOf(Math.max(0, end - file.clipStart()));
        }
    }

    /** A file that is found again, and by what. */
    public record Found(Known file, FileBound why) {

        static Found of(Known file, FileBound why) {
            return file == null ? null : new Found(file, why);
        }
    }

    /** Returns the new file that a vanished one became, and does not return it again; null when there is none. */
    public Found take(Known vanished) {
        Found found = same(vanished);
        if (found == null) {
            found = Found.of(first(byRecording, vanished.recording(), vanished, true), FileBound.SAME_RECORDING);
        }
        if (found == null) {
            found = Found.of(first(byTags, vanished.key(), vanished, true), FileBound.SAME_TAGS);
        }
        return taken(found);
    }

    /** As {@link #take}, by the content alone. */
    public Found takeSame(Known vanished) {
        return taken(same(vanished));
    }

    private Found same(Known vanished) {
        Known found = null;
        for (String content : contents(vanished)) {
            found = found == null ? first(byContent, content, vanished, false) : found;
        }
        return Found.of(found, FileBound.SAME_CONTENT);
    }

    private Found taken(Found found) {
        if (found != null) {
            taken.add(found.file().file().id());
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

    /** A track whose files are all missing, and why a file is one of it. */
    public record Hidden(long track, FileBound why) {}

    /** Finds a track whose files are all missing and of which this is told; its length in milliseconds or null. */
    public static Hidden hidden(Writing writing, Description told, Long duration) throws SQLException {
        if (duration == null) {
            return null;
        }
        writing.settle();
        Hidden found = null;
        if (told.recording != null) {
            found = first(
                    writing, "visible = 0 AND recording_id = ?", told.recording, duration, FileBound.SAME_RECORDING);
        }
        if (found == null && told.matchKey != null) {
            found = first(writing, "visible = 0 AND match_key = ?", told.matchKey, duration, FileBound.SAME_TAGS);
        }
        return found;
    }

    private static Hidden first(Writing writing, String where, Object value, long duration, FileBound why)
            throws SQLException {
        return writing.sql()
                .first(
                        "SELECT id, (SELECT max(bound) FROM file WHERE track_id = track.id AND "
                                + FileBound.BY_PERSON + ") FROM track WHERE " + where
                                + " AND abs(duration_ms - ?) <= " + SAME_LENGTH_MILLIS + " ORDER BY id LIMIT 1",
                        row -> new Hidden(
                                row.getLong(1), FileBound.of(row.getInt(2)).or(why)),
                        value,
                        duration);
    }

    /**
     * Gives a track whose last file is missing to its twin in another place, if there is one: it moved there, and was
     * found before it was missed. The twin has the same title, at least.
     */
    public static void joinTwin(Writing writing, Known lost) throws SQLException {
        Hidden twin = twin(writing, lost, List.of());
        if (twin != null) {
            join(writing, lost.file().track(), twin.track(), twin.why());
        }
    }

    /** As {@link #joinTwin}, the other way round: the track stays. None of some others is its twin. */
    public static void takeTwin(Writing writing, Known lost, List<Long> others) throws SQLException {
        Hidden twin = twin(writing, lost, others);
        if (twin != null) {
            join(writing, twin.track(), lost.file().track(), twin.why());
            writing.tracks().refreshVisible(lost.file().track());
        }
    }

    private static Hidden twin(Writing writing, Known lost, List<Long> others) throws SQLException {
        if (lost.file().track() == null || lost.duration() == null) {
            return null;
        }
        writing.settle();
        return writing.sql()
                .first(
                        "SELECT t.id, t.recording_id = l.recording_id FROM track l"
                                + " CROSS JOIN track t INDEXED BY track_title ON t.sort = coalesce(?, l.sort)"
                                + " AND t.visible = 1"
                                + " WHERE l.id = ? AND l.visible = 0"
                                + " AND (t.recording_id = l.recording_id OR t.match_key = l.match_key)"
                                + " AND abs(t.duration_ms - l.duration_ms) <= " + SAME_LENGTH_MILLIS
                                + " AND t.id NOT IN (SELECT value FROM json_each(?))"
                                + " AND NOT EXISTS (SELECT 1 FROM file WHERE track_id IN (l.id, t.id) AND bound = "
                                + FileBound.SPLIT.code() + ") ORDER BY t.id LIMIT 1",
                        row -> new Hidden(
                                row.getLong(1), row.getInt(2) != 0 ? FileBound.SAME_RECORDING : FileBound.SAME_TAGS),
                        ownSort(writing.sql(), lost.file()),
                        lost.file().track(),
                        others.toString());
    }

    /** Returns by what the title that a file tells is sorted, where its track is called otherwise; null elsewhere. */
    private static String ownSort(Sql sql, FileRow file) throws SQLException {
        if (Overrides.of(sql, file.track()).stream().noneMatch(said -> said.field() == TagField.TITLE)) {
            return null;
        }
        String tags = sql.first("SELECT tags FROM file_tags WHERE file_id = ?", row -> row.getString(1), file.id());
        String title = tags == null ? null : TagsText.read(tags).first(TagField.TITLE);
        return TextFolding.sortKey(title == null ? TrackRows.titleOf(file.name()) : title);
    }

    /** Gives all files of a track, and what was said of it, to another one; a person's reasons stay. */
    public static void join(Writing writing, long track, long to, FileBound why) throws SQLException {
        writing.settle();
        writing.sql()
                .update(
                        "UPDATE file SET track_id = ?, bound = CASE WHEN " + FileBound.BY_PERSON
                                + " THEN bound ELSE ? END WHERE track_id = ?",
                        to,
                        why.code(),
                        track);
        writing.tracks().replaceIfOrphan(track, to);
        Readings.describeAgain(writing, to);
    }
}
