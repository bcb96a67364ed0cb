package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.musicplatform.core.api.library.Companion;
import org.musicplatform.core.api.library.ingest.Intake.FoundCompanion;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.Writing;

/** What one look at a source finds beside its audio files. Used by the writer thread, but for {@link #sheets}. */
final class FoundCompanions {

    private final SourceAccount source;
    private final Seen seenFiles;
    private final Claims claims;
    private final BitSet seen = new BitSet();
    private int again;

    /** The folders that have sheets: most have none and need no look into the table. Null before it is known. */
    private volatile Set<String> sheetFolders;

    /**
     * Begins a look.
     *
     * @param source where
     * @param seenFiles the rows of files that the look met so far
     * @param claims told of files that are to be read again
     */
    FoundCompanions(SourceAccount source, Seen seenFiles, Claims claims) {
        this.source = source;
        this.seenFiles = seenFiles;
        this.claims = claims;
    }

    /** Learns which folders have sheets, so that readers need not ask for each file. */
    void learn(Writing writing) throws SQLException {
        sheetFolders(writing.sql());
    }

    void observe(Writing writing, List<FoundCompanion> found) throws SQLException {
        writing.settle();
        for (FoundCompanion one : found) {
            observe(writing, one);
        }
    }

    private void observe(Writing writing, FoundCompanion found) throws SQLException {
        var sql = writing.sql();
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
        seen.set((int) CompanionRows.insert(writing, source, found.kind(), item));
        if (found.kind() == Companion.Kind.SHEET) {
            sheetFolders(sql).add(item.folder());
            queueFolder(sql, item.folder());
        }
    }

    /** Forgets those that were not seen, but for what is kept. */
    void forgetUnseen(Writing writing, Predicate<String> gone) throws SQLException {
        writing.settle();
        var sql = writing.sql();
        for (CompanionRows.Row row : CompanionRows.others(sql, source, seen)) {
            if (gone.test(row.companion().file().itemId())) {
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
                "SELECT f.id FROM folder d CROSS JOIN file f ON f.folder_id = d.id WHERE d.source_id = ? AND d.path = ?"
                        + " AND f.state IN (1, 2, 3) AND f.clip_start = (SELECT min(g.clip_start) FROM file g"
                        + " WHERE g.place_id = f.place_id AND g.leaf = f.leaf)",
                row -> row.getLong(1),
                source.id().value(),
                folder);
        for (long file : files) {
            sql.update("UPDATE file SET state = 0, priority = ? WHERE id = ?", Priority.CHANGED, file);
            claims.changed(file);
            again += seenFiles.hasMet(file) ? 1 : 0;
        }
        claims.folderChanged(folder);
    }

    /** Returns how many files that were met before wait in the queue since this was asked last. */
    int again() {
        int count = again;
        again = 0;
        return count;
    }

    /** Returns the sheets beside a file; on the writer thread. */
    List<FileRef> sheets(Writing writing, String folder) throws SQLException {
        return sheetFolders(writing.sql()).contains(folder)
                ? CompanionRows.sheets(writing.sql(), source, folder)
                : List.of();
    }

    /** Returns the committed sheets beside a file; on any thread. */
    List<FileRef> sheets(String folder, Claims.Reader reader) {
        var folders = sheetFolders;
        if (folders == null) {
            return reader.ask(sql -> CompanionRows.sheets(sql, source, folder));
        }
        return folders.contains(folder) ? reader.ask(sql -> CompanionRows.sheets(sql, source, folder)) : List.of();
    }

    private Set<String> sheetFolders(Sql sql) throws SQLException {
        if (sheetFolders == null) {
            Set<String> folders = ConcurrentHashMap.newKeySet();
            folders.addAll(sql.list(
                    "SELECT DISTINCT d.path FROM companion c JOIN folder d ON d.id = c.folder_id"
                            + " WHERE c.source_id = ? AND c.kind = 'SHEET'",
                    row -> row.getString(1),
                    source.id().value()));
            sheetFolders = folders;
        }
        return sheetFolders;
    }
}
