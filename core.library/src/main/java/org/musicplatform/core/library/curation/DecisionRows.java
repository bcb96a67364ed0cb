package org.musicplatform.core.library.curation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.musicplatform.core.api.library.Decision;
import org.musicplatform.core.api.library.DecisionId;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.library.browse.Keyed;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.Writing;

/** The rows of what a person decided, and taking it back. */
public final class DecisionRows {

    private static final char LIST = 'd';
    private static final String COLUMNS = "SELECT id, kind, words, made, undone, undo FROM decision ";

    /** The pictures that come back when a decision is taken back: {@code artwork_id} and {@code origin}. */
    public static final String PICTURES = "SELECT json_extract(r.value, '$[3]') AS artwork_id,"
            + " json_extract(r.value, '$[2]') AS origin FROM decision d, json_each(d.undo, '$." + KeptOfTrack.ARTWORK
            + "') r WHERE d.undone IS NULL";

    private static final String ABOUT = "about"; // printed ids, for explanations
    private static final String RESULT = "result";

    private DecisionRows() {}

    private static Decision of(ResultSet row) throws SQLException {
        Long undone = Sql.longOrNull(row, "undone");
        return new Decision(
                new DecisionId(row.getLong("id")),
                Decision.Kind.valueOf(row.getString("kind")),
                row.getString("words"),
                Instant.ofEpochMilli(row.getLong("made")),
                undone == null ? null : Instant.ofEpochMilli(undone),
                Memo.read(row.getString("undo")).all(RESULT).stream()
                        .map(result -> result.text(0))
                        .toList());
    }

    /** Notes a decision. */
    static Decision note(Writing writing, Decision.Kind kind, String words, Memo memo) throws SQLException {
        long id = writing.sql()
                .insert(
                        "INSERT INTO decision (made, kind, words, undo) VALUES (?, ?, ?, ?)",
                        writing.now(),
                        kind.name(),
                        words,
                        memo.write());
        return writing.sql().first(COLUMNS + "WHERE id = ?", DecisionRows::of, id);
    }

    static void about(Memo memo, Object id) {
        memo.add(ABOUT, id.toString());
    }

    static void result(Memo memo, Object id) {
        memo.add(RESULT, id.toString());
    }

    public static Page<Decision> page(Sql sql, PageRequest page) throws SQLException {
        var after = Keyed.after(page, LIST);
        var decisions = sql.list(
                COLUMNS + "WHERE id < ? ORDER BY id DESC LIMIT ?",
                row -> new Keyed<>(of(row), "", row.getLong("id")),
                after == null ? Long.MAX_VALUE : after.id(),
                page.limit() + 1);
        return Keyed.page(decisions, LIST, page);
    }

    /** Lists the decisions that are about a thing, by its printed id. */
    static List<Decision> about(Sql sql, Object id) throws SQLException {
        return sql.list(
                COLUMNS + "WHERE EXISTS (SELECT 1 FROM json_each(undo, '$." + ABOUT + "') WHERE value = json_array(?))"
                        + " ORDER BY id",
                DecisionRows::of,
                id.toString());
    }

    /** Takes a decision back; returns what could not be brought back. */
    public static List<String> undo(Writing writing, DecisionId id) throws SQLException {
        writing.settle();
        var decision = writing.sql().first(COLUMNS + "WHERE id = ?", DecisionRows::of, id.value());
        if (decision == null) {
            throw Errors.notFound("decision " + id);
        }
        if (decision.undone() != null) {
            throw nothing("The decision " + id + " was taken back already.");
        }
        var memo = memo(writing.sql(), id.value());
        var left = new ArrayList<String>();
        switch (decision.kind()) {
            case MERGE_TRACKS -> MergedTracks.undo(writing, memo, false, left);
            case MERGE_DUPLICATE -> MergedTracks.undo(writing, memo, true, left);
            case KEEP_DUPLICATE -> Duplicates.undoKeeping(writing, memo, left);
            case SPLIT_TRACK -> SplitFile.undo(writing, memo, left);
            case MERGE_ALBUMS, SPLIT_ALBUM -> MovedTracks.undo(writing, memo, left);
        }
        writing.sql().update("UPDATE decision SET undone = ? WHERE id = ?", writing.now(), id.value());
        return left;
    }

    private record Remembered(long id, Memo memo) {}

    /** Forgets what a listener said before things were decided, or everybody for null: taking back does not bring it back. */
    public static void forgetSaid(Writing writing, Long listener) throws SQLException {
        var sql = writing.sql();
        var all = sql.list(
                "SELECT id, undo FROM decision", row -> new Remembered(row.getLong(1), Memo.read(row.getString(2))));
        for (Remembered decision : all) {
            if (MergedTracks.forget(decision.memo(), listener)) {
                remember(sql, decision.id(), decision.memo());
            }
        }
    }

    /**
     * Has what decisions remember of files be of the rows that took the place of theirs, so that they can be taken back.
     *
     * @param places the row that a file has now, by the one it had
     */
    public static void followFiles(Writing writing, Map<Long, Long> places) throws SQLException {
        if (places.isEmpty()) {
            return;
        }
        var sql = writing.sql();
        var concerned = sql.list(
                "SELECT id FROM decision d WHERE undone IS NULL AND EXISTS (SELECT 1 FROM json_each(d.undo, '$."
                        + Memo.FILE + "') f WHERE json_extract(f.value, '$[0]') IN (SELECT value FROM json_each(?)))",
                row -> row.getLong(1),
                places.keySet().toString());
        for (long id : concerned) {
            var memo = memo(sql, id);
            memo.followFiles(places);
            remember(sql, id, memo);
        }
    }

    private static Memo memo(Sql sql, long decision) throws SQLException {
        return Memo.read(sql.first("SELECT undo FROM decision WHERE id = ?", row -> row.getString(1), decision));
    }

    private static void remember(Sql sql, long decision, Memo memo) throws SQLException {
        sql.update("UPDATE decision SET undo = ? WHERE id = ?", memo.write(), decision);
    }

    static LibraryException nothing(String words) {
        return new LibraryException(LibraryException.NOTHING_TO_DO, false, words, null);
    }
}
