package org.musicplatform.core.library.track;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.FileRow;
import org.musicplatform.core.support.TextFolding;

/** Finds the track that a file held under another name: by its content, then by its recording, then by its tags. */
public final class TrackMatcher {

    private static final long SAME_LENGTH_MILLIS = 2_000;

    // by what they can be recognised by, in the order in which they were added
    private final Map<String, List<Known>> byContent = new HashMap<>();
    private final Map<String, List<Known>> byRecording = new HashMap<>();
    private final Map<String, List<Known>> byTags = new HashMap<>();
    private final Set<Long> taken = new HashSet<>();

    public TrackMatcher(List<Known> added) {
        for (Known file : added) {
            contents(file).forEach(content -> put(byContent, content, file));
            put(byRecording, file.recording(), file);
            put(byTags, file.key(), file);
        }
    }

    private static void put(Map<String, List<Known>> map, String key, Known file) {
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

    /** What a file can be recognised by. */
    public record Known(FileRow file, String recording, String key, Long duration) {

        public static final String QUERY = "SELECT " + "f." + FileRow.COLUMNS.replace(", ", ", f.")
                + ", t.recording_id, t.match_key, t.duration_ms FROM file f JOIN track t ON t.id = f.track_id ";

        public static Known of(ResultSet row) throws SQLException {
            return new Known(
                    FileRow.of(row),
                    row.getString("recording_id"),
                    row.getString("match_key"),
                    Sql.longOrNull(row, "duration_ms"));
        }
    }

    /** Returns the new file that a vanished one became, and does not return it again; null when there is none. */
    public Known take(Known vanished) {
        Known found = null;
        for (String content : contents(vanished)) {
            found = found == null ? first(byContent, content, vanished, false) : found;
        }
        found = found == null ? first(byRecording, vanished.recording(), vanished, true) : found;
        found = found == null ? first(byTags, vanished.key(), vanished, true) : found;
        if (found != null) {
            taken.add(found.file().id());
        }
        return found;
    }

    private Known first(Map<String, List<Known>> map, String key, Known vanished, boolean ofOneLength) {
        var candidates = map.getOrDefault(key, List.of()).iterator();
        while (candidates.hasNext()) {
            var candidate = candidates.next();
            if (taken.contains(candidate.file().id())) {
                candidates.remove(); // looked at once, however many vanished
            } else if (candidate.file().track() != vanished.file().track()
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

    /** Returns the form by which tags tell one track from another, null when they tell too little. */
    public static String key(Tags tags) {
        String title = tags.first(TagField.TITLE);
        String artist = ArtistNames.display(tags);
        String album = tags.first(TagField.ALBUM);
        if (blank(title) || blank(artist) || blank(album)) {
            return null;
        }
        return String.join(
                TrackTags.SEPARATOR,
                TextFolding.key(title),
                TextFolding.key(artist),
                TextFolding.key(album),
                String.valueOf(tags.number(TagField.DISC_NUMBER)),
                String.valueOf(tags.number(TagField.TRACK_NUMBER)));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** Finds a track whose files are all missing and whose tags are these. */
    public static Long hidden(Sql sql, Tags tags, Long duration) throws SQLException {
        if (duration == null) {
            return null;
        }
        String recording = tags.first(TagField.MUSICBRAINZ_RECORDING_ID);
        String key = key(tags);
        Long found = null;
        if (recording != null) {
            found = sql.first(
                    "SELECT id FROM track WHERE recording_id = ? AND visible = 0"
                            + " AND abs(duration_ms - ?) <= 2000 ORDER BY id LIMIT 1",
                    row -> row.getLong(1),
                    recording,
                    duration);
        }
        if (found == null && key != null) {
            found = sql.first(
                    "SELECT id FROM track WHERE match_key = ? AND visible = 0"
                            + " AND abs(duration_ms - ?) <= 2000 ORDER BY id LIMIT 1",
                    row -> row.getLong(1),
                    key,
                    duration);
        }
        return found;
    }
}
