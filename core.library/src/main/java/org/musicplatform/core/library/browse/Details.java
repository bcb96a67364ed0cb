package org.musicplatform.core.library.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.musicplatform.core.api.library.Album;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.Artist;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.library.TrackId;
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
import org.musicplatform.core.library.track.Role;
import org.musicplatform.core.library.track.TagsText;

/** One thing with all that is known of it. */
public final class Details {
    private Details() {}

    public static Artist artist(Sql sql, ArtistId id) throws SQLException {
        var artist = sql.first("SELECT " + Rows.ARTIST + " FROM artist r WHERE r.id = ?", Rows::artist, id.value());
        if (artist == null) {
            throw Errors.notFound("artist " + id);
        }
        return artist;
    }

    public static Album album(Sql sql, AlbumId id) throws SQLException {
        var album = sql.first("SELECT " + Rows.ALBUM + " FROM album a WHERE a.id = ?", Rows::album, id.value());
        if (album == null) {
            throw Errors.notFound("album " + id);
        }
        return album;
    }

    public static TrackDetails track(Sql sql, TrackId id) throws SQLException {
        var track = sql.first("SELECT " + Rows.TRACK + Rows.TRACK_FROM + "WHERE t.id = ?", Rows::track, id.value());
        if (track == null) {
            throw Errors.notFound("track " + id);
        }
        var credits = sql.list(
                "SELECT r.id, r.name, x.role FROM track_artist x JOIN artist r ON r.id = x.artist_id"
                        + " WHERE x.track_id = ? ORDER BY x.position",
                row -> new TrackDetails.Credit(
                        new ArtistId(row.getLong("id")),
                        row.getString("name"),
                        Role.of(row.getInt("role")).word()),
                id.value());
        var tags = new ArrayList<Map<TagField, List<String>>>();
        var files = sql.list(
                "SELECT " + FileRow.COLUMNS
                        + ", f.missing_since, f.reason, f.duration_ms, f.duration_estimated, f.bitrate,"
                        + " f.sample_rate, f.channels, f.bits, o.container, o.codec, g.tags, s.provider, s.location,"
                        + " s.name AS source_name" + FileRow.FROM + "CROSS JOIN source s ON s.id = f.source_id"
                        + " LEFT JOIN format o ON o.id = f.format_id LEFT JOIN file_tags g ON g.file_id = f.id"
                        + " WHERE f.track_id = ?"
                        + " ORDER BY " + FileOrder.BEST_FIRST,
                row -> {
                    tags.add(TagsText.fields(row.getString("tags")));
                    return file(sql, row);
                },
                id.value());
        var fields = files.isEmpty()
                ? Fields.of(sql, id.value(), track.title(), Map.of(), null)
                : Fields.of(
                        sql,
                        id.value(),
                        track.title(),
                        tags.get(0),
                        files.get(0).path());
        long added = sql.number("SELECT added FROM track WHERE id = ?", id.value());
        return new TrackDetails(track, credits, fields, files, Instant.ofEpochMilli(added));
    }

    private static TrackFile file(Sql sql, ResultSet row) throws SQLException {
        var file = FileRow.of(row);
        var source = new SourceAccount(
                new SourceId(file.source()),
                row.getString("provider"),
                row.getString("location"),
                row.getString("source_name"));
        Long missing = Sql.longOrNull(row, "missing_since");
        return new TrackFile(
                new FileId(file.id()),
                new FileRef(source, file.itemId(), file.name(), file.version()),
                file.path(),
                file.isWholeFile()
                        ? null
                        : new TrackFile.Clip(Duration.ofMillis(file.clipStart()), Errors.millis(file.clipEnd())),
                file.state(),
                Objects.requireNonNullElse(row.getString("reason"), ""),
                missing == null ? null : Instant.ofEpochMilli(missing),
                new AudioProperties(
                        row.getString("container"),
                        row.getString("codec"),
                        Errors.millis(Sql.longOrNull(row, "duration_ms")),
                        row.getInt("duration_estimated") != 0,
                        Sql.intOrNull(row, "bitrate"),
                        Sql.intOrNull(row, "sample_rate"),
                        Sql.intOrNull(row, "channels"),
                        Sql.intOrNull(row, "bits")),
                CompanionRows.of(sql, source, file.folder(), file.name(), file.isWholeFile()));
    }
}
