package org.musicplatform.core.library.curation;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.musicplatform.core.api.library.Decision;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.Readings;
import org.musicplatform.core.library.listener.AnnotationRows;
import org.musicplatform.core.library.playlist.PlaylistCounters;
import org.musicplatform.core.library.track.AlbumGrouping;
import org.musicplatform.core.library.track.Bound;
import org.musicplatform.core.library.track.Description;
import org.musicplatform.core.library.track.FileBound;
import org.musicplatform.core.library.track.Overrides;
import org.musicplatform.core.library.track.TrackMatcher;
import org.musicplatform.core.library.writer.Writing;

/** Several tracks that a person made one. Used by the writer thread. */
public final class MergedTracks {

    private static final String INTO = "into"; // id
    private static final String TRACK = "track"; // id, title, added, album, album_bound
    private static final String FILE = Memo.FILE; // id, track, bound
    private static final String ENTRY = "entry"; // id, track
    private static final String PLAY = "play"; // id, track
    private static final String SAID = "said"; // listener, track, rating, favourite, changed
    private static final String NOW = "now"; // the same of the first track, as it was left
    private static final String OVERRIDE = "override"; // track, field, vals, origin, changed, service

    private MergedTracks() {}

    /** Makes them one by hand: the first of them, which stays as it is called. */
    public static Decision merge(Writing writing, List<TrackId> tracks) throws SQLException {
        return merge(writing, tracks, Decision.Kind.MERGE_TRACKS, FileBound.MERGED);
    }

    /** Makes tracks whose files hold the same bytes one: the first of them, with all that was said of the others. */
    static Decision mergeSame(Writing writing, List<TrackId> tracks) throws SQLException {
        return merge(writing, tracks, Decision.Kind.MERGE_DUPLICATE, FileBound.SAME_BYTES);
    }

    private static Decision merge(Writing writing, List<TrackId> tracks, Decision.Kind kind, FileBound why)
            throws SQLException {
        writing.settle();
        boolean byHand = why == FileBound.MERGED;
        var memo = new Memo();
        long into = tracks.get(0).value();
        for (TrackId track : tracks) {
            remember(writing.sql(), memo, track);
        }
        memo.add(INTO, into);
        String words = tracks.stream().skip(1).map(TrackId::toString).collect(Collectors.joining(", ")) + " became "
                + tracks.get(0) + " (" + title(writing.sql(), into) + ")"
                + (byHand ? "." : ": their files hold the same bytes.");
        for (TrackId other : tracks.subList(1, tracks.size())) {
            if (byHand) {
                // the first stays as it is called
                writing.sql().update("DELETE FROM override WHERE track_id = ?", other.value());
            }
            TrackMatcher.join(writing, other.value(), into, why);
            // what the first has of its own is remembered: no track stays for it
            KeptOfTrack.forget(writing.sql(), other.value());
            writing.tracks().removeIfOrphan(other.value());
        }
        if (byHand) {
            writing.sql().update("UPDATE file SET bound = ? WHERE track_id = ?", why.code(), into);
        }
        Readings.describeAgain(writing, into);
        writing.tracks().refreshVisible(into);
        remember(writing.sql(), memo, NOW, into);
        DecisionRows.result(memo, tracks.get(0));
        return DecisionRows.note(writing, kind, words, memo);
    }

    static String title(Sql sql, long track) throws SQLException {
        return sql.first("SELECT title FROM track WHERE id = ?", row -> row.getString(1), track);
    }

    private static void remember(Sql sql, Memo memo, TrackId track) throws SQLException {
        long id = track.value();
        DecisionRows.about(memo, track);
        if (title(sql, id) == null) {
            throw Errors.notFound("track " + track);
        }
        rows(sql, memo, TRACK, "SELECT id, title, added, album_id, album_bound FROM track WHERE id = ?", id, 5);
        rows(sql, memo, FILE, "SELECT id, track_id, bound FROM file WHERE track_id = ?", id, 3);
        rows(sql, memo, ENTRY, "SELECT id, track_id FROM playlist_entry WHERE track_id = ?", id, 2);
        rows(sql, memo, PLAY, "SELECT id, track_id FROM play WHERE track_id = ?", id, 2);
        rows(
                sql,
                memo,
                OVERRIDE,
                "SELECT track_id, field, vals, origin, changed, service FROM override WHERE track_id = ?",
                id,
                6);
        remember(sql, memo, SAID, id);
        KeptOfTrack.remember(sql, memo, id);
    }

    private static void remember(Sql sql, Memo memo, String name, long track) throws SQLException {
        String said = "SELECT listener_id, track_id, rating, favourite, changed FROM annotation WHERE track_id = ?";
        rows(sql, memo, name, said, track, 5);
    }

    static void rows(Sql sql, Memo memo, String name, String query, long track, int columns) throws SQLException {
        var rows = sql.list(
                query,
                row -> {
                    var values = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        Object value = row.getObject(i + 1);
                        values[i] = value instanceof Number number ? (Object) number.longValue() : value;
                    }
                    return values;
                },
                track);
        rows.forEach(row -> memo.add(name, row));
    }

    /** Forgets what a listener said, or everybody for null; tells whether anything was remembered. */
    static boolean forget(Memo memo, Long listener) {
        boolean forgot = memo.removeIf(SAID, row -> listener == null || row.id(0) == listener);
        forgot |= memo.removeIf(NOW, row -> listener == null || row.id(0) == listener);
        if (listener == null) { // these are no listener's
            forgot |= KeptOfTrack.forgetPersons(memo);
            forgot |= memo.removeIf(OVERRIDE, row -> row.id(3) == Overrides.USER);
        }
        return forgot;
    }

    /**
     * Takes tracks apart.
     *
     * @param forGood whether their files are tracks of their own by a person's word from then on: no look joins them again
     */
    static void undo(Writing writing, Memo memo, boolean forGood, List<String> left) throws SQLException {
        long into = memo.first(INTO).id(0);
        if (title(writing.sql(), into) == null) {
            left.add("Nothing came back: the track " + new TrackId(into) + " is gone.");
            return;
        }
        for (Memo.Row track : memo.all(TRACK)) {
            if (track.id(0) != into) {
                bringBack(writing, memo, track, into, left);
                if (forGood) {
                    writing.sql()
                            .update(
                                    "UPDATE file SET bound = ? WHERE track_id = ?",
                                    FileBound.SPLIT.code(),
                                    track.id(0));
                }
            }
        }
        var sql = writing.sql();
        for (Memo.Row file : memo.all(FILE)) {
            if (file.id(1) == into) {
                sql.update("UPDATE file SET bound = ? WHERE id = ? AND track_id = ?", file.id(2), file.id(0), into);
            }
        }
        sayAgain(sql, memo, into, left);
        AnnotationRows.countPlays(sql, into);
        Readings.describeAgain(writing, into);
        writing.tracks().refreshVisible(into);
    }

    private static void bringBack(Writing writing, Memo memo, Memo.Row was, long into, List<String> left)
            throws SQLException {
        var sql = writing.sql();
        long track = was.id(0);
        long there = 0;
        for (Memo.Row file : memo.all(FILE)) {
            if (file.id(1) == track) {
                there += sql.number("SELECT count(*) FROM file WHERE id = ? AND track_id = ?", file.id(0), into);
            }
        }
        boolean hadFiles = memo.all(FILE).stream().anyMatch(file -> file.id(1) == track);
        boolean hasFiles = sql.number("SELECT count(*) FROM file WHERE track_id = ?", track) > 0;
        if (hasFiles || hadFiles && there == 0) {
            left.add(new TrackId(track) + " (" + was.text(1) + ") did not come back: "
                    + (hadFiles && there == 0 ? "its files are gone." : "it is there already."));
            return;
        }
        if (title(sql, track) == null) { // else it was kept for what the first has of its own
            make(writing, track, was.text(1));
        }
        sql.update("UPDATE track SET added = ? WHERE id = ?", was.value(2), track);
        for (Memo.Row file : memo.all(FILE)) {
            if (file.id(1) == track) {
                sql.update(
                        "UPDATE file SET track_id = ?, bound = ? WHERE id = ? AND track_id = ?",
                        track,
                        file.id(2),
                        file.id(0),
                        into);
            }
        }
        giveBack(sql, memo, ENTRY, "UPDATE playlist_entry SET track_id = ? WHERE id = ? AND track_id = ?", track, into);
        PlaylistCounters.lengthChanged(writing, track); // they may be of another length
        giveBack(sql, memo, PLAY, "UPDATE play SET track_id = ? WHERE id = ? AND track_id = ?", track, into);
        for (Memo.Row row : memo.all(OVERRIDE)) {
            if (row.id(0) == track) {
                sql.update(
                        "INSERT OR REPLACE INTO override (track_id, field, vals, origin, changed, service)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        track,
                        row.value(1),
                        row.value(2),
                        row.value(3),
                        row.value(4),
                        row.added(5));
                takeBack(sql, memo, row, into);
            }
        }
        for (Memo.Row row : memo.all(SAID)) {
            if (row.id(1) == track) {
                sql.update(
                        "INSERT OR REPLACE INTO annotation (listener_id, track_id, rating, favourite, changed)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        row.value(0),
                        track,
                        row.value(2),
                        row.value(3),
                        row.value(4));
            }
        }
        AnnotationRows.countPlays(sql, track);
        if (Objects.equals(was.value(4), (long) Bound.PERSON.code())) {
            sql.update(
                    "UPDATE track SET album_id = ?, album_bound = ? WHERE id = ? AND ? IN (SELECT id FROM album)",
                    was.value(3),
                    Bound.PERSON.code(),
                    track,
                    was.value(3));
        }
        KeptOfTrack.giveBack(writing, memo, track, into);
        Readings.describeAgain(writing, track);
        writing.tracks().refreshVisible(track);
        takeFound(writing, memo, track);
    }

    /** A file that was missed by one look and found by a later one is another track since, as long as this one was not. */
    private static void takeFound(Writing writing, Memo memo, long track) throws SQLException {
        var others = memo.all(TRACK).stream().map(row -> row.id(0)).toList();
        for (var lost : writing.sql()
                .list(
                        TrackMatcher.Known.QUERY + "WHERE f.track_id = ? AND f.state = 4",
                        TrackMatcher.Known::of,
                        track)) {
            TrackMatcher.takeTwin(writing, lost, others);
        }
    }

    /** Takes from the first track what was said of another one, and not of it. */
    private static void takeBack(Sql sql, Memo memo, Memo.Row override, long into) throws SQLException {
        boolean had = memo.all(OVERRIDE).stream()
                .anyMatch(own -> own.id(0) == into
                        && own.text(1).equals(override.text(1))
                        && own.text(2).equals(override.text(2))
                        && own.id(3) == override.id(3));
        if (!had) {
            sql.update(
                    "DELETE FROM override WHERE track_id = ? AND field = ? AND vals = ? AND origin = ?",
                    into,
                    override.value(1),
                    override.value(2),
                    override.value(3));
        }
    }

    private static void giveBack(Sql sql, Memo memo, String name, String statement, long track, long from)
            throws SQLException {
        for (Memo.Row row : memo.all(name)) {
            if (row.id(1) == track) {
                sql.update(statement, track, row.id(0), from);
            }
        }
    }

    /** Makes a row of a track to which files are bound next. */
    static void make(Writing writing, long track, String title) throws SQLException {
        writing.tracks().insert(track, Description.of(Tags.NONE, title), AlbumGrouping.NO_FOLDER, null);
        writing.settle();
        writing.sql().update("DELETE FROM gone WHERE track_id = ?", track);
    }

    /** What was said of the first track before, unless a person said something else since. */
    private static void sayAgain(Sql sql, Memo memo, long into, List<String> left) throws SQLException {
        for (Memo.Row merged : memo.all(NOW)) {
            var before = memo.all(SAID).stream()
                    .filter(row -> row.id(1) == into && row.id(0) == merged.id(0))
                    .findFirst()
                    .orElse(null);
            int changed = sql.update(
                    "UPDATE annotation SET rating = ?, favourite = ? WHERE listener_id = ? AND track_id = ?"
                            + " AND rating = ? AND favourite = ?",
                    before == null ? 0 : before.value(2),
                    before == null ? 0 : before.value(3),
                    merged.value(0),
                    into,
                    merged.value(2),
                    merged.value(3));
            if (changed == 0) {
                left.add("What was said of " + new TrackId(into) + " since stays.");
            }
        }
    }
}
