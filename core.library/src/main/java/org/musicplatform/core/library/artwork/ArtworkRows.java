package org.musicplatform.core.library.artwork;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.ArtworkKind;
import org.musicplatform.core.api.library.ArtworkSource;
import org.musicplatform.core.api.library.ArtworkSubject;
import org.musicplatform.core.api.library.ArtworkSubject.Type;
import org.musicplatform.core.api.library.LookUp;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.PlaylistId;
import org.musicplatform.core.api.library.StoredArtwork;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.library.browse.Wanting;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.LookUps;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.Writing;
import org.musicplatform.core.support.PictureHeader;

/**
 * The rows of pictures, and of what they are: of each subject one for a kind and an origin, which has no picture when
 * none was found there. Changes are made by the writer thread.
 */
public final class ArtworkRows {

    private static final char LIST = 'w';
    private static final String PICTURE = "lower(hex(w.sha256)), w.mime, w.width, w.height, w.size";
    private static final String BEST_FIRST = " ORDER BY u.kind <> 'FRONT', u.kind, CASE u.origin WHEN 'user' THEN 0"
            + " WHEN 'embedded' THEN 1 WHEN 'folder' THEN 2 ELSE 3 END, u.subject, u.origin";

    private ArtworkRows() {}

    /** As the rows have it, also those of triggers. */
    private static int code(Type type) {
        return switch (type) {
            case TRACK -> 0;
            case ALBUM -> 1;
            case ARTIST -> 2;
            case PLAYLIST -> 3;
        };
    }

    private static String table(Type type) {
        return switch (type) {
            case TRACK -> "track";
            case ALBUM -> "album";
            case ARTIST -> "artist";
            case PLAYLIST -> "playlist";
        };
    }

    /** Refuses what is not in the library. */
    static void require(Sql sql, ArtworkSubject of) throws SQLException {
        String table = table(of.type());
        if (sql.number("SELECT count(*) FROM " + table + " WHERE id = ?", of.id()) == 0) {
            throw Errors.notFound(table + " " + of);
        }
    }

    static List<StoredArtwork> of(Sql sql, ArtworkSubject of) throws SQLException {
        require(sql, of);
        if (of.type() == Type.TRACK) {
            Long album = sql.first("SELECT album_id FROM track WHERE id = ?", row -> Sql.longOrNull(row, 1), of.id());
            return ofTrack(sql, of.id(), album);
        }
        return list(sql, "u.subject = ? AND u.subject_id = ?", code(of.type()), of.id());
    }

    /** Lists the pictures of a track and those of its album, which may be null. */
    public static List<StoredArtwork> ofTrack(Sql sql, long track, Long album) throws SQLException {
        return list(sql, "(u.subject = 0 AND u.subject_id = ? OR u.subject = 1 AND u.subject_id = ?)", track, album);
    }

    private static List<StoredArtwork> list(Sql sql, String which, Object... values) throws SQLException {
        return sql.list(
                "SELECT " + PICTURE + ", u.kind, u.origin, u.subject FROM artwork_use u CROSS JOIN artwork w"
                        + " ON w.id = u.artwork_id WHERE " + which + BEST_FIRST,
                ArtworkRows::stored,
                values);
    }

    private static StoredArtwork stored(ResultSet row) throws SQLException {
        return new StoredArtwork(
                row.getString(1),
                row.getString(2),
                Sql.intOrNull(row, 3),
                Sql.intOrNull(row, 4),
                row.getLong(5),
                new StoredArtwork.Use(
                        ArtworkKind.valueOf(row.getString(6)), row.getString(7), row.getInt(8) == code(Type.ALBUM)));
    }

    /** Tells whether there is a row of a picture. */
    static boolean has(Sql sql, String hash) throws SQLException {
        return sql.number("SELECT count(*) FROM artwork WHERE sha256 = ?", bytes(hash)) > 0;
    }

    private static byte[] bytes(String hash) {
        return HexFormat.of().parseHex(hash);
    }

    /** Stores that something has a picture whose file is there. */
    static StoredArtwork put(
            Writing writing, ArtworkSubject of, ArtworkSource from, String hash, PictureHeader header, long size)
            throws SQLException {
        var sql = writing.sql();
        require(sql, of);
        sql.update(
                "INSERT INTO artwork (sha256, mime, width, height, size, stored) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (sha256) DO UPDATE SET unused = NULL",
                bytes(hash),
                header.mediaType(),
                known(header.width()),
                known(header.height()),
                size,
                writing.now());
        long artwork = sql.number("SELECT id FROM artwork WHERE sha256 = ?", bytes(hash));
        use(writing, of, from, artwork);
        changed(writing, of, from.origin());
        return new StoredArtwork(
                hash,
                header.mediaType(),
                known(header.width()),
                known(header.height()),
                size,
                new StoredArtwork.Use(from.kind(), from.origin(), of.type() == Type.ALBUM));
    }

    private static Integer known(int pixels) {
        return pixels == 0 ? null : pixels;
    }

    private static void use(Writing writing, ArtworkSubject of, ArtworkSource from, Long artwork) throws SQLException {
        boolean ofPerson = from.origin().equals(StoredArtwork.USER) && of.type() == Type.ALBUM;
        writing.sql()
                .update(
                        "INSERT OR REPLACE INTO artwork_use (subject, subject_id, kind, origin, artwork_id, state, checked,"
                                + " again) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        code(of.type()),
                        of.id(),
                        from.kind().name(),
                        from.origin(),
                        artwork,
                        ofPerson ? aTrackOf(writing.sql(), of.id()) : from.state(),
                        writing.now(),
                        LookUps.again(writing.now(), from.askAgain()));
    }

    /** By it the album is found again when other tags make it another one. */
    private static String aTrackOf(Sql sql, long album) throws SQLException {
        return sql.first("SELECT min(id) FROM track WHERE album_id = ?", row -> row.getString(1), album);
    }

    /** Gives what a person chose for an album that has no tracks any more to the one that has them now. */
    public static void followTracks(Writing writing, long album) throws SQLException {
        var sql = writing.sql();
        String track = sql.first(
                "SELECT state FROM artwork_use WHERE subject = 1 AND subject_id = ? AND origin = 'user'"
                        + " AND state IS NOT NULL LIMIT 1",
                row -> row.getString(1),
                album);
        if (track == null) {
            return;
        }
        sql.update(
                "UPDATE OR IGNORE artwork_use SET subject_id = t.album_id FROM (SELECT album_id FROM track WHERE id = ?) t"
                        + " WHERE subject = 1 AND subject_id = ? AND origin = 'user' AND t.album_id IS NOT NULL",
                Long.valueOf(track),
                album);
    }

    /** Gives the pictures of one thing to another that takes its place, where that has none. */
    private static void give(Sql sql, Type type, long from, long to) throws SQLException {
        sql.update(
                "UPDATE OR IGNORE artwork_use SET subject_id = ? WHERE subject = ? AND subject_id = ?",
                to,
                code(type),
                from);
    }

    public static void giveTrack(Sql sql, long from, long to) throws SQLException {
        give(sql, Type.TRACK, from, to);
    }

    public static void giveArtist(Sql sql, long from, long to) throws SQLException {
        give(sql, Type.ARTIST, from, to);
    }

    static Void none(Writing writing, ArtworkSubject of, ArtworkSource from) throws SQLException {
        var sql = writing.sql();
        require(sql, of);
        boolean service =
                !from.origin().equals(StoredArtwork.EMBEDDED) && !from.origin().equals(StoredArtwork.FOLDER);
        Long before = service
                ? sql.first(
                        "SELECT artwork_id FROM artwork_use WHERE subject = ? AND subject_id = ? AND kind = ?"
                                + " AND origin = ?",
                        row -> Sql.longOrNull(row, 1),
                        code(of.type()),
                        of.id(),
                        from.kind().name(),
                        from.origin())
                : null;
        use(writing, of, from, before);
        return null;
    }

    static boolean forget(Writing writing, ArtworkSubject of, ArtworkKind kind, String origin) throws SQLException {
        var sql = writing.sql();
        require(sql, of);
        String which = " FROM artwork_use WHERE subject = ? AND subject_id = ? AND kind = ? AND origin = ?";
        Object[] values = {code(of.type()), of.id(), kind.name(), origin};
        boolean found = sql.number("SELECT count(artwork_id)" + which, values) > 0;
        sql.update("DELETE" + which, values);
        if (found) {
            changed(writing, of, origin);
        }
        return found;
    }

    /** Forgets what persons chose, for anything. */
    public static void forgetPersons(Writing writing) throws SQLException {
        writing.sql().update("DELETE FROM artwork_use WHERE origin = 'user'");
    }

    /** Has clients told; not of copies from files and folders: who asked for them has them. */
    private static void changed(Writing writing, ArtworkSubject of, String origin) throws SQLException {
        if (origin.equals(StoredArtwork.EMBEDDED) || origin.equals(StoredArtwork.FOLDER)) {
            return;
        }
        switch (of.type()) {
            case TRACK -> writing.changes().updated(of.id());
            case ALBUM -> {
                for (long track : writing.sql()
                        .list(
                                "SELECT t.id FROM album a CROSS JOIN track t ON t.album_sort = a.sort AND t.album_id = a.id"
                                        + " AND t.visible = 1 WHERE a.id = ?",
                                row -> row.getLong(1),
                                of.id())) {
                    writing.changes().updated(track);
                }
            }
            case PLAYLIST -> writing.changes().playlist(of.id());
            case ARTIST -> {} // no event tells of artists
        }
    }

    static List<LookUp> lookUps(Sql sql, ArtworkSubject of, ArtworkKind kind) throws SQLException {
        require(sql, of);
        return sql.list(
                "SELECT origin, artwork_id IS NOT NULL, checked, again, state FROM artwork_use WHERE subject = ?"
                        + " AND subject_id = ? AND kind = ? AND origin <> 'user' ORDER BY origin",
                LookUps::of,
                code(of.type()),
                of.id(),
                kind.name());
    }

    static Page<ArtworkSubject> wanting(
            Sql sql, Type type, ArtworkKind kind, String service, PageRequest page, long now) throws SQLException {
        String there =
                switch (type) {
                    case TRACK -> "x.visible = 1";
                    case ALBUM, ARTIST -> "x.tracks > 0";
                    case PLAYLIST -> "1";
                };
        return new Wanting<>(sql, LIST + type.name() + kind + service, id -> new ArtworkSubject(type, id))
                .page(
                        page,
                        table(type),
                        there
                                + " AND NOT EXISTS (SELECT 1 FROM artwork_use u WHERE u.subject = ? AND u.subject_id = x.id"
                                + " AND u.kind = ? AND CASE WHEN u.origin = ? THEN u.again IS NULL OR u.again > ?"
                                + " ELSE u.artwork_id IS NOT NULL END)",
                        code(type),
                        kind.name(),
                        service,
                        now);
    }

    /** A picture as its row tells. */
    record Kept(long id, String hash, long size) {
        static Kept of(ResultSet row) throws SQLException {
            return new Kept(row.getLong(1), row.getString(2), row.getLong(3));
        }
    }

    /** Returns some pictures that something has, by id. */
    static List<Kept> used(Sql sql, long after, int limit) throws SQLException {
        return sql.list(
                "SELECT id, lower(hex(sha256)), size FROM artwork w WHERE id > ? AND EXISTS (SELECT 1 FROM artwork_use"
                        + " WHERE artwork_id = w.id) ORDER BY id LIMIT ?",
                Kept::of,
                after,
                limit);
    }

    /** Names what a person chose a picture for, null when nobody did. */
    static String chosenFor(Sql sql, long artwork) throws SQLException {
        return sql.first(
                "SELECT subject, subject_id FROM artwork_use WHERE artwork_id = ? AND origin = 'user'",
                row -> subject(row.getInt(1), row.getLong(2)),
                artwork);
    }

    private static String subject(int code, long id) {
        return switch (code) {
            case 0 -> new TrackId(id).toString();
            case 1 -> new AlbumId(id).toString();
            case 2 -> new ArtistId(id).toString();
            default -> new PlaylistId(id).toString();
        };
    }

    /** Has pictures that can be had again looked for again: their files are gone. */
    static void lookAgain(Writing writing, List<String> hashes) throws SQLException {
        for (String hash : hashes) {
            writing.sql()
                    .update(
                            "DELETE FROM artwork_use WHERE origin <> 'user'"
                                    + " AND artwork_id = (SELECT id FROM artwork WHERE sha256 = ?)",
                            bytes(hash));
        }
    }

    /** Returns how many rows are of something that is not there. */
    static long dangling(Sql sql) throws SQLException {
        long count = 0;
        for (Type type : Type.values()) {
            count += sql.number(
                    "SELECT count(*) FROM artwork_use WHERE subject = ? AND subject_id NOT IN (SELECT id FROM "
                            + table(type) + ")",
                    code(type));
        }
        return count;
    }
}
