package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.track.Description;
import org.musicplatform.core.library.track.LyricsRows;
import org.musicplatform.core.library.track.Overrides;
import org.musicplatform.core.library.track.TagsText;
import org.musicplatform.core.library.track.TrackMatcher;
import org.musicplatform.core.library.writer.Writing;

/** Brings what was read from files into rows: of the file, its clips and their tracks. Used by the writer thread. */
public final class Readings {

    private Readings() {}

    /** A part of a reading that becomes a track, with all that can be made of it before the writer has it. */
    record Prepared(ClipPart part, Tags tags, Description told, String tagsText) {

        static List<Prepared> of(FileRow file, TagReading reading) {
            var prepared = new ArrayList<Prepared>();
            for (ClipPart part : ClipPart.of(reading)) {
                var told = Description.of(part.tags(), part.title(file));
                prepared.add(new Prepared(part, part.tags(), told, TagsText.write(part.tags())));
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
        boolean first = file.track() == null;
        Long track = file.track();
        if (first) {
            track = writing.tracks().anyHidden() ? TrackMatcher.hidden(writing, prepared.told(), duration) : null;
        }
        if (track == null) {
            track = writing.tracks().nextId();
            writing.tracks().insert(track, prepared.told(), albumFolder, duration);
            writing.files().read(file.id(), track, reading, prepared.tagsText(), true);
        } else {
            writing.settle();
            writing.files().read(file.id(), track, reading, prepared.tagsText(), false);
            var told = Overrides.any(writing.sql(), track)
                    ? Description.of(
                            Overrides.apply(writing.sql(), track, prepared.tags()),
                            prepared.part().title(file))
                    : prepared.told();
            writing.tracks().describe(track, told, albumFolder, duration);
            writing.settle();
            writing.tracks().refreshVisible(track);
        }
        LyricsRows.storeEmbedded(writing, track, prepared.part().isWhole() ? reading.lyrics() : List.of(), first);
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
        writing.sql().update("UPDATE file SET track_id = ? WHERE id = ?", track, file.id());
    }

    /** Describes a track again by what was read of its best file, or by its title where nothing was read. */
    public static void describeAgain(Writing writing, long track, String title) throws SQLException {
        writing.settle();
        var file = writing.sql()
                .first(
                        "SELECT " + FileRow.COLUMNS + FileRow.FROM + "JOIN file_tags g ON g.file_id = f.id"
                                + " WHERE f.track_id = ? ORDER BY f.state = 4, f.id LIMIT 1",
                        FileRow::of,
                        track);
        Long length =
                writing.sql().first("SELECT duration_ms FROM track WHERE id = ?", row -> Sql.longOrNull(row, 1), track);
        if (file != null) {
            describeAgain(writing, track, file, length);
        } else {
            var tags = Overrides.apply(writing.sql(), track, Tags.NONE);
            writing.tracks().describe(track, Description.of(tags, title), 0, length);
        }
    }

    /** Describes a track again by what was read from a file before; its length in milliseconds or null. */
    static void describeAgain(Writing writing, long track, FileRow file, Long duration) throws SQLException {
        writing.settle();
        String text =
                writing.sql().first("SELECT tags FROM file_tags WHERE file_id = ?", row -> row.getString(1), file.id());
        var part = new ClipPart(file.clipStart(), file.clipEnd(), TagsText.read(text));
        var tags = Overrides.apply(writing.sql(), track, part.tags());
        writing.tracks()
                .describe(
                        track,
                        Description.of(tags, part.title(file)),
                        writing.folders().albumFolder(file.source(), file.folder()),
                        duration);
    }
}
