package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.library.database.ReaderPool;
import org.musicplatform.core.library.database.Sql;

/**
 * The files of one intake that are being read. The rows of files are the queue; who reads which is known here alone, so
 * that a claim costs no write, and a crash gives all of them back.
 *
 * <p>Thread-safe: readers claim, the writer thread tells what became of it.
 */
final class Claims {

    private static final int AHEAD = 256;
    /** The rows come in order, as the inner query gives them. */
    private static final String WAITING = "SELECT " + FileRow.COLUMNS
            + " FROM (SELECT id FROM file INDEXED BY file_queue WHERE source_id = ?1 AND state = 0"
            + " AND (priority, folder_id, id) > (?2, ?3, ?4) AND (due IS NULL OR due <= ?5)"
            + " ORDER BY priority, folder_id, id LIMIT ?6) q CROSS JOIN file f ON f.id = q.id"
            + " CROSS JOIN place p ON p.id = f.place_id CROSS JOIN folder d ON d.id = f.folder_id";

    private final SourceId source;
    private final Clock clock;
    private final Map<Long, Claim> claimed = new ConcurrentHashMap<>();
    private final Deque<FileRow> ahead = new ArrayDeque<>(); // guarded by this
    private FileRow last; // the last one looked at; guarded by this
    private boolean again; // whether rows before the last one may wait; guarded by this

    Claims(SourceId source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** A file that is being read. */
    static final class Claim {
        private final FileRow file;
        private volatile boolean stale;

        private Claim(FileRow file) {
            this.file = file;
        }

        FileRow file() {
            return file;
        }

        /** Tells whether the file changed after it was claimed: it waits in the queue again. */
        boolean isStale() {
            return stale;
        }
    }

    /** Asks the database. */
    interface Reader {
        <T> T ask(ReaderPool.Query<T> query);
    }

    synchronized List<FileRow> claim(int max, Reader reader) {
        var files = new ArrayList<FileRow>();
        while (files.size() < max) {
            if (ahead.isEmpty() && !refill(reader)) {
                break;
            }
            var file = ahead.poll();
            if (file != null && claimed.putIfAbsent(file.id(), new Claim(file)) == null) {
                files.add(file);
            }
        }
        return files;
    }

    private boolean refill(Reader reader) {
        if (last != null) {
            take(reader, last);
        }
        if (ahead.isEmpty() && (last == null || again)) {
            again = false;
            take(reader, null);
        }
        last = ahead.isEmpty() ? last : ahead.peekLast();
        return !ahead.isEmpty();
    }

    private void take(Reader reader, FileRow behind) {
        // before it is asked: what ends meanwhile still waits in the answer
        var known = Set.copyOf(claimed.keySet());
        for (FileRow file : reader.ask(sql -> after(sql, behind, AHEAD + (behind == null ? known.size() : 0)))) {
            if (!known.contains(file.id())) {
                ahead.add(file);
            }
        }
    }

    private List<FileRow> after(Sql sql, FileRow file, int most) throws SQLException {
        return sql.list(
                WAITING,
                FileRow.neighbours(),
                source.value(),
                file == null ? -1 : file.priority(),
                file == null ? 0 : file.folderId(),
                file == null ? 0 : file.id(),
                clock.millis(),
                most);
    }

    /** Has the next claim look at the whole queue: something may wait before what was looked at. */
    synchronized void lookAgain() {
        again = true;
    }

    /** As {@link #lookAgain}, and at once: something goes before all that waits. */
    synchronized void beginAnew() {
        ahead.clear();
        last = null;
    }

    Claim of(long file) {
        return claimed.get(file);
    }

    /** Notes that a file changed while it may be read; on the writer thread. */
    synchronized void changed(long file) {
        var claim = claimed.get(file);
        if (claim != null) {
            claim.stale = true;
        }
        ahead.removeIf(next -> next.id() == file);
        again = true;
    }

    /** Notes that what lies beside the files of a folder changed; on the writer thread. */
    synchronized void folderChanged(String folder) {
        for (Claim claim : claimed.values()) {
            if (claim.file().folder().equals(folder)) {
                claim.stale = true;
            }
        }
        again = true;
    }

    /** Tells whether something may wait that was not found: a file that changed while it was read waits again then. */
    synchronized boolean mayBeMore() {
        return again || claimed.values().stream().anyMatch(Claim::isStale);
    }

    /** Ends a claim, when what became of it is committed: a file that changed meanwhile waits again from now on. */
    synchronized void end(long file) {
        var claim = claimed.remove(file);
        again |= claim != null && claim.isStale();
    }

    /** Returns when the next file that waits for its time is due, or null. */
    Instant nextDue(Reader reader) {
        Long due = reader.ask(sql -> sql.first(
                "SELECT min(due) FROM file INDEXED BY file_queue WHERE source_id = ? AND state = 0 AND due IS NOT NULL",
                row -> Sql.longOrNull(row, 1),
                source.value()));
        return due == null ? null : Instant.ofEpochMilli(due);
    }
}
