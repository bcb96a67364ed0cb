package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.ingest.Intake;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.playlist.PlaylistExchange;
import org.musicplatform.core.library.track.TrackMatcher;
import org.musicplatform.core.library.track.TrackTags;
import org.musicplatform.core.library.writer.WriterThread;
import org.musicplatform.core.library.writer.Writing;

/** One look at a source. Its sets are used by the writer thread alone. */
public final class LibraryIntake implements Intake {

    private static final int NEW = 0;
    private static final int CHANGED = 1;
    private static final int AGAIN = 2;
    private static final int MANY = 100;
    private static final int LOOKED_UP = 100;
    private static final String LOOK_UP = "SELECT " + FileRow.COLUMNS
            + " FROM file WHERE source_id = ? AND item_id IN (?" + ", ?".repeat(LOOKED_UP - 1) + ")";

    private final WriterThread writer;
    private final SourceAccount source;
    private final IntakeKind kind;
    private final boolean reread;
    private final Runnable ended;

    private final BitSet seen = new BitSet();
    private final FoundCompanions companions;
    private final BitSet added = new BitSet();
    private final Set<String> removed = new HashSet<>();
    private volatile RuntimeException failure;

    public LibraryIntake(WriterThread writer, SourceAccount source, IntakeKind kind, boolean reread, Runnable ended) {
        this.writer = writer;
        this.source = source;
        this.kind = kind;
        this.companions = new FoundCompanions(source, seen);
        this.reread = reread;
        this.ended = ended;
    }

    @Override
    public Observed observe(List<SourceItem> items) {
        return writer.run(writing -> {
            int[] counts = new int[3];
            for (int at = 0; at < items.size(); at += LOOKED_UP) {
                observe(writing, items.subList(at, Math.min(items.size(), at + LOOKED_UP)), counts);
            }
            return new Observed(counts[NEW], counts[CHANGED], counts[AGAIN]);
        });
    }

    private void observe(Writing writing, List<SourceItem> items, int... counts) throws SQLException {
        var known = known(writing.sql(), items);
        var met = new HashSet<String>();
        for (SourceItem item : items) {
            if (item.kind() == SourceItem.Kind.REMOVED) {
                removed.add(item.id());
            } else if (item.kind() == SourceItem.Kind.FILE) {
                removed.remove(item.id());
                // a page may name a file twice
                var files = met.add(item.id()) ? known : known(writing.sql(), List.of(item));
                counts[observe(writing, item, files)]++;
            }
        }
    }

    /** Looks many items up at once: a statement each costs more than the look itself. */
    private Map<String, List<FileRow>> known(Sql sql, List<SourceItem> items) throws SQLException {
        var values = new Object[1 + LOOKED_UP]; // what is left empty matches nothing
        values[0] = source.id().value();
        for (int i = 0; i < items.size(); i++) {
            values[1 + i] = items.get(i).id();
        }
        var known = new HashMap<String, List<FileRow>>();
        for (FileRow file : sql.list(LOOK_UP, FileRow::of, values)) {
            known.computeIfAbsent(file.itemId(), id -> new ArrayList<>()).add(file);
        }
        return known;
    }

    private int observe(Writing writing, SourceItem item, Map<String, List<FileRow>> known) throws SQLException {
        var files = known.get(item.id());
        if (files == null) {
            insert(writing, item);
            return NEW;
        }
        // several when a sheet cuts the file into clips: the first stands for all in the queue
        files.sort(Comparator.comparingLong(FileRow::clipStart));
        for (FileRow clip : files.subList(1, files.size())) {
            seen.set((int) clip.id());
            follow(writing, clip, item);
        }
        seen.set((int) files.get(0).id());
        return compare(writing, files.get(0), item);
    }

    private void insert(Writing writing, SourceItem item) throws SQLException {
        long track = writing.tracks().make(item.name(), writing.now());
        var version = item.version();
        long id = writing.sql()
                .insert(
                        "INSERT INTO file (source_id, item_id, name, folder, size, modified, modified_nano, etag, hash,"
                                + " track_id, state, priority) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', 0)",
                        source.id().value(),
                        item.id(),
                        item.name(),
                        item.folder(),
                        version.size(),
                        FileRow.seconds(version),
                        FileRow.nanos(version),
                        version.etag(),
                        version.hash(),
                        track);
        seen.set((int) id);
        added.set((int) id);
    }

    private static void rename(Sql sql, FileRow file, SourceItem item) throws SQLException {
        if (!file.name().equals(item.name()) || !file.folder().equals(item.folder())) {
            sql.update("UPDATE file SET name = ?, folder = ? WHERE id = ?", item.name(), item.folder(), file.id());
        }
    }

    /** A clip behind the first: of another content the reading of the first tells what becomes of it. */
    private void follow(Writing writing, FileRow clip, SourceItem item) throws SQLException {
        rename(writing.sql(), clip, item);
        boolean same = clip.version().sameContentAs(item.version());
        if (same && clip.state() == FileState.MISSING && clip.prior() != null && clip.prior() != FileState.QUEUED) {
            comeBack(writing, clip, item, clip.prior());
        }
    }

    private int compare(Writing writing, FileRow file, SourceItem item) throws SQLException {
        var sql = writing.sql();
        boolean same = file.version().sameContentAs(item.version());
        rename(sql, file, item);
        if (file.state() == FileState.MISSING) {
            boolean read = same && file.prior() != null && file.prior() != FileState.QUEUED;
            comeBack(writing, file, item, read ? file.prior() : FileState.QUEUED);
            return NEW;
        }
        if (file.state() == FileState.QUEUED) {
            if (!same) {
                queue(sql, file, item, file.priority());
            }
            return file.priority() == NEW ? NEW : CHANGED;
        }
        if (!same) {
            queue(sql, file, item, CHANGED);
            return CHANGED;
        }
        if (reread) {
            queue(sql, file, item, AGAIN);
        } else if (!file.version().equals(item.version())) {
            writeVersion(sql, file, item);
        }
        return AGAIN;
    }

    private void comeBack(Writing writing, FileRow file, SourceItem item, FileState state) throws SQLException {
        queue(writing.sql(), file, item, NEW);
        writing.sql()
                .update(
                        "UPDATE file SET state = ?, prior_state = NULL, missing_since = NULL WHERE id = ?",
                        state.name(),
                        file.id());
        writing.tracks().refreshVisible(file.track());
    }

    /** Another name for the same content: a drive that is mounted anew may give new etags. */
    private static void writeVersion(Sql sql, FileRow file, SourceItem item) throws SQLException {
        var version = item.version();
        sql.update(
                "UPDATE file SET modified = ?, modified_nano = ?, etag = ?, hash = ? WHERE id = ?",
                FileRow.seconds(version),
                FileRow.nanos(version),
                version.etag(),
                version.hash(),
                file.id());
    }

    private static void queue(Sql sql, FileRow file, SourceItem item, int priority) throws SQLException {
        var version = item.version();
        sql.update(
                "UPDATE file SET state = 'QUEUED', priority = ?, lease = NULL, size = ?, modified = ?,"
                        + " modified_nano = ?, etag = ?, hash = ? WHERE id = ?",
                priority,
                version.size(),
                FileRow.seconds(version),
                FileRow.nanos(version),
                version.etag(),
                version.hash(),
                file.id());
    }

    @Override
    public int observeCompanions(List<FoundCompanion> found) {
        if (found.isEmpty()) {
            return 0;
        }
        return writer.run(writing -> {
            for (FoundCompanion one : found) {
                removed.remove(one.item().id());
            }
            companions.observe(writing, found);
            return companions.again();
        });
    }

    @Override
    public int listed(Listing.End end) {
        return writer.run(writing -> {
            var skipped = skipped(end);
            companions.forgetUnseen(writing.sql(), item -> isGone(false, item, skipped));
            return companions.again();
        });
    }

    @Override
    public List<Task> claim(int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max must be at least 1: " + max);
        }
        return writer.run(writing -> {
            var sql = writing.sql();
            var files = sql.list(
                    "SELECT " + FileRow.COLUMNS + " FROM file WHERE source_id = ? AND state = 'QUEUED'"
                            + " AND lease IS NULL ORDER BY priority, folder, name LIMIT ?",
                    FileRow::of,
                    source.id().value(),
                    max);
            var tasks = new ArrayList<Task>();
            for (FileRow file : files) {
                sql.update("UPDATE file SET lease = ? WHERE id = ?", writing.now(), file.id());
                tasks.add(new Task(
                        new FileId(file.id()),
                        new FileRef(source, file.itemId(), file.name(), file.version()),
                        file.path(),
                        companions.sheets(sql, file.folder())));
            }
            return tasks;
        });
    }

    @Override
    public void deliver(Task task, TagReading reading) {
        send(
                task,
                (writing, file) -> ClipRows.store(writing, file, reading, made -> {
                    seen.set((int) made);
                    added.set((int) made, added.get((int) file.id()));
                }));
    }

    @Override
    public void fail(Task task, String code, String reason) {
        send(task, (writing, file) -> {
            for (FileRow clip : file.isWholeFile() ? List.of(file) : ClipRows.all(writing.sql(), file)) {
                writing.sql()
                        .update(
                                "UPDATE file SET state = 'FAILED', lease = NULL, code = ?, reason = ? WHERE id = ?",
                                code,
                                reason,
                                clip.id());
                writing.changes().updated(clip.track());
            }
        });
    }

    @Override
    public void release(Task task) {
        send(task, (writing, file) -> writing.sql().update("UPDATE file SET lease = NULL WHERE id = ?", file.id()));
    }

    private interface Outcome {
        void store(Writing writing, FileRow file) throws SQLException;
    }

    private void send(Task task, Outcome outcome) {
        rethrow();
        var done = writer.submit(writing -> {
            var file = writing.sql()
                    .first(
                            "SELECT " + FileRow.COLUMNS + " FROM file WHERE id = ? AND state = 'QUEUED'",
                            FileRow::of,
                            task.id().value());
            // a file that changed after it was claimed waits in the queue again, as does one beside another sheet
            if (file != null && file.version().sameContentAs(task.file().version())) {
                if (companions.sheets(writing.sql(), file.folder()).equals(task.sheets())) {
                    outcome.store(writing, file);
                } else {
                    writing.sql().update("UPDATE file SET lease = NULL WHERE id = ?", file.id());
                }
            }
            return null;
        });
        done.whenComplete((nothing, thrown) -> {
            if (thrown instanceof RuntimeException first && failure == null) {
                failure = first;
            }
        });
    }

    private void rethrow() {
        if (failure instanceof LibraryException known) {
            throw new LibraryException(known.code(), known.retryable(), known.getMessage(), known);
        } else if (failure != null) {
            throw new IllegalStateException("what was read before could not be stored", failure);
        }
    }

    @Override
    public Finished finish(Listing.End end, boolean acceptMissing) {
        var finished = writer.run(writing -> finish(writing, end, acceptMissing));
        rethrow();
        return finished;
    }

    private Finished finish(Writing writing, Listing.End end, boolean acceptMissing) throws SQLException {
        var sql = writing.sql();
        long id = source.id().value();
        long present = sql.number("SELECT count(*) FROM file WHERE source_id = ? AND state <> 'MISSING'", id);
        var gone = vanished(sql, end);
        int moved = findAgain(writing, gone);
        int missing = gone.size();
        long before = present - added.cardinality() - moved; // what this look could find again
        boolean tooMany = missing > 0 && (missing >= before || missing > MANY && missing > before / 10);
        if (tooMany && !acceptMissing) {
            sql.update(
                    "UPDATE source SET state = ?, reason = ?, last_sync = ? WHERE id = ?",
                    SourceState.HELD.name(),
                    missing + " of " + before + " files would be missing. Check that " + source.name()
                            + " is complete, then index it again, or accept that they are gone.",
                    writing.now(),
                    id);
            return new Finished(0, moved, true, missing);
        }
        for (TrackMatcher.Known file : gone) {
            sql.update(
                    "UPDATE file SET prior_state = state, state = 'MISSING', lease = NULL, missing_since = ?"
                            + " WHERE id = ?",
                    writing.now(),
                    file.file().id());
            writing.tracks().refreshVisible(file.file().track());
        }
        PlaylistExchange.bindWaiting(writing);
        sql.update(
                "UPDATE source SET state = ?, reason = '', last_sync = ?, cursor = coalesce(?, cursor) WHERE id = ?",
                SourceState.READY.name(),
                writing.now(),
                end.cursor(),
                id);
        return new Finished(missing, moved, false, missing);
    }

    private List<TrackMatcher.Known> vanished(Sql sql, Listing.End end) throws SQLException {
        var skipped = skipped(end);
        var gone = sql.list(
                TrackMatcher.Known.QUERY + "WHERE f.source_id = ? AND f.state <> 'MISSING'",
                row -> isGone(seen.get((int) row.getLong("id")), row.getString("item_id"), skipped)
                        ? TrackMatcher.Known.of(row)
                        : null,
                source.id().value());
        gone.removeIf(java.util.Objects::isNull);
        return gone;
    }

    private static Set<String> skipped(Listing.End end) {
        return end.skipped().stream().map(Listing.Skipped::itemId).collect(Collectors.toSet());
    }

    private boolean isGone(boolean met, String item, Set<String> skipped) {
        if (kind == IntakeKind.CHANGES) {
            return covers(removed, item);
        }
        return !met && !skipped.contains("") && !covers(skipped, item);
    }

    /** Tells whether a set names an item, or with a slash at its end a folder above it. */
    private static boolean covers(Set<String> ids, String item) {
        if (ids.isEmpty()) {
            return false;
        }
        if (ids.contains(item)) {
            return true;
        }
        for (int slash = item.indexOf('/'); slash >= 0; slash = item.indexOf('/', slash + 1)) {
            if (ids.contains(item.substring(0, slash + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Binds new files to the tracks of vanished ones, and takes these out of the list. */
    private int findAgain(Writing writing, List<TrackMatcher.Known> gone) throws SQLException {
        if (gone.isEmpty() || added.isEmpty()) {
            return 0;
        }
        var sql = writing.sql();
        var fresh = new ArrayList<TrackMatcher.Known>();
        for (int id = added.nextSetBit(0); id >= 0; id = added.nextSetBit(id + 1)) {
            var file = sql.first(TrackMatcher.Known.QUERY + "WHERE f.id = ?", TrackMatcher.Known::of, (long) id);
            if (file != null) {
                fresh.add(file);
            }
        }
        var matcher = new TrackMatcher(fresh);
        int moved = 0;
        for (var all = gone.iterator(); all.hasNext(); ) {
            var vanished = all.next();
            var found = matcher.take(vanished);
            if (found != null) {
                move(writing, vanished, found);
                all.remove();
                moved++;
            }
        }
        return moved;
    }

    private void move(Writing writing, TrackMatcher.Known from, TrackMatcher.Known to) throws SQLException {
        var sql = writing.sql();
        long track = from.file().track();
        sql.update("DELETE FROM file WHERE id = ?", from.file().id());
        TrackTags.rebind(writing, to.file(), track);
        added.clear((int) to.file().id());
        if (to.file().reader() != null) {
            TrackTags.describeAgain(writing, track, to.file(), to.duration());
        } else {
            writing.changes().updated(track);
        }
    }

    @Override
    public void close() {
        try {
            writer.run(writing -> writing.sql()
                    .update(
                            "UPDATE file SET lease = NULL WHERE source_id = ? AND lease IS NOT NULL",
                            source.id().value()));
        } finally {
            ended.run();
        }
    }
}
