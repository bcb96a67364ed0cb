package org.musicplatform.core.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.support.TextFolding;

/** Finds the track that a file held under another name: by its content, then by its recording, then by its tags. */
final class TrackMatcher {

    private static final long SAME_LENGTH_MILLIS = 2_000;

    private final List<Known> added;

    TrackMatcher(List<Known> added) {
        this.added = new ArrayList<>(added);
    }

    /** What a file can be recognised by. */
    record Known(FileRow file, String recording, String key, Long duration) {

        static final String QUERY = "SELECT " + "f." + FileRow.COLUMNS.replace(", ", ", f.")
                + ", t.recording_id, t.match_key, t.duration_ms FROM file f JOIN track t ON t.id = f.track_id ";

        static Known of(ResultSet row) throws SQLException {
            return new Known(
                    FileRow.of(row),
                    row.getString("recording_id"),
                    row.getString("match_key"),
                    Sql.longOrNull(row, "duration_ms"));
        }
    }

    /** Returns the new file that a vanished one became, and does not return it again; null when there is none. */
    Known take(Known vanished) {
        for (Match match :
                new Match[] {TrackMatcher::sameContent, TrackMatcher::sameRecording, TrackMatcher::sameTags}) {
            for (Known candidate : added) {
                if (candidate.file().track() != vanished.file().track() && match.matches(vanished, candidate)) {
                    added.remove(candidate);
                    return candidate;
                }
            }
        }
        return null;
    }

    private interface Match {
        boolean matches(Known vanished, Known candidate);
    }

    private static boolean sameContent(Known vanished, Known candidate) {
        var a = vanished.file().version();
        var b = candidate.file().version();
        boolean tag = a.etag() != null && a.etag().equals(b.etag());
        boolean hash = a.hash() != null && a.hash().equals(b.hash());
        return (tag || hash) && a.size() == b.size();
    }

    private static boolean sameRecording(Known vanished, Known candidate) {
        return vanished.recording() != null
                && vanished.recording().equals(candidate.recording())
                && sameLength(vanished, candidate);
    }

    private static boolean sameTags(Known vanished, Known candidate) {
        return vanished.key() != null && vanished.key().equals(candidate.key()) && sameLength(vanished, candidate);
    }

    private static boolean sameLength(Known a, Known b) {
        return a.duration() != null
                && b.duration() != null
                && Math.abs(a.duration() - b.duration()) <= SAME_LENGTH_MILLIS;
    }

    /** Returns the form by which tags tell one track from another, null when they tell too little. */
    static String key(Tags tags) {
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
    static Long hidden(Sql sql, Tags tags, Long duration) throws SQLException {
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
