package org.musicplatform.core.library.track;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.ClipRows;
import org.musicplatform.core.library.intake.FileRow;
import org.musicplatform.core.library.writer.Writing;
import org.musicplatform.core.support.TextFolding;

/** Brings what was read from a file into its row and that of its track. */
public final class TrackTags {

    /** Between the genres of a track in its row. */
    public static final String SEPARATOR = "\u001f";

    private TrackTags() {}

    /** Stores a reading, unless the file changed meanwhile. */
    public static void store(Writing writing, FileRow file, ClipRows.Part part, TagReading reading)
            throws SQLException {
        var properties = reading.properties();
        Tags tags = part.tags();
        Long duration = part.length(properties.duration());
        long track = file.track();
        if (file.reader() == null) {
            Long known = TrackMatcher.hidden(writing.sql(), tags, duration);
            if (known != null && known != track) {
                rebind(writing, file, known);
                track = known;
            }
        }
        writing.sql()
                .update(
                        "UPDATE file SET state = ?, lease = NULL, code = NULL, reason = ?, container = ?, codec = ?,"
                                + " duration_ms = ?, duration_estimated = ?, bitrate = ?, sample_rate = ?,"
                                + " channels = ?, bits = ?, reader = ?, tags = ? WHERE id = ?",
                        (reading.warnings().isEmpty() ? FileState.READY : FileState.PARTIAL).name(),
                        String.join(" ", reading.warnings()),
                        properties.container(),
                        properties.codec(),
                        properties.duration() == null
                                ? null
                                : properties.duration().toMillis(),
                        properties.durationEstimated() ? 1 : 0,
                        properties.bitrate(),
                        properties.sampleRate(),
                        properties.channels(),
                        properties.bitsPerSample(),
                        reading.reader(),
                        TagsText.write(tags),
                        file.id());
        describe(writing, track, file, part, duration);
    }

    /** Gives a file to another track; the one it had goes when it has no other. */
    public static void rebind(Writing writing, FileRow file, long track) throws SQLException {
        writing.sql().update("UPDATE file SET track_id = ? WHERE id = ?", track, file.id());
        writing.tracks().replaceIfOrphan(file.track(), track);
        writing.tracks().refreshVisible(track);
    }

    /** Writes again what was read from a file before; its length in milliseconds or null. */
    public static void describeAgain(Writing writing, long track, FileRow file, Long duration) throws SQLException {
        String tags = writing.sql().first("SELECT tags FROM file WHERE id = ?", row -> row.getString(1), file.id());
        var part = new ClipRows.Part(file.clipStart(), file.clipEnd(), new Tags(TagsText.fields(tags), Map.of()));
        describe(writing, track, file, part, duration);
    }

    /** Writes what tags tell of a track; its length in milliseconds or null. */
    public static void describe(Writing writing, long track, FileRow file, ClipRows.Part part, Long duration)
            throws SQLException {
        Tags tags = part.tags();
        String title = Objects.requireNonNullElseGet(tags.first(TagField.TITLE), () -> part.title(file));
        String artist = ArtistNames.display(tags);
        String date = tags.first(TagField.DATE);
        Integer disc = tags.number(TagField.DISC_NUMBER);
        Integer number = tags.number(TagField.TRACK_NUMBER);
        var genres = tags.all(TagField.GENRE);
        var sql = writing.sql();
        Long before =
                sql.first("SELECT album_id FROM track WHERE id = ?", row -> Sql.longOrNull(row, "album_id"), track);
        var names = people(writing, track, tags);
        genres(sql, track, genres);
        Long album = album(writing, track, file, tags);
        writing.changes().album(before);
        writing.changes().album(album);
        String sort = TextFolding.sortKey(title);
        sql.update(
                "UPDATE track SET title = ?, sort = ?, artist = ?, album_id = ?, album_sort = ?, track_no = ?,"
                        + " track_total = ?, disc_no = ?, disc_total = ?, duration_ms = ?, date = ?, year = ?,"
                        + " genres = ?, recording_id = ?, match_key = ? WHERE id = ?",
                title,
                sort,
                artist,
                album,
                albumSort(disc, number, sort),
                number,
                tags.number(TagField.TRACK_TOTAL),
                disc,
                tags.number(TagField.DISC_TOTAL),
                duration,
                date,
                year(date),
                String.join(SEPARATOR, genres),
                tags.first(TagField.MUSICBRAINZ_RECORDING_ID),
                TrackMatcher.key(tags),
                track);
        String albumArtist = tags.first(TagField.ALBUM_ARTIST);
        writing.tracks()
                .index()
                .track(
                        track,
                        title,
                        joined(artist, names),
                        joined(tags.first(TagField.ALBUM), albumArtist == null ? List.of() : List.of(albumArtist)),
                        String.join(" ", genres));
        writing.changes().updated(track);
    }

    /** Replaces an estimated playing time in milliseconds by one that was counted. */
    public static Void correctDuration(Writing writing, long file, long duration) throws SQLException {
        var sql = writing.sql();
        int estimated = sql.update(
                "UPDATE file SET duration_ms = ?, duration_estimated = 0 WHERE id = ? AND duration_estimated = 1"
                        + " AND clip_start = 0 AND clip_end IS NULL",
                duration,
                file);
        if (estimated > 0) {
            long track = sql.number("SELECT track_id FROM file WHERE id = ?", file);
            sql.update("UPDATE track SET duration_ms = ? WHERE id = ?", duration, track);
            writing.changes().updated(track);
        }
        return null;
    }

    private static List<String> people(Writing writing, long track, Tags tags) throws SQLException {
        var sql = writing.sql();
        sql.update("DELETE FROM track_artist WHERE track_id = ?", track);
        var all = ArtistNames.all(tags);
        for (int i = 0; i < all.size(); i++) {
            sql.update(
                    "INSERT INTO track_artist (track_id, role, position, artist_id) VALUES (?, ?, ?, ?)",
                    track,
                    all.get(i).role(),
                    i,
                    writing.artists().id(all.get(i).name()));
        }
        return all.stream().map(ArtistNames.Named::name).distinct().toList();
    }

    private static void genres(Sql sql, long track, List<String> genres) throws SQLException {
        sql.update("DELETE FROM track_genre WHERE track_id = ?", track);
        for (String genre : genres) {
            sql.update(
                    "INSERT OR IGNORE INTO track_genre (track_id, genre_key) VALUES (?, ?)",
                    track,
                    TextFolding.key(genre));
        }
    }

    private static Long album(Writing writing, long track, FileRow file, Tags tags) throws SQLException {
        String title = tags.first(TagField.ALBUM);
        if (title == null || title.isBlank()) {
            return null;
        }
        String artist = tags.first(TagField.ALBUM_ARTIST);
        if (artist == null && !tags.all(TagField.ALBUM_ARTISTS).isEmpty()) {
            artist = String.join(", ", tags.all(TagField.ALBUM_ARTISTS));
        }
        return writing.albums()
                .place(new AlbumGrouping.Evidence(
                        track,
                        file.source(),
                        AlbumGrouping.albumFolder(file.folder()),
                        title,
                        artist,
                        tags.first(TagField.MUSICBRAINZ_RELEASE_ID),
                        "1".equals(tags.first(TagField.COMPILATION)),
                        year(tags.first(TagField.DATE)),
                        tags.number(TagField.DISC_NUMBER),
                        tags.number(TagField.TRACK_NUMBER)));
    }

    private static String albumSort(Integer disc, Integer number, String sort) {
        // what has no number comes after what has one
        return pad(disc == null ? 1 : disc) + pad(number == null ? 99_999 : number) + sort;
    }

    private static String pad(int number) {
        return String.format(java.util.Locale.ROOT, "%05d", number);
    }

    private static Integer year(String date) {
        return date != null && date.matches("\\d{4}.*") ? Integer.valueOf(date.substring(0, 4)) : null;
    }

    private static String joined(String first, List<String> more) {
        var text = new StringBuilder(first == null ? "" : first);
        for (String one : more) {
            if (!one.equals(first)) {
                text.append(' ').append(one);
            }
        }
        return text.toString();
    }

    /** Returns the playing time in a row, or null. */
    public static Duration duration(java.sql.ResultSet row) throws SQLException {
        return Errors.millis(Sql.longOrNull(row, "duration_ms"));
    }
}
