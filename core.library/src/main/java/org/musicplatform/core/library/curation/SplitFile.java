package org.musicplatform.core.library.curation;

import java.sql.SQLException;
import java.util.List;
import org.musicplatform.core.api.library.Decision;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.Readings;
import org.musicplatform.core.library.track.FileBound;
import org.musicplatform.core.library.track.TrackMatcher;
import org.musicplatform.core.library.writer.Writing;

/** A file that a person made a track of its own. Used by the writer thread. */
public final class SplitFile {

    private static final String FILE = Memo.FILE; // id, track, new track, bound

    private SplitFile() {}

    private record Now(long track, int bound) {}

    private static Now now(Sql sql, long file) throws SQLException {
        return sql.first(
                "SELECT track_id, bound FROM file WHERE id = ? AND track_id IS NOT NULL",
                row -> new Now(row.getLong(1), row.getInt(2)),
                file);
    }

    public static Decision split(Writing writing, FileId file) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        var now = now(sql, file.value());
        if (now == null) {
            throw Errors.notFound("file " + file);
        }
        var from = new TrackId(now.track());
        if (sql.number("SELECT count(*) FROM file WHERE track_id = ?", from.value()) < 2) {
            throw DecisionRows.nothing("The file " + file + " is the only one of " + from + ".");
        }
        String title = MergedTracks.title(sql, from.value());
        var made = new TrackId(writing.tracks().nextId());
        MergedTracks.make(writing, made.value(), title);
        sql.update(
                "UPDATE file SET track_id = ?, bound = ? WHERE id = ?",
                made.value(),
                FileBound.SPLIT.code(),
                file.value());
        for (TrackId track : List.of(from, made)) {
            Readings.describeAgain(writing, track.value());
            writing.tracks().refreshVisible(track.value());
        }
        var memo = new Memo();
        memo.add(FILE, file.value(), from.value(), made.value(), now.bound());
        DecisionRows.about(memo, from);
        DecisionRows.about(memo, made);
        DecisionRows.result(memo, made);
        String words = "The file " + file + " of " + from + " (" + title + ") became " + made + ".";
        return DecisionRows.note(writing, Decision.Kind.SPLIT_TRACK, words, memo);
    }

    static void undo(Writing writing, Memo memo, List<String> left) throws SQLException {
        var sql = writing.sql();
        var was = memo.first(FILE);
        var now = now(sql, was.id(0));
        var from = new TrackId(was.id(1));
        if (now == null || now.track() != was.id(2)) {
            left.add("The file is gone, or was given to another track since.");
        } else if (MergedTracks.title(sql, from.value()) == null) {
            left.add("The track " + from + " is gone.");
        } else {
            TrackMatcher.join(writing, now.track(), from.value(), FileBound.FIRST);
            sql.update("UPDATE file SET bound = ? WHERE id = ?", was.id(3), was.id(0));
            Readings.describeAgain(writing, from.value());
            writing.tracks().refreshVisible(from.value());
        }
    }
}
