package org.musicplatform.core.library.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.track.AlbumGrouping;
import org.musicplatform.core.library.track.Description;
import org.musicplatform.core.library.track.EmbeddedLyrics;
import org.musicplatform.core.library.track.FileBound;
import org.musicplatform.core.library.track.LyricsRows;
import org.musicplatform.core.library.track.Overrides;
import org.musicplatform.core.library.track.TagsText;
import org.musicplatform.core.library.track.TrackMatcher;
import org.musicplatform.core.library.writer.Writing;

/** Brings what was read from files into rows: of the file, its clips and their tracks. Used by the writer thread. */
public final class Readings {

    private Readings() {}

    /** A part of a reading that becomes a track, with all that can be made of it before the writer has it. */
    record Prepared(ClipPart part, Tags tags, Description told, String tagsText, EmbeddedLyrics lyrics) {

        static List<Prepared> of(FileRow file, TagReading reading) {
            var prepared = new ArrayList<Prepared>();
            var lyrics = EmbeddedLyrics.of(reading.lyrics());
            for (ClipPart part : ClipPart.of(reading)) {
                var told = Description.of(part.tags(), part.title(file));
                String text = TagsText.write(part.tags());
                prepared.add(new Prepared(part, part.tags(), told, text, part.isWhole() ? lyrics : null));
            }
            return prepared;
        }
    }

    /**
     * Stores a reading; on the writer thread.
     *
     * @param lead the row that was in the queue
     * @param made told the id of each row that is made
     */
    static void store(Writing writing, FileRow lead, TagReading reading, List<Prepared> parts, LongConsumer made)
            throws SQLException {
        if (lead.isWholeFile() && parts.size() == 1 && parts.get(0).part().isWhole()) {
            storePart(writing, lead, reading, parts.get(0));
        } else {
            ClipRows.store(writing, lead, reading, parts, made);
        }
    }

    /** Stores a part in its row. */
    static void storePart(Writing writing, FileRow file, TagReading reading, Prepared prepared) throws SQLException {
        Long duration = prepared.part().length(reading.properties().duration());
        long albumFolder = writing.folders().albumFolder(file.source(), file.folder());
        boolean whole = prepared.part().isWhole();
        boolean first = file.track() == null;
        Long track = file.track();
        var bound = whole ? file.bound() : file.bound().or(FileBound.SHEET);
        if (first) {
            bound = whole ? FileBound.FIRST : FileBound.SHEET;
            var hidden = writing.tracks().anyHidden() ? TrackMatcher.hidden(writing, prepared.told(), duration) : null;
            if (hidden != null) {
                track = hidden.track();
                bound = hidden.why();
            }
        }
        boolean made = track == null;
        if (made) {
            track = writing.tracks().nextId();
            writing.tracks().insert(track, prepared.told(), albumFolder, duration);
            writing.files().read(file.id(), track, reading, prepared.tagsText(), true, bound);
        } else {
            writing.settle();
            writing.files().read(file.id(), track, reading, prepared.tagsText(), false, bound);
            describeAgain(writing, track);
            writing.tracks().refreshVisible(track);
        }
        LyricsRows.storeEmbedded(writing, track, prepared.lyrics(), made);
    }

    /**
     * Stores that a file could not be read; what was known of it stays. One of which nothing is known becomes a track
     * under its name: it may still be played.
     */
    static void fail(Writing writing, FileRow file, String code, String reason) throws SQLException {
        writing.settle();
        writing.files().failed(file.id(), code, reason);
        if (file.track() != null) {
            writing.changes().updated(file.track());
            return;
        }
        long track = writing.tracks().nextId();
        var told = Description.of(Tags.NONE, ClipPart.WHOLE.title(file));
        writing.tracks().insert(track, told, writing.folders().albumFolder(file.source(), file.folder()), null);
        writing.settle();
        writing.sql()
                .update(
                        "UPDATE file SET track_id = ?, bound = ? WHERE id = ?",
                        track,
                        FileBound.FIRST.code(),
                        file.id());
    }

    /** A file with what was read of it: the tags as they are stored, and the playing time in milliseconds; or null. */
    private record Read(FileRow file, String tags, Long duration) {

        static Read of(ResultSet row) throws SQLException {
            return new Read(
                    FileRow.of(row), row.getString(FileRow.LENGTH + 1), Sql.longOrNull(row, FileRow.LENGTH + 2));
        }
    }

    /** As {@link #describeAgain}, where the file that tells of it may be another one now. */
    static void describeShared(Writing writing, long track) throws SQLException {
        writing.settle();
        if (writing.sql().number("SELECT count(*) FROM file WHERE track_id = ?", track) > 1) {
            describeAgain(writing, track);
        }
    }

    /** Describes a track again by what was read of its best file, and what is said instead. */
    public static void describeAgain(Writing writing, long track) throws SQLException {
        String title = writing.sql().first("SELECT title FROM track WHERE id = ?", row -> row.getString(1), track);
        if (title != null) {
            describeAgain(writing, track, title);
        }
    }

    /** As {@link #describeAgain(Writing, long)}; it has the title where no file is left that tells one. */
    public static void describeAgain(Writing writing, long track, String title) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        var read = sql.first(
                "SELECT " + FileRow.COLUMNS + ", g.tags, f.duration_ms" + FileRow.FROM
                        + "LEFT JOIN file_tags g ON g.file_id = f.id WHERE f.track_id = ? ORDER BY g.file_id IS NULL, "
                        + FileOrder.BEST_FIRST + " LIMIT 1",
                Read::of,
                track);
        if (read == null) {
            Long length = sql.first("SELECT duration_ms FROM track WHERE id = ?", row -> Sql.longOrNull(row, 1), track);
            var tags = Overrides.apply(sql, track, Tags.NONE);
            writing.tracks().describe(track, Description.of(tags, Tags.NONE, title), AlbumGrouping.NO_FOLDER, length);
            return;
        }
        var file = read.file();
        var part = new ClipPart(file.clipStart(), file.clipEnd(), TagsText.read(read.tags()));
        writing.tracks()
                .describe(
                        track,
                        Description.of(Overrides.apply(sql, track, part.tags()), part.tags(), part.title(file)),
                        writing.folders().albumFolder(file.source(), file.folder()),
                        part.length(Errors.millis(read.duration())));
    }
}
