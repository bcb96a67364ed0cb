package org.musicplatform.core.library.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.musicplatform.core.api.library.FieldValue;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.CompanionRows;
import org.musicplatform.core.library.intake.FileOrder;
import org.musicplatform.core.library.intake.FileRow;
import org.musicplatform.core.library.track.TagsText;

/**
 * The files of a track, best first.
 *
 * @param all as the API shows them
 * @param tags what was read of the best, null when there is no file
 */
record FilesOfTrack(List<TrackFile> all, Map<TagField, List<String>> tags) {

    private static final String QUERY = "SELECT " + FileRow.COLUMNS
            + ", s.provider, s.location, s.name, f.reason, f.missing_since, o.container, o.codec, f.duration_ms,"
            + " f.duration_estimated, f.bitrate, f.sample_rate, f.channels, f.bits, g.tags" + FileRow.FROM
            + "CROSS JOIN source s ON s.id = f.source_id LEFT JOIN format o ON o.id = f.format_id"
            + " LEFT JOIN file_tags g ON g.file_id = f.id WHERE f.track_id = ?"
            + " ORDER BY " + FileOrder.BEST_FIRST;

    private record Read(TrackFile file, String tags) {}

    static FilesOfTrack find(Sql sql, long track) throws SQLException {
        var reads = sql.list(QUERY, row -> read(sql, row), track);
        return new FilesOfTrack(
                reads.stream().map(Read::file).toList(),
                reads.isEmpty() ? null : TagsText.fields(reads.get(0).tags()));
    }

    private static Read read(Sql sql, ResultSet row) throws SQLException {
        int at = FileRow.LENGTH;
        var file = FileRow.of(row);
        var source = new SourceAccount(
                new SourceId(file.source()), row.getString(at + 1), row.getString(at + 2), row.getString(at + 3));
        Long missing = Sql.longOrNull(row, at + 5);
        var shown = new TrackFile(
                new FileId(file.id()),
                new FileRef(source, file.itemId(), file.name(), file.version()),
                file.path(),
                file.isWholeFile()
                        ? null
                        : new TrackFile.Clip(Duration.ofMillis(file.clipStart()), Errors.millis(file.clipEnd())),
                file.state(),
                Objects.requireNonNullElse(row.getString(at + 4), ""),
                missing == null ? null : Instant.ofEpochMilli(missing),
                new AudioProperties(
                        row.getString(at + 6),
                        row.getString(at + 7),
                        Errors.millis(Sql.longOrNull(row, at + 8)),
                        row.getInt(at + 9) != 0,
                        Sql.intOrNull(row, at + 10),
                        Sql.intOrNull(row, at + 11),
                        Sql.intOrNull(row, at + 12),
                        Sql.intOrNull(row, at + 13)),
                CompanionRows.of(sql, source, file.folder(), file.name(), file.isWholeFile()));
        return new Read(shown, row.getString(at + 14));
    }

    /** Returns what the best file tells, and what is said instead, with where each is from. */
    List<FieldValue> fields(Sql sql, Track track) throws SQLException {
        boolean none = all.isEmpty();
        return Fields.of(
                sql,
                track.id().value(),
                track.title(),
                none ? Map.of() : tags,
                none ? null : all.get(0).path());
    }
}
