package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.musicplatform.core.api.library.Companion;
import org.musicplatform.core.api.library.ingest.Intake.FoundCompanion;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.Writing;

/** What one look at a source finds beside its audio files. Used by the writer thread alone. */
public final class FoundCompanions {

    private final SourceAccount source;
    private final BitSet seenFiles;
    private final BitSet seen = new BitSet();
    private int again;

    /** The folders that have sheets: most have none and need no look into the table. */
    private Set<String> sheetFolders;

    /**
     * Begins a look.
     *
     * @param source where
     * @param seenFiles the rows of files that the look met so far
     */
    public FoundCompanions(SourceAccount source, BitSet seenFiles) {
        this.source = source;
        this.seenFiles = seenFiles;
    }

    public void observe(Writing writing, List<FoundCompanion> found) throws SQLException {
        for (FoundCompanion one : found) {
            observe(writing.sql(), one);
        }
    }

    private void observe(Sql sql, FoundCompanion found) throws SQLException {
        var item = found.item();
        var known = CompanionRows.find(sql, source, item.id());
        boolean same = known != null
                && known.companion().kind() == found.kind()
                && known.companion().file().name().equals(item.name())
                && known.folder().equals(item.folder())
                && known.companion().file().version().sameContentAs(item.version());
        if (same) {
            seen.set((int) known.id());
            return;
        }
        if (known != null) {
            forget(sql, known);
        }
        seen.set((int) CompanionRows.insert(sql, source, found.kind(), item));
        if (found.kind() == Companion.Kind.SHEET) {
            sheetFolders(sql).add(item.folder());
            queueFolder(sql, item.folder());
        }
    }

    /** Forgets those that were not seen, but for what is kept. */
    public void forgetUnseen(Sql sql, Predicate<String> gone) throws SQLException {
        for (CompanionRows.Row row : CompanionRows.all(sql, source)) {
            if (!seen.get((int) row.id()) && gone.test(row.companion().file().itemId())) {
                forget(sql, row);
            }
        }
    }

    private void forget(Sql sql, CompanionRows.Row row) throws SQLException {
        CompanionRows.delete(sql, row);
        if (row.isSheet()) {
            queueFolder(sql, row.folder());
        }
    }

    /** A sheet tells of the files in its folder: they are read again, the first clip of each for all of its clips. */
    private void queueFolder(Sql sql, String folder) throws SQLException {
        var files = sql.list(
                "SELECT id FROM file WHERE source_id = ? AND folder = ? AND state IN ('READY', 'PARTIAL', 'FAILED')"
                        + " AND clip_start = (SELECT min(g.clip_start) FROM file g"
                        + " WHERE g.source_id = file.source_id AND g.item_id = file.item_id)",
                row -> row.getLong(1),
                source.id().value(),
                folder);
        for (long file : files) {
            sql.update("UPDATE file SET state = 'QUEUED', priority = 1, lease = NULL WHERE id = ?", file);
            again += seenFiles.get((int) file) ? 1 : 0;
        }
    }

    /** Returns how many files that were met before wait in the queue since this was asked last. */
    public int again() {
        int count = again;
        again = 0;
        return count;
    }

    public List<FileRef> sheets(Sql sql, String folder) throws SQLException {
        return sheetFolders(sql).contains(folder) ? CompanionRows.sheets(sql, source, folder) : List.of();
    }

    private Set<String> sheetFolders(Sql sql) throws SQLException {
        if (sheetFolders == null) {
            sheetFolders = new HashSet<>(sql.list(
                    "SELECT DISTINCT folder FROM companion WHERE source_id = ? AND kind = 'SHEET'",
                    row -> row.getString(1),
                    source.id().value()));
        }
        return sheetFolders;
    }
}
