package org.musicplatform.core.library.intake;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.ingest.Intake;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.library.database.ReaderPool;
import org.musicplatform.core.library.writer.WriterThread;
import org.musicplatform.core.library.writer.Writing;

/** One look at a source. */
public final class LibraryIntake implements Intake {

    private final WriterThread writer;
    private final ReaderPool readers;
    private final SourceAccount source;
    private final Runnable ended;

    private final Seen seen;
    private final Claims claims;
    private final Observing observing;
    private final Ending ending;
    private final BitSet firstRead = new BitSet(); // of these doubles are looked for; used by the writer thread
    private volatile boolean delivered; // something, since the last end that was told
    private final FoundCompanions companions;
    private final BitSet known = new BitSet(); // files found again under another name; used by the writer thread
    private volatile RuntimeException failure;

    /**
     * Begins a look.
     *
     * @param reread queue unchanged files too
     * @param ended run when it is closed
     */
    public LibraryIntake(
            WriterThread writer,
            ReaderPool readers,
            Clock clock,
            SourceAccount source,
            IntakeKind kind,
            boolean reread,
            Runnable ended) {
        this.writer = writer;
        this.readers = readers;
        this.source = source;
        this.ended = ended;
        // of folders listed by themselves there is no end that would make all known
        boolean partly = kind == IntakeKind.FOLDERS;
        long id = source.id().value();
        this.seen = new Seen(partly ? LastLook.EVERYTHING : writer.run(writing -> LastLook.known(writing.sql(), id)));
        this.claims = new Claims(source.id(), clock);
        this.observing = new Observing(id, reread, seen, claims);
        this.ending = new Ending(source, kind, seen, claims::changed);
        this.companions = new FoundCompanions(source, seen, claims);
    }

    @Override
    public Observed observe(List<SourceItem> items) {
        return WriterThread.await(observeLater(items));
    }

    @Override
    public CompletableFuture<Observed> observeLater(List<SourceItem> items) {
        return writer.request(writing -> {
            companions.learn(writing);
            int[] counts = observing.observe(writing, items);
            claims.lookAgain();
            return new Observed(counts[0], counts[1], counts[2]);
        });
    }

    @Override
    public int observeCompanions(List<FoundCompanion> found) {
        return WriterThread.await(observeCompanionsLater(found));
    }

    @Override
    public CompletableFuture<Integer> observeCompanionsLater(List<FoundCompanion> found) {
        if (found.isEmpty()) {
            return CompletableFuture.completedFuture(0);
        }
        return writer.request(writing -> {
            for (FoundCompanion one : found) {
                seen.removed().remove(one.item().id());
            }
            companions.observe(writing, found);
            return companions.again();
        });
    }

    @Override
    public int listed(Listing.End end) {
        var found = new BitSet();
        int again = writer.run(writing -> {
            var skipped = Ending.skipped(end);
            companions.forgetUnseen(writing, item -> ending.isGone(item, skipped));
            found.clear();
            found.or(ending.findUnread(writing, end));
            claims.beginAnew();
            return companions.again();
        });
        learn(found);
        return again;
    }

    /** What was found again is committed: no look of this intake takes it for new. */
    private void learn(BitSet found) {
        if (!found.isEmpty()) {
            writer.run(writing -> {
                known.or(found);
                seen.areKnown(known);
                return null;
            });
        }
    }

    @Override
    public void folderListed(String folderId, boolean below, List<String> folders) {
        writer.run(writing -> {
            ending.folderListed(folderId, below, folders);
            return null;
        });
    }

    @Override
    public int folderMoved(String fromId, String toId, String folder) {
        return writer.run(writing -> {
            var move = new PlaceMove(writing, source.id().value(), source.id().value());
            return move.moveFolder(Ending.prefix(fromId), Ending.prefix(toId), folder, seen);
        });
    }

    @Override
    public void place(String identity) {
        writer.run(writing -> {
            ending.place(identity);
            return null;
        });
    }

    @Override
    public int prioritise(String folder) {
        int count = writer.run(writing -> {
            observing.prioritise(folder);
            writing.settle();
            return writing.sql()
                    .update(
                            "UPDATE file SET priority = ? WHERE state = 0 AND folder_id IN"
                                    + " (SELECT id FROM folder WHERE source_id = ? AND path = ?)",
                            Priority.JUST_IN_TIME,
                            source.id().value(),
                            folder);
        });
        claims.beginAnew();
        return count;
    }

    @Override
    public List<Task> claim(int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max must be at least 1: " + max);
        }
        var tasks = new ArrayList<Task>();
        var files = claims.claim(max, this::ask);
        if (files.isEmpty() && claims.mayBeMore()) {
            writer.run(writing -> null); // what was told of them is through
            files = claims.claim(max, this::ask);
        }
        for (FileRow file : files) {
            tasks.add(new Task(
                    new FileId(file.id()),
                    new FileRef(source, file.itemId(), file.name(), file.version()),
                    file.path(),
                    companions.sheets(file.folder(), this::ask),
                    file.attempts()));
        }
        return tasks;
    }

    private <T> T ask(ReaderPool.Query<T> query) {
        return readers.await(query);
    }

    @Override
    public Instant nextDue() {
        return claims.nextDue(this::ask);
    }

    @Override
    public void deliver(Task task, TagReading reading) {
        var claim = claims.of(task.id().value());
        if (claim == null) {
            return;
        }
        var parts = Readings.Prepared.of(claim.file(), reading);
        send(task, (writing, file) -> {
            Readings.store(writing, file, reading, parts, made -> {
                if (seen.hasAdded(file.id())) {
                    seen.added(made);
                } else {
                    seen.met(made);
                }
                firstRead.set((int) made);
            });
            firstRead.set((int) file.id(), file.track() == null);
        });
    }

    @Override
    public void fail(Task task, String code, String reason) {
        send(task, (writing, file) -> {
            for (FileRow clip : file.isWholeFile() ? List.of(file) : ClipRows.all(writing.sql(), file)) {
                Readings.fail(writing, clip, code, reason);
            }
        });
    }

    @Override
    public void retry(Task task, Instant due, String code, String reason) {
        send(task, (writing, file) -> writing.sql()
                .update(
                        "UPDATE file SET attempts = attempts + 1, due = ?, code = ?, reason = ? WHERE id = ?",
                        due.toEpochMilli(),
                        code,
                        reason,
                        file.id()));
        claims.lookAgain();
    }

    @Override
    public void release(Task task) {
        claims.end(task.id().value());
        claims.lookAgain();
    }

    private interface Outcome {
        void store(Writing writing, FileRow file) throws SQLException;
    }

    private void send(Task task, Outcome outcome) {
        rethrow();
        var claim = claims.of(task.id().value());
        if (claim == null) {
            return; // given back, or told before
        }
        delivered = true;
        var done = writer.submit(writing -> {
            // a file that changed after it was claimed waits in the queue again, as does one beside another sheet
            if (!claim.isStale()
                    && companions.sheets(writing, claim.file().folder()).equals(task.sheets())) {
                outcome.store(writing, claim.file());
            } else {
                claims.lookAgain();
            }
            return null;
        });
        done.whenComplete((nothing, thrown) -> {
            claims.end(task.id().value());
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
        boolean read = delivered;
        delivered = false; // what is delivered from now on may come too late for this
        boolean joined = false;
        try {
            if (read) {
                writer.saveAhead();
            }
            var finished =
                    writer.run(writing -> ending.finish(writing, end, acceptMissing, known.cardinality(), firstRead));
            joined = !finished.held();
            rethrow();
            return finished;
        } finally {
            if (read && !joined) {
                delivered = true;
            }
        }
    }

    @Override
    public void close() {
        try {
            if (delivered) { // where the listing ended before the reading, nothing else does it
                writer.run(writing -> {
                    Doubles.join(writing, firstRead);
                    return null;
                });
            }
        } finally {
            ended.run();
        }
    }
}
