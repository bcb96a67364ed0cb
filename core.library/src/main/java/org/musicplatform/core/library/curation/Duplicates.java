package org.musicplatform.core.library.curation;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.musicplatform.core.api.library.Decision;
import org.musicplatform.core.api.library.Duplicate;
import org.musicplatform.core.api.library.DuplicateId;
import org.musicplatform.core.api.library.DuplicatePolicy;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.library.browse.Keyed;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.FileRow;
import org.musicplatform.core.library.track.FileBound;
import org.musicplatform.core.library.writer.WriterThread;
import org.musicplatform.core.library.writer.Writing;

/** Contents that files of different tracks hold, and what becomes of them. */
public final class Duplicates {

    private static final char LIST = 'u';
    private static final String FILE = Memo.FILE; // id, bound
    private static final String DUPLICATE = "duplicate"; // id

    /** That what is known of the content {@code c} is of the file {@code f} as it is. */
    static final String OF_THIS_VERSION =
            "c.size = f.size AND c.modified IS f.modified AND c.modified_nano IS f.modified_nano";

    private static final String FILES_OF =
            "FROM content c CROSS JOIN file f ON f.id = c.file_id AND f.state IN (1, 2) AND " + OF_THIS_VERSION
                    + " WHERE ";
    private static final String FILES_THERE = FILES_OF + "c.hash = d.hash AND c.size = d.size";
    private static final String OPEN =
            "d.settled IS NULL AND (SELECT min(f.track_id) <> max(f.track_id) " + FILES_THERE + ")";

    private Duplicates() {}

    public static DuplicatePolicy policy(Sql sql) throws SQLException {
        return DuplicatePolicy.values()[(int) sql.number("SELECT value FROM meta WHERE name = 'duplicates'")];
    }

    public static Void setPolicy(Writing writing, DuplicatePolicy policy) throws SQLException {
        writing.sql().update("UPDATE meta SET value = ? WHERE name = 'duplicates'", policy.ordinal());
        return null;
    }

    /** Counts those that wait for a person. */
    public static long waiting(Sql sql) throws SQLException {
        return policy(sql) == DuplicatePolicy.ASK ? sql.number("SELECT count(*) FROM duplicate d WHERE " + OPEN) : 0;
    }

    /**
     * Notes that a file more holds some content; returns 1 when files of different tracks do and that waits for a decision
     * now, which an earlier one of fewer files does not take.
     */
    static int found(Writing writing, String hash, long size) throws SQLException {
        var sql = writing.sql();
        boolean several = sql.number(
                        "SELECT min(f.track_id) <> max(f.track_id) " + FILES_OF + "c.hash = ? AND c.size = ?",
                        hash,
                        size)
                > 0;
        return several
                ? sql.update(
                        "INSERT INTO duplicate (hash, size, found) VALUES (?, ?, ?) ON CONFLICT (hash, size)"
                                + " DO UPDATE SET found = excluded.found, settled = NULL",
                        hash,
                        size,
                        writing.now())
                : 0;
    }

    /** Forgets contents that no file holds any more. */
    static int forgetGone(Writing writing) throws SQLException {
        return writing.sql()
                .update("DELETE FROM duplicate WHERE NOT EXISTS (SELECT 1 FROM content c WHERE c.hash = duplicate.hash"
                        + " AND c.size = duplicate.size)");
    }

    private record Row(long id, long size, Instant found, int files) {}

    public static Page<Duplicate> page(Sql sql, PageRequest page) throws SQLException {
        var after = Keyed.after(page, LIST);
        var rows = sql.list(
                "SELECT d.id, d.size, d.found, (SELECT count(*) " + FILES_THERE
                        + ") FROM duplicate d WHERE d.id > ? AND " + OPEN + " ORDER BY d.id LIMIT ?",
                row -> new Row(row.getLong(1), row.getLong(2), Instant.ofEpochMilli(row.getLong(3)), row.getInt(4)),
                after == null ? 0 : after.id(),
                page.limit() + 1);
        var found = new ArrayList<Keyed<Duplicate>>();
        for (Row row : rows) {
            var copies = copies(sql, row.id(), Duplicate.MAX_COPIES);
            found.add(new Keyed<>(
                    new Duplicate(new DuplicateId(row.id()), row.size(), row.found(), row.files(), copies),
                    "",
                    row.id()));
        }
        return Keyed.page(found, LIST, page);
    }

    /** The files that are there, the one that was changed last first; of those of one time the one that came last. */
    private static List<Duplicate.Copy> copies(Sql sql, long duplicate, int most) throws SQLException {
        return sql.list(
                "SELECT " + FileRow.COLUMNS + ", t.title FROM duplicate u CROSS JOIN content c ON c.hash = u.hash"
                        + " AND c.size = u.size CROSS JOIN file f ON f.id = c.file_id AND f.state IN (1, 2) AND "
                        + OF_THIS_VERSION
                        + " CROSS JOIN place p ON p.id = f.place_id CROSS JOIN folder d ON d.id = f.folder_id"
                        + " CROSS JOIN track t ON t.id = f.track_id WHERE u.id = ?"
                        + " ORDER BY f.modified IS NULL, f.modified DESC, f.modified_nano DESC, f.id DESC LIMIT ?",
                row -> {
                    var file = FileRow.of(row);
                    return new Duplicate.Copy(
                            new FileId(file.id()),
                            new TrackId(file.track()),
                            row.getString(FileRow.LENGTH + 1),
                            new SourceId(file.source()),
                            file.path(),
                            file.version().modified());
                },
                duplicate,
                most);
    }

    /** Settles one by a person's word. */
    public static Decision settle(Writing writing, DuplicateId id, DuplicatePolicy how) throws SQLException {
        writing.settle();
        if (writing.sql().number("SELECT count(*) FROM duplicate WHERE id = ?", id.value()) == 0) {
            throw Errors.notFound("duplicate " + id);
        }
        var decision = how == DuplicatePolicy.KEEP_NEWEST ? merge(writing, id, true) : keep(writing, id);
        if (decision == null) {
            throw DecisionRows.nothing("The files of " + id + " that are there are of one track.");
        }
        return decision;
    }

    /** The next one that nobody decided anything of, and whether it was settled. */
    private record Step(long id, boolean settled) {}

    /** Settles all that nobody decided anything of, as the policy to keep the newest says; returns how many. */
    public static int mergeAll(WriterThread writer) {
        int settled = 0;
        long last = 0;
        while (true) {
            long from = last;
            var step = writer.run(writing -> mergeNext(writing, from));
            if (step == null) {
                return settled;
            }
            settled += step.settled() ? 1 : 0;
            last = step.id();
        }
    }

    private static Step mergeNext(Writing writing, long from) throws SQLException {
        writing.settle();
        Long next = writing.sql()
                .first(
                        "SELECT d.id FROM duplicate d WHERE d.id > ? AND " + OPEN + " ORDER BY d.id LIMIT 1",
                        row -> row.getLong(1),
                        from);
        return next == null ? null : new Step(next, merge(writing, new DuplicateId(next), false) != null);
    }

    private static Decision merge(Writing writing, DuplicateId id, boolean byPerson) throws SQLException {
        var tracks = new LinkedHashSet<TrackId>();
        for (Duplicate.Copy copy : copies(writing.sql(), id.value(), Duplicate.MAX_COPIES)) {
            if (byPerson || !isOfItsOwn(writing.sql(), copy.track())) {
                tracks.add(copy.track());
            }
        }
        if (tracks.size() < 2) {
            return null;
        }
        var decision = MergedTracks.mergeSame(writing, List.copyOf(tracks));
        setSettled(writing, id.value(), writing.now());
        return decision;
    }

    /** Tells whether a person said that a file of the track is a track of its own. */
    private static boolean isOfItsOwn(Sql sql, TrackId track) throws SQLException {
        return sql.number(
                        "SELECT EXISTS (SELECT 1 FROM file WHERE track_id = ? AND bound = ?)",
                        track.value(),
                        FileBound.SPLIT.code())
                > 0;
    }

    private static void setSettled(Writing writing, long id, Long when) throws SQLException {
        writing.sql().update("UPDATE duplicate SET settled = ? WHERE id = ?", when, id);
    }

    private static Decision keep(Writing writing, DuplicateId id) throws SQLException {
        var sql = writing.sql();
        var copies = copies(sql, id.value(), Duplicate.MAX_COPIES);
        var tracks = new LinkedHashSet<TrackId>();
        copies.forEach(copy -> tracks.add(copy.track()));
        if (tracks.size() < 2) {
            return null;
        }
        var memo = new Memo();
        memo.add(DUPLICATE, id.value());
        for (Duplicate.Copy copy : copies) {
            long file = copy.file().value();
            memo.add(FILE, file, sql.number("SELECT bound FROM file WHERE id = ?", file));
            sql.update("UPDATE file SET bound = ? WHERE id = ?", FileBound.SPLIT.code(), file);
        }
        for (TrackId track : tracks) {
            DecisionRows.about(memo, track);
            DecisionRows.result(memo, track);
        }
        setSettled(writing, id.value(), writing.now());
        String words = copies.size() + " files that hold the same bytes stay " + tracks.size() + " tracks ("
                + copies.get(0).title() + ").";
        return DecisionRows.note(writing, Decision.Kind.KEEP_DUPLICATE, words, memo);
    }

    static void undoKeeping(Writing writing, Memo memo, List<String> left) throws SQLException {
        var sql = writing.sql();
        for (Memo.Row file : memo.all(FILE)) {
            sql.update(
                    "UPDATE file SET bound = ? WHERE id = ? AND bound = ?",
                    file.id(1),
                    file.id(0),
                    FileBound.SPLIT.code());
        }
        setSettled(writing, memo.first(DUPLICATE).id(0), null);
        if (sql.number(
                        "SELECT count(*) FROM duplicate WHERE id = ?",
                        memo.first(DUPLICATE).id(0))
                == 0) {
            left.add("The files are gone, or changed since.");
        }
    }
}
