package org.musicplatform.core.library.curation;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import org.musicplatform.core.api.library.Purged;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.FileRow;
import org.musicplatform.core.library.listener.AnnotationRows;
import org.musicplatform.core.library.playlist.PlaylistCounters;
import org.musicplatform.core.library.writer.WriterThread;
import org.musicplatform.core.library.writer.Writing;

/** Removes for good what has been missing for long. */
public final class Purge {

    private static final int BATCH = 500;

    private final WriterThread writer;
    private final long before;
    private final boolean alsoSaid;
    private int files;
    private int tracks;
    private int kept;
    private long last; // file that was looked at

    private Purge(WriterThread writer, long before, boolean alsoSaid) {
        this.writer = writer;
        this.before = before;
        this.alsoSaid = alsoSaid;
    }

    /**
     * Does so, a batch in a transaction.
     *
     * @param before files that were missed before this go, in milliseconds
     */
    public static Purged run(WriterThread writer, long before, boolean alsoSaid) {
        var purge = new Purge(writer, before, alsoSaid);
        boolean more = true;
        while (more) {
            more = writer.run(purge::someFiles);
        }
        // what albums have is made anew when tracks were committed
        int albums = writer.run(Purge::albums);
        int folders = writer.run(Purge::folders);
        int artists = writer.run(Purge::artists);
        int genres = writer.run(Purge::genres);
        return new Purged(purge.files, purge.tracks, albums, folders, purge.kept, artists, genres);
    }

    private boolean someFiles(Writing writing) throws SQLException {
        writing.settle();
        var gone = writing.sql()
                .list(
                        "SELECT " + FileRow.COLUMNS + FileRow.FROM
                                + "WHERE f.state = 4 AND f.missing_since <= ? AND f.id > ? ORDER BY f.id LIMIT "
                                + BATCH,
                        FileRow::of,
                        before,
                        last);
        var ofFiles = new LinkedHashSet<Long>();
        for (FileRow file : gone) {
            last = file.id();
            Long track = file.track();
            if (track != null && !alsoSaid && isKept(writing.sql(), track)) {
                kept += isLastOf(writing.sql(), file) ? 1 : 0;
                continue;
            }
            writing.files().forget(file);
            files++;
            if (track != null) {
                ofFiles.add(track);
            }
        }
        for (long track : ofFiles) {
            tracks += purged(writing, track) ? 1 : 0;
        }
        return gone.size() == BATCH;
    }

    /** A track that is hidden and of which something was said keeps its files: it is found again by them. */
    private static boolean isKept(Sql sql, long track) throws SQLException {
        return sql.number("SELECT visible FROM track WHERE id = ?", track) == 0 && AnnotationRows.keeps(sql, track);
    }

    private static boolean isLastOf(Sql sql, FileRow file) throws SQLException {
        return sql.number("SELECT max(id) FROM file WHERE track_id = ?", file.track()) == file.id();
    }

    private boolean purged(Writing writing, long track) throws SQLException {
        var sql = writing.sql();
        if (sql.number("SELECT count(*) FROM file WHERE track_id = ?", track) > 0) {
            writing.changes().updated(track);
            return false;
        }
        if (alsoSaid) {
            PlaylistCounters.lengthChanged(writing, track); // of where it waits from now on
            AnnotationRows.forgetAll(sql, track);
        }
        return writing.tracks().removeIfOrphan(track);
    }

    private static int albums(Writing writing) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        var empty = sql.list(
                "SELECT id FROM album a WHERE tracks = 0 AND id NOT IN (SELECT album_id FROM track WHERE visible = 0"
                        + " AND album_id IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM album w WHERE w.id = a.merged_into)",
                row -> row.getLong(1));
        for (long album : empty) {
            writing.index().removeAlbum(album);
            sql.update("DELETE FROM album WHERE id = ?", album);
        }
        writing.forgetCaches();
        return empty.size();
    }

    private static int artists(Writing writing) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        var alone = sql.list(
                "SELECT id FROM artist r WHERE tracks = 0 AND albums = 0"
                        + " AND NOT EXISTS (SELECT 1 FROM track_artist INDEXED BY track_artist_artist WHERE artist_id = r.id)"
                        + " AND NOT EXISTS (SELECT 1 FROM album WHERE artist_id = r.id)",
                row -> row.getLong(1));
        for (long artist : alone) {
            writing.index().removeArtist(artist);
            sql.update("DELETE FROM artist WHERE id = ?", artist);
        }
        writing.forgetCaches();
        return alone.size();
    }

    private static int genres(Writing writing) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        var alone = sql.list(
                "SELECT id FROM genre g WHERE tracks = 0 AND NOT EXISTS"
                        + " (SELECT 1 FROM track_genre INDEXED BY track_genre_genre WHERE genre_id = g.id)",
                row -> row.getLong(1));
        for (long genre : alone) {
            writing.index().removeGenre(genre);
            sql.update("DELETE FROM genre WHERE id = ?", genre);
        }
        writing.forgetCaches();
        return alone.size();
    }

    private static int folders(Writing writing) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        sql.update("DELETE FROM place WHERE id NOT IN (SELECT place_id FROM file)");
        int removed = 0;
        List<Long> empty;
        do { // those above are empty when those below are gone
            empty = sql.list(
                    "SELECT id FROM folder d WHERE path <> '' AND NOT EXISTS (SELECT 1 FROM file WHERE folder_id = d.id)"
                            + " AND NOT EXISTS (SELECT 1 FROM companion WHERE folder_id = d.id)"
                            + " AND NOT EXISTS (SELECT 1 FROM folder WHERE parent_id = d.id)",
                    row -> row.getLong(1));
            for (long folder : empty) {
                writing.index().removeFolder(folder);
                sql.update("DELETE FROM folder WHERE id = ?", folder);
            }
            removed += empty.size();
        } while (!empty.isEmpty());
        writing.forgetCaches();
        return removed;
    }
}
