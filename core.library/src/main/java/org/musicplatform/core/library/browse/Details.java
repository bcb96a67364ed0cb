package org.musicplatform.core.library.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.musicplatform.core.api.library.Album;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.Artist;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.FieldValue;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.FileState;
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
import org.musicplatform.core.library.intake.FileRow;
import org.musicplatform.core.library.track.TagsText;
import org.musicplatform.core.library.track.TrackTags;

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
                        new ArtistId(row.getLong("id")), row.getString("name"), row.getString("role")),
                id.value());
        var tags = new ArrayList<Map<TagField, List<String>>>();
        var files = sql.list(
                "SELECT f.*, s.provider, s.location, s.name AS source_name FROM file f"
                        + " JOIN source s ON s.id = f.source_id WHERE f.track_id = ?"
                        + " ORDER BY f.state = 'MISSING', f.state = 'FAILED', f.bits IS NULL, f.bitrate DESC, f.id",
                row -> {
                    tags.add(TagsText.fields(row.getString("tags")));
                    return file(sql, row);
                },
                id.value());
        var fields = new ArrayList<FieldValue>();
        if (!files.isEmpty()) {
            tags.get(0)
                    .forEach((field, values) -> fields.add(new FieldValue(
                            field, values, FieldValue.Origin.TAG, files.get(0).path())));
            if (!tags.get(0).containsKey(TagField.TITLE)) {
                fields.add(
                        0,
                        new FieldValue(
                                TagField.TITLE,
                                List.of(track.title()),
                                FieldValue.Origin.FILE_NAME,
                                files.get(0).path()));
            }
        }
        long added = sql.number("SELECT added FROM track WHERE id = ?", id.value());
        return new TrackDetails(track, credits, fields, files, Instant.ofEpochMilli(added));
    }

    private static TrackFile file(Sql sql, ResultSet row) throws SQLException {
        var source = new SourceAccount(
                new SourceId(row.getLong("source_id")),
                row.getString("provider"),
                row.getString("location"),
                row.getString("source_name"));
        String folder = row.getString("folder");
        String name = row.getString("name");
        Long clipEnd = Sql.longOrNull(row, "clip_end");
        long clipStart = row.getLong("clip_start");
        Long missing = Sql.longOrNull(row, "missing_since");
        return new TrackFile(
                new FileId(row.getLong("id")),
                new FileRef(source, row.getString("item_id"), name, FileRow.version(row)),
                folder.isEmpty() ? name : folder + "/" + name,
                clipStart == 0 && clipEnd == null
                        ? null
                        : new TrackFile.Clip(Duration.ofMillis(clipStart), Errors.millis(clipEnd)),
                FileState.valueOf(row.getString("state")),
                row.getString("reason"),
                missing == null ? null : Instant.ofEpochMilli(missing),
                new AudioProperties(
                        row.getString("container"),
                        row.getString("codec"),
                        TrackTags.duration(row),
                        row.getInt("duration_estimated") != 0,
                        Sql.intOrNull(row, "bitrate"),
                        Sql.intOrNull(row, "sample_rate"),
                        Sql.intOrNull(row, "channels"),
                        Sql.intOrNull(row, "bits")),
                CompanionRows.of(sql, source, folder, name, clipStart == 0 && clipEnd == null));
    }
}
