package org.musicplatform.core.library.curation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.Decision;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.Readings;
import org.musicplatform.core.library.track.AlbumGrouping;
import org.musicplatform.core.library.track.Bound;
import org.musicplatform.core.library.writer.Writing;

/** Tracks that a person gave another album: albums made one, or an album made two. Used by the writer thread. */
public final class MovedTracks {

    private static final String TRACK = "track"; // id, album before, bound before, album now
    private static final String ALBUM = "album"; // id and the rest of what it is known by
    private static final String FOLDER = "folder"; // album, folder
    private static final String REASON = "reason"; // album, reason before
    private static final String PART = "part"; // album, what it was made a part of before, or null

    private static final String KNOWN_BY = "id, title, title_key, sort, tag_artist, tag_artist_key, release_id,"
            + " tag_compilation, compilation, reason, added";

    private MovedTracks() {}

    private record Member(long id, Long album, int bound) {

        static Member of(ResultSet row) throws SQLException {
            return new Member(row.getLong(1), Sql.longOrNull(row, 2), row.getInt(3));
        }
    }

    public static Decision merge(Writing writing, List<AlbumId> albums) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        var memo = new Memo();
        long into = albums.get(0).value();
        for (AlbumId album : albums) {
            remember(sql, memo, album);
            memo.add(PART, album.value(), partOf(sql, album.value()));
        }
        setPart(sql, into, null);
        var title = memo.first(ALBUM).text(1);
        for (AlbumId album : albums.subList(1, albums.size())) {
            move(writing, memo, membersOf(sql, album.value()), into);
            // it keeps its folders: what comes to it later is known by them
            sql.update(
                    "INSERT OR IGNORE INTO album_folder (album_id, folder_id) SELECT ?, folder_id FROM album_folder"
                            + " WHERE album_id = ?",
                    into,
                    album.value());
            setPart(sql, album.value(), into);
        }
        setReason(sql, memo, into, AlbumGrouping.BY_PERSON + "several albums one.");
        DecisionRows.result(memo, albums.get(0));
        String words = albums.stream().skip(1).map(AlbumId::toString).collect(Collectors.joining(", ")) + " became "
                + albums.get(0) + " (" + title + ").";
        return DecisionRows.note(writing, Decision.Kind.MERGE_ALBUMS, words, memo);
    }

    public static Decision split(Writing writing, List<TrackId> tracks) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        var members = new ArrayList<Member>();
        for (TrackId track : tracks) {
            var member =
                    sql.first("SELECT id, album_id, album_bound FROM track WHERE id = ?", Member::of, track.value());
            if (member == null) {
                throw Errors.notFound("track " + track);
            }
            members.add(member);
        }
        Long from = members.get(0).album();
        if (from == null || members.stream().anyMatch(member -> !from.equals(member.album()))) {
            throw DecisionRows.nothing("The tracks are not of one album.");
        }
        var all = membersOf(sql, from).stream().map(Member::id).collect(Collectors.toSet());
        members.forEach(member -> all.remove(member.id()));
        if (all.isEmpty()) {
            throw DecisionRows.nothing("These are all tracks of " + new AlbumId(from) + ".");
        }
        var memo = new Memo();
        remember(sql, memo, new AlbumId(from));
        var made = new AlbumId(writing.albums().makeLike(from));
        move(writing, memo, members, made.value());
        setReason(sql, memo, made.value(), AlbumGrouping.BY_PERSON + "it an album of its own.");
        tracks.forEach(track -> DecisionRows.about(memo, track));
        DecisionRows.about(memo, made);
        DecisionRows.result(memo, made);
        String words = (tracks.size() == 1 ? "A track" : tracks.size() + " tracks") + " of " + new AlbumId(from) + " ("
                + memo.first(ALBUM).text(1) + ") became " + made + ".";
        return DecisionRows.note(writing, Decision.Kind.SPLIT_ALBUM, words, memo);
    }

    private static Long partOf(Sql sql, long album) throws SQLException {
        return sql.first("SELECT merged_into FROM album WHERE id = ?", row -> Sql.longOrNull(row, 1), album);
    }

    private static void setPart(Sql sql, long album, Long whole) throws SQLException {
        sql.update("UPDATE album SET merged_into = ? WHERE id = ?", whole, album);
    }

    /** As far as nothing was decided of them since. */
    private static void undoParts(Sql sql, Memo memo) throws SQLException {
        var parts = memo.all(PART);
        for (Memo.Row part : parts) {
            boolean whole = part == parts.get(0);
            sql.update(
                    "UPDATE album SET merged_into = ?1 WHERE id = ?2 AND merged_into IS ?3"
                            + " AND NOT EXISTS (SELECT 1 FROM album x WHERE x.id = ?1 AND x.merged_into IS NOT NULL)",
                    part.value(1),
                    part.id(0),
                    whole ? null : parts.get(0).value(0));
        }
    }

    private static List<Member> membersOf(Sql sql, long album) throws SQLException {
        return sql.list(
                "SELECT id, album_id, album_bound FROM track WHERE album_id = ? ORDER BY id", Member::of, album);
    }

    private static void remember(Sql sql, Memo memo, AlbumId album) throws SQLException {
        DecisionRows.about(memo, album);
        var row = sql.first(
                "SELECT " + KNOWN_BY + " FROM album WHERE id = ?",
                found -> new Object[] {
                    found.getLong(1),
                    found.getString(2),
                    found.getString(3),
                    found.getString(4),
                    found.getString(5),
                    found.getString(6),
                    found.getString(7),
                    found.getInt(8),
                    found.getInt(9),
                    found.getString(10),
                    found.getLong(11)
                },
                album.value());
        if (row == null) {
            throw Errors.notFound("album " + album);
        }
        memo.add(ALBUM, row);
        for (long folder : sql.list(
                "SELECT folder_id FROM album_folder WHERE album_id = ?", found -> found.getLong(1), album.value())) {
            memo.add(FOLDER, album.value(), folder);
        }
    }

    private static void setReason(Sql sql, Memo memo, long album, String reason) throws SQLException {
        String before = sql.first("SELECT reason FROM album WHERE id = ?", row -> row.getString(1), album);
        memo.add(REASON, album, before);
        sql.update("UPDATE album SET reason = ? WHERE id = ?", reason, album);
    }

    private static void move(Writing writing, Memo memo, List<Member> members, long into) throws SQLException {
        for (Member member : members) {
            memo.add(TRACK, member.id(), member.album(), member.bound(), into);
            put(writing, member.id(), member.album(), into, Bound.PERSON.code());
        }
    }

    private static void put(Writing writing, long track, Long from, long into, int bound) throws SQLException {
        writing.sql().update("UPDATE track SET album_id = ?, album_bound = ? WHERE id = ?", into, bound, track);
        writing.changes().album(from);
        Readings.describeAgain(writing, track);
    }

    static void undo(Writing writing, Memo memo, List<String> left) throws SQLException {
        var sql = writing.sql();
        for (Memo.Row album : memo.all(ALBUM)) {
            bringBack(writing, album);
        }
        for (Memo.Row folder : memo.all(FOLDER)) {
            sql.update(
                    "INSERT OR IGNORE INTO album_folder (album_id, folder_id) SELECT ?, id FROM folder WHERE id = ?",
                    folder.id(0),
                    folder.id(1));
        }
        undoParts(sql, memo);
        int stay = 0;
        for (Memo.Row track : memo.all(TRACK)) {
            var now = sql.first("SELECT id, album_id, album_bound FROM track WHERE id = ?", Member::of, track.id(0));
            boolean asLeft = now != null
                    && now.album() != null
                    && now.album() == track.id(3)
                    && now.bound() == Bound.PERSON.code();
            if (asLeft) {
                put(writing, track.id(0), track.id(3), track.id(1), (int) track.id(2));
            } else {
                stay++;
            }
        }
        placeLater(writing, memo);
        for (Memo.Row reason : memo.all(REASON)) {
            sql.update("UPDATE album SET reason = ? WHERE id = ?", reason.value(1), reason.id(0));
        }
        if (stay > 0) {
            left.add((stay == 1 ? "A track is" : stay + " tracks are")
                    + " gone, or got another album since: nothing was done to that.");
        }
    }

    /** What came to an album since, because others were a part of it, finds its own. */
    private static void placeLater(Writing writing, Memo memo) throws SQLException {
        for (Memo.Row part : memo.all(PART)) {
            for (Member member : membersOf(writing.sql(), part.id(0))) {
                if (member.bound() != Bound.PERSON.code()) {
                    Readings.describeAgain(writing, member.id());
                }
            }
        }
    }

    /** An album without tracks may have been removed for good. */
    private static void bringBack(Writing writing, Memo.Row album) throws SQLException {
        var sql = writing.sql();
        if (sql.number("SELECT count(*) FROM album WHERE id = ?", album.id(0)) > 0) {
            return;
        }
        sql.update(
                "INSERT INTO album (" + KNOWN_BY + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                album.value(0),
                album.value(1),
                album.value(2),
                album.value(3),
                album.value(4),
                album.value(5),
                album.value(6),
                album.value(7),
                album.value(8),
                album.value(9),
                album.value(10));
        writing.changes().album(album.id(0));
    }
}
