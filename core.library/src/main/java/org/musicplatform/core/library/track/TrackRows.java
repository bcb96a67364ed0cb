package org.musicplatform.core.library.track;

import java.sql.SQLException;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.listener.AnnotationRows;
import org.musicplatform.core.library.search.SearchIndex;
import org.musicplatform.core.library.writer.Changes;
import org.musicplatform.core.support.TextFolding;

/** The rows of tracks, apart from what tags tell of them. */
public final class TrackRows {

    private final Sql sql;
    private final Changes changes;
    private final SearchIndex index;

    public TrackRows(Sql sql, Changes changes, SearchIndex index) {
        this.sql = sql;
        this.changes = changes;
        this.index = index;
    }

    public SearchIndex index() {
        return index;
    }

    /** Returns the title of a track whose tags tell none. */
    public static String titleOf(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    /** Makes the track of a file that is new. */
    public long make(String fileName, long now) throws SQLException {
        String title = titleOf(fileName);
        String sort = TextFolding.sortKey(title);
        long id = sql.insert(
                "INSERT INTO track (title, sort, album_sort, genres, visible, added) VALUES (?, ?, ?, '', 1, ?)",
                title,
                sort,
                sort,
                now);
        index.track(id, title, null, null, null);
        changes.added(id);
        return id;
    }

    /** Shows a track that has a file which is there, hides it otherwise. */
    public void refreshVisible(long track) throws SQLException {
        var before = sql.first(
                "SELECT visible, album_id, EXISTS (SELECT 1 FROM file WHERE track_id = track.id AND state <> 'MISSING')"
                        + " AS there FROM track WHERE id = ?",
                row -> new Object[] {row.getInt("visible"), Sql.longOrNull(row, "album_id"), row.getInt("there")},
                track);
        if (before == null || before[0].equals(before[2])) {
            return;
        }
        boolean there = before[2].equals(1);
        sql.update("UPDATE track SET visible = ? WHERE id = ?", there ? 1 : 0, track);
        changes.album((Long) before[1]);
        if (there) {
            changes.added(track);
        } else {
            changes.removed(track);
        }
    }

    /** Gives what a person said of a track that has no file any more to another one, and removes it. */
    public void replaceIfOrphan(long track, long by) throws SQLException {
        if (track != by && sql.number("SELECT count(*) FROM file WHERE track_id = ?", track) == 0) {
            AnnotationRows.give(sql, track, by);
            changes.updated(by);
        }
        removeIfOrphan(track);
    }

    /** Removes a track that has no file any more, unless a person said something of it: then it is hidden. */
    public boolean removeIfOrphan(long track) throws SQLException {
        boolean hasFile = sql.number("SELECT count(*) FROM file WHERE track_id = ?", track) > 0;
        if (hasFile || AnnotationRows.keeps(sql, track)) {
            refreshVisible(track);
            return false;
        }
        AnnotationRows.forget(sql, track);
        changes.album(
                sql.first("SELECT album_id FROM track WHERE id = ?", row -> Sql.longOrNull(row, "album_id"), track));
        index.removeTrack(track);
        sql.update("DELETE FROM track WHERE id = ?", track);
        changes.removed(track);
        return true;
    }
}
