package org.musicplatform.core.library.artwork;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.musicplatform.core.api.library.ArtworkStore;
import org.musicplatform.core.library.curation.DecisionRows;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.support.PictureHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures in a backup, in a table that no library has: those that cannot be read from the music again. They are what
 * persons chose, what services delivered, copies of what was in files that are missing now, and what is given back when
 * a decision is taken back. One picture at a time is in memory.
 */
public final class BackupPictures {

    private static final Logger LOG = LoggerFactory.getLogger(BackupPictures.class);
    private static final String TABLE = "backup_picture";
    private static final int MOST_NAMED = 20;

    // what matters most comes first: it is before all else in the file, too
    private static final String RANK =
            "CASE origin WHEN 'user' THEN 0 WHEN 'embedded' THEN 2 WHEN 'folder' THEN 2 ELSE 1 END";
    private static final String OF_MUSIC_THAT_IS_THERE = "origin IN ('embedded', 'folder') AND CASE subject"
            + " WHEN 0 THEN EXISTS (SELECT 1 FROM track WHERE id = subject_id AND visible = 1)"
            + " WHEN 1 THEN EXISTS (SELECT 1 FROM album WHERE id = subject_id AND tracks > 0)"
            + " WHEN 2 THEN EXISTS (SELECT 1 FROM artist WHERE id = subject_id AND (tracks > 0 OR albums > 0))"
            + " ELSE 0 END";
    private static final String WANTED = "SELECT artwork_id, " + RANK + " AS rank FROM artwork_use"
            + " WHERE artwork_id IS NOT NULL AND NOT (" + OF_MUSIC_THAT_IS_THERE + ")"
            + " UNION ALL SELECT artwork_id, " + RANK + " FROM (" + DecisionRows.PICTURES
            + ") WHERE origin NOT IN ('embedded', 'folder')";

    private final PictureFiles files;

    public BackupPictures(PictureFiles files) {
        this.files = files;
    }

    /** Tells whether a database has pictures in it. */
    public static boolean areIn(Sql sql) throws SQLException {
        return sql.number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = '" + TABLE + "'") > 0;
    }

    /** Puts them into a copy of the library. */
    public void putInto(Sql copy) throws SQLException {
        copy.execute("DROP TABLE IF EXISTS " + TABLE);
        copy.execute("CREATE TABLE " + TABLE
                + " (id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL)");
        copy.execute("CREATE TEMP TABLE wanted (id INTEGER PRIMARY KEY, artwork_id INTEGER)");
        copy.execute("INSERT INTO wanted (artwork_id) SELECT artwork_id FROM (" + WANTED
                + ") GROUP BY artwork_id ORDER BY min(rank), artwork_id");
        int[] gone = {0};
        copy.begin();
        copy.each(
                "SELECT w.id, lower(hex(w.sha256)), w.size FROM wanted q CROSS JOIN artwork w ON w.id = q.artwork_id"
                        + " ORDER BY q.id",
                row -> gone[0] += put(copy, ArtworkRows.Kept.of(row)) ? 0 : 1);
        copy.commit();
        copy.execute("DROP TABLE wanted");
        if (gone[0] > 0) {
            LOG.warn(
                    "{} pictures are not in the backup: their files in {} are gone or damaged. See music check.",
                    gone[0],
                    files.folder());
        }
    }

    private boolean put(Sql copy, ArtworkRows.Kept picture) throws SQLException {
        byte[] bytes = read(picture.hash());
        if (bytes == null) {
            return false;
        }
        copy.update(
                "INSERT INTO " + TABLE + " (sha256, bytes) SELECT sha256, ? FROM artwork WHERE id = ?",
                bytes,
                picture.id());
        return true;
    }

    /** Returns null when it cannot be read: of a disk that fails all the rest is wanted, too. */
    private byte[] read(String hash) {
        byte[] bytes = null;
        try {
            bytes = files.holding(hash, () -> files.read(hash));
        } catch (IOException e) {
            LOG.warn("The picture {} cannot be read: {}", files.file(hash), e.toString());
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the backup was withdrawn");
        }
        return bytes;
    }

    /** Brings them to their place out of a copy of a backup, which has none in it then. */
    public void moveOut(Sql copy, PictureFiles.Hold hold, List<String> notes) throws SQLException {
        if (areIn(copy)) {
            takeOut(copy, hold, notes);
            drop(copy);
            copy.execute("PRAGMA incremental_vacuum");
        }
    }

    /**
     * Brings them to their place; none goes over a good one.
     *
     * @param hold keeps them until they have rows
     * @param notes takes what came of it, one sentence each
     */
    public void takeOut(Sql sql, PictureFiles.Hold hold, List<String> notes) throws SQLException {
        var taking = new Taking(sql, hold, notes);
        sql.each(
                "SELECT w.id, lower(hex(w.sha256)), w.size, CASE WHEN length(b.bytes) <= ? THEN b.bytes END FROM "
                        + TABLE + " b CROSS JOIN artwork w ON w.sha256 = b.sha256 ORDER BY b.id",
                row -> taking.take(ArtworkRows.Kept.of(row), row.getBytes(4)),
                ArtworkStore.MAX_BYTES);
        taking.tell();
    }

    /** Removes the table. */
    public static void drop(Sql sql) throws SQLException {
        sql.execute("DROP TABLE " + TABLE);
    }

    /** Pictures on their way to their place. */
    private final class Taking {
        private final Sql sql;
        private final PictureFiles.Hold hold;
        private final List<String> notes;
        private int brought;
        private int named;
        private int damaged; // and not named

        Taking(Sql sql, PictureFiles.Hold hold, List<String> notes) {
            this.sql = sql;
            this.hold = hold;
            this.notes = notes;
        }

        /** @param bytes null when they are too many */
        void take(ArtworkRows.Kept picture, byte[] bytes) throws SQLException {
            String hash = picture.hash();
            hold.add(hash);
            boolean sound = bytes != null
                    && PictureFiles.hash(bytes).equals(hash)
                    && PictureHeader.of(bytes).isPicture();
            if (sound) {
                brought += files.inWords(() -> files.store(hash, bytes)) ? 1 : 0;
            } else if (files.inWords(() -> files.read(hash)) == null) {
                refuse(picture);
            }
        }

        private void refuse(ArtworkRows.Kept picture) throws SQLException {
            String chosen = ArtworkRows.chosenFor(sql, picture.id());
            if (chosen == null || named == MOST_NAMED) {
                damaged++;
                return;
            }
            named++;
            notes.add(
                    "The picture that was chosen for " + chosen + " is damaged in the backup, and was left out. Set it"
                            + " again: music artwork " + chosen + " --set FILE.");
        }

        void tell() {
            if (damaged > 0) {
                notes.add((damaged == 1 ? "A picture is" : damaged + " pictures are")
                        + " damaged in the backup, and left out: music check has what it can looked for again.");
            }
            if (brought > 0) {
                notes.add(brought == 1 ? "A picture was brought back." : brought + " pictures were brought back.");
            }
        }
    }
}
