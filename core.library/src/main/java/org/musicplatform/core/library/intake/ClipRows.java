package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.metadata.Clip;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.track.TrackRows;
import org.musicplatform.core.library.track.TrackTags;
import org.musicplatform.core.library.writer.Writing;

/**
 * The rows of a file that a sheet cuts into clips: one row and one track for each clip, and never one for the whole file
 * beside them. The first of them stands for the file in the queue.
 */
public final class ClipRows {

    private ClipRows() {}

    /** A part of a file that is a track. */
    public record Part(long start, Long end, Tags tags) {

        public static List<Part> of(TagReading reading) {
            var clips = reading.clips();
            if (clips.isEmpty() || clips.size() == 1 && clips.get(0).start().isZero()) {
                return List.of(new Part(0, null, reading.tags()));
            }
            return clips.stream().map(Part::of).toList();
        }

        private static Part of(Clip clip) {
            return new Part(clip.start().toMillis(), millis(clip.end()), clip.tags());
        }

        private static Long millis(Duration time) {
            return time == null ? null : time.toMillis();
        }

        /** Returns the playing time of it in milliseconds, null when the file does not tell its own. */
        public Long length(Duration file) {
            Long until = end != null ? end : millis(file);
            return until == null ? null : Math.max(0, until - start);
        }

        /** Returns the title of a track whose tags tell none. */
        public String title(FileRow file) {
            String title = TrackRows.titleOf(file.name());
            String number = tags.first(TagField.TRACK_NUMBER);
            return start == 0 && end == null || number == null ? title : title + " " + number;
        }
    }

    /**
     * Brings what was read from a file into its rows.
     *
     * @param lead the row that was in the queue
     * @param made told the id of each row that is made
     */
    public static void store(Writing writing, FileRow lead, TagReading reading, LongConsumer made) throws SQLException {
        var parts = Part.of(reading);
        if (lead.isWholeFile()
                && parts.size() == 1
                && parts.get(0).end() == null
                && parts.get(0).start() == 0) {
            TrackTags.store(writing, lead, parts.get(0), reading);
            return;
        }
        var rows = assign(writing, lead, parts);
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            FileRow row = rows.get(i);
            if (row == null) {
                row = insert(writing, lead, part);
                made.accept(row.id());
            } else {
                writing.sql()
                        .update(
                                "UPDATE file SET clip_start = ?, clip_end = ?, missing_since = NULL, prior_state = NULL"
                                        + " WHERE id = ?",
                                part.start(),
                                part.end(),
                                row.id());
            }
            TrackTags.store(writing, row, part, reading);
            if (row.id() != lead.id()) {
                follow(writing, row, lead);
            }
        }
    }

    /** All rows of the file that the row stands for, in their order. */
    public static List<FileRow> all(Sql sql, FileRow lead) throws SQLException {
        return sql.list(
                "SELECT " + FileRow.COLUMNS + " FROM file WHERE source_id = ? AND item_id = ? ORDER BY clip_start",
                FileRow::of,
                lead.source(),
                lead.itemId());
    }

    /** Gives each part the row that began where it begins, else the next one that is left; the rest go. */
    private static List<FileRow> assign(Writing writing, FileRow lead, List<Part> parts) throws SQLException {
        var left = new ArrayList<>(all(writing.sql(), lead));
        var rows = new ArrayList<FileRow>();
        for (Part part : parts) {
            FileRow same = left.stream()
                    .filter(row -> row.clipStart() == part.start())
                    .findFirst()
                    .orElse(null);
            left.remove(same);
            rows.add(same);
        }
        for (int i = 0; i < rows.size() && !left.isEmpty(); i++) {
            if (rows.get(i) == null) {
                FileRow moved = left.remove(0);
                rows.set(i, moved);
                // out of the way of another one that begins where it began
                writing.sql().update("UPDATE file SET clip_start = ? WHERE id = ?", -moved.id(), moved.id());
            }
        }
        for (FileRow row : left) {
            writing.sql().update("DELETE FROM file WHERE id = ?", row.id());
            writing.tracks().removeIfOrphan(row.track());
        }
        return rows;
    }

    private static FileRow insert(Writing writing, FileRow lead, Part part) throws SQLException {
        long track = writing.tracks().make(part.title(lead), writing.now());
        long id = writing.sql()
                .insert(
                        "INSERT INTO file (source_id, item_id, name, folder, size, clip_start, clip_end, track_id, state,"
                                + " priority) VALUES (?, ?, ?, ?, 0, ?, ?, ?, 'QUEUED', 0)",
                        lead.source(),
                        lead.itemId(),
                        lead.name(),
                        lead.folder(),
                        part.start(),
                        part.end(),
                        track);
        return writing.sql().first("SELECT " + FileRow.COLUMNS + " FROM file WHERE id = ?", FileRow::of, id);
    }

    /** A clip is of the version of the file that was read. */
    private static void follow(Writing writing, FileRow row, FileRow lead) throws SQLException {
        var version = lead.version();
        writing.sql()
                .update(
                        "UPDATE file SET name = ?, folder = ?, size = ?, modified = ?, modified_nano = ?, etag = ?,"
                                + " hash = ?, missing_since = NULL, prior_state = NULL WHERE id = ?",
                        lead.name(),
                        lead.folder(),
                        version.size(),
                        FileRow.seconds(version),
                        FileRow.nanos(version),
                        version.etag(),
                        version.hash(),
                        row.id());
        if (row.state() == FileState.MISSING) {
            long track = writing.sql().number("SELECT track_id FROM file WHERE id = ?", row.id());
            writing.tracks().refreshVisible(track);
        }
    }
}
