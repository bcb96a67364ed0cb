package org.musicplatform.core.library.writer;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.IndexMissingException;
import org.musicplatform.core.library.database.LateIndexes;
import org.musicplatform.core.library.database.Patience;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.database.Trouble;
import org.musicplatform.core.support.NamedThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. Takes work from a bounded queue in order, and commits it in batches: at most 500 pieces,
 * at most 50 ms, at once when somebody waits and nothing else is queued. Work that fails is undone alone. A batch that
 * others are in the way of is repeated, until they have gone or {@link Connections#PATIENCE} ends.
 */
public final class WriterThread {

    private static final Logger LOG = LoggerFactory.getLogger(WriterThread.class);
    private static final int BATCH = 500;
    // what waits is copied by each collection of garbage, and done again after a crash
    private static final int QUEUED = 200;
    private static final Job<?> WAKE = new Job<>(null, null, false); // nothing: the end is not waited for
    private static final long BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Connections connections;
    private final Clock clock;
    private final Consumer<CoreEvent> events;
    private final BlockingQueue<Job<?>> queue = new ArrayBlockingQueue<>(QUEUED);
    private final Thread thread;
    private final Maintenance maintenance;
    private final Object gate = new Object();
    private Writing writing; // used by the writer thread once that runs; null when it has to be opened anew
    private Job<?> next; // taken from the queue already; used by the writer thread
    private boolean closed; // guarded by gate
    private Runnable ended = () -> {}; // guarded by gate

    /**
     * A change to the database. It runs again when its batch has to be repeated; what it changes besides the database
     * must bear that.
     */
    public interface Work<T> {
        T run(Writing writing) throws SQLException;
    }

    /** Something that is done with the file while no connection is open; returns the one to write with from then on. */
    public interface Interlude {
        Sql run() throws SQLException, IOException;
    }

    private static final class Job<T> {
        private final Work<T> work;
        private final Interlude interlude; // instead of work, null for work
        private final boolean awaited;
        private final boolean apart; // in a batch of its own
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private T result; // used by the writer thread
        private boolean failed; // used by the writer thread

        Job(Work<T> work, Interlude interlude, boolean awaited) {
            this(work, interlude, awaited, false);
        }

        private Job(Work<T> work, Interlude interlude, boolean awaited, boolean apart) {
            this.work = work;
            this.interlude = interlude;
            this.awaited = awaited;
            this.apart = apart;
        }

        static <T> Job<T> apart(Work<T> work) {
            return new Job<>(work, null, true, true);
        }

        void run(Writing writing) throws SQLException {
            result = work.run(writing);
        }

        void fail(RuntimeException failure) {
            failed = true;
            done.completeExceptionally(failure);
        }

        void committed() {
            if (!failed) {
                done.complete(result);
            }
        }
    }

    /** @param chores what is done besides while nothing is to be written */
    public WriterThread(Connections connections, Sql sql, Clock clock, Consumer<CoreEvent> events, List<Chore> chores) {
        this(connections, sql, clock, events, Maintenance.REST, chores);
    }

    public WriterThread(
            Connections connections,
            Sql sql,
            Clock clock,
            Consumer<CoreEvent> events,
            Duration restBeforeMaintenance,
            List<Chore> chores) {
        this.connections = connections;
        this.clock = clock;
        this.writing = new Writing(sql, clock);
        this.events = events;
        this.maintenance = new Maintenance(connections, restBeforeMaintenance, chores);
        this.thread = NamedThreads.single("library-writer").newThread(this::work);
    }

    public void start() {
        thread.start();
    }

    /** Runs work and returns when it is committed. */
    public <T> T run(Work<T> work) {
        return await(request(work));
    }

    /** Has a {@linkplain LateIndexes late index} made, unless it is there, and returns when it is. */
    public void makeIndex(String name) {
        await(submit(Job.apart(writing -> {
            connections.lateIndexes().require(name);
            return null;
        })));
    }

    /** Begins to bring what was written into the file, beside what is written next, since little more comes. */
    public void saveAhead() {
        submit(Job.apart(writing -> {
            maintenance.saveAhead();
            return null;
        }));
    }

    /** Queues work that somebody waits for; returns when there is room. */
    public <T> CompletableFuture<T> request(Work<T> work) {
        return submit(new Job<>(work, null, true));
    }

    /**
     * Does something with the file while no connection is open, after what is queued, and returns when it is done. When
     * it fails, the file is opened again as it is then.
     */
    public void pause(Interlude interlude) {
        await(submit(new Job<>(null, interlude, true)));
    }

    /** Waits for work; throws what it failed with. */
    public static <T> T await(CompletableFuture<T> done) {
        try {
            return done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LibraryException failure) {
                throw failure;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Queues work that nobody waits for; returns when there is room. */
    public <T> CompletableFuture<T> submit(Work<T> work) {
        return submit(new Job<>(work, null, false));
    }

    private <T> CompletableFuture<T> submit(Job<T> job) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("the writer would wait for itself: hand the work to another thread");
        }
        try {
            while (true) {
                synchronized (gate) { // nothing may be queued behind the end
                    if (closed) {
                        throw Errors.closed();
                    }
                    if (queue.offer(job)) {
                        return job.done;
                    }
                }
                TimeUnit.MILLISECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LibraryException(LibraryException.IO, true, "Writing the library was interrupted. Try again.", e);
        }
    }

    private void work() {
        try {
            while (true) {
                var first = next != null ? next : queue.poll(maintenance.isUnderWay() ? 1 : 100, TimeUnit.MILLISECONDS);
                next = null;
                if (connections.logIsGone()) {
                    saveLog();
                }
                if (first != null && first.interlude != null) {
                    pause(first);
                } else if (first != null && first.work != null) {
                    if (first.apart) {
                        alone(first, connections.patience());
                    } else {
                        batch(first);
                    }
                    maintenance.written(writing == null ? null : writing.sql());
                } else if (isClosed() && queue.isEmpty()) {
                    if (writing != null) {
                        maintenance.closing(writing.sql());
                    }
                    return;
                } else if (writing != null) {
                    maintenance.slice(writing.sql());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private void end() {
        Runnable then;
        synchronized (gate) {
            closed = true;
            then = ended;
        }
        letGo();
        then.run();
    }

    /** Closes every connection. */
    private void letGo() {
        maintenance.close();
        writing = null;
        try {
            connections.alone(() -> {
                connections.closeAll();
                return null;
            });
        } catch (Exception e) {
            LOG.warn("The library did not close well: {}", e.toString());
        }
    }

    /** Brings what is in a deleted log, which this still has open, into the file, and begins another one. */
    private void saveLog() {
        maintenance.close();
        try {
            writing = connections.alone(() -> {
                if (writing != null) {
                    writing.sql().list("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1));
                }
                connections.closeAll();
                return new Writing(connections.writing(), clock);
            });
            LOG.warn("The file {} was deleted while in use; what was in it is saved.", connections.log());
        } catch (Exception e) {
            LOG.error(
                    "The file {} was deleted while in use; what is in it cannot be saved yet: {}",
                    connections.log(),
                    e.getMessage());
        }
    }

    private void pause(Job<?> job) {
        maintenance.close();
        writing = null;
        try {
            writing = connections.alone(() -> {
                connections.closeAll(); // in one go: nobody opens another in between
                return new Writing(job.interlude.run(), clock);
            });
            job.committed();
        } catch (SQLException e) {
            job.fail(Errors.io(e));
        } catch (RuntimeException e) {
            job.fail(e);
        } catch (Exception e) {
            job.fail(Errors.io(new SQLException(e.toString(), e)));
        }
    }

    private boolean isClosed() {
        synchronized (gate) {
            return closed;
        }
    }

    private void batch(Job<?> first) throws InterruptedException {
        var jobs = new ArrayList<Job<?>>();
        jobs.add(first);
        var patience = connections.patience();
        var failure = write(jobs, patience, this::fill);
        if (failure instanceof SQLException sql && Trouble.of(sql) != Trouble.STATEMENT) {
            fail(jobs, Errors.io(sql)); // nothing that one of them did
        } else if (failure != null) {
            LOG.debug("A batch is written again piece by piece: {}", failure.toString());
            for (Job<?> job : jobs) {
                alone(job, patience);
            }
        } else {
            jobs.forEach(Job::committed); // whoever waited finds the event told
        }
    }

    /** Does what is to be done in a transaction. */
    private interface Content {
        void run(List<Job<?>> jobs) throws SQLException, InterruptedException;
    }

    /** Writes a transaction, again while others are in the way; returns what went wrong, or null. */
    private Exception write(List<Job<?>> jobs, Patience patience, Content content) throws InterruptedException {
        boolean reopened = false;
        String index = null; // that is to be made first
        while (true) {
            try {
                if (writing == null) {
                    writing = new Writing(connections.writing(), clock);
                }
                if (index != null) {
                    connections.lateIndexes().make(writing.sql(), index);
                    index = null;
                }
                writing.begin();
                content.run(jobs);
                tell(writing.commit());
                return null;
            } catch (SQLException e) {
                undo(Trouble.of(e));
                // what was opened while the file could not be written stays so
                boolean mayWriteNow = Trouble.of(e) == Trouble.READ_ONLY && connections.mayWrite() && !reopened;
                reopened |= mayWriteNow;
                if (!mayWriteNow && !patience.again(e)) {
                    return e;
                }
            } catch (IndexMissingException e) {
                undo(Trouble.STATEMENT);
                if (jobs.size() > 1) {
                    return e; // it may have been put off by one of them
                }
                index = e.index();
            } catch (RuntimeException e) {
                undo(Trouble.STATEMENT);
                return e;
            }
        }
    }

    private void undo(Trouble trouble) {
        if (writing == null) {
            return;
        }
        writing.rollback();
        if (trouble == Trouble.READ_ONLY) {
            letGo(); // the log has the rights that the file had when the first connection was opened
        } else if (trouble.endsConnection()) {
            writing.close();
            writing = null;
        }
    }

    private static void fail(List<Job<?>> jobs, RuntimeException failure) {
        LOG.warn("{}", failure.getMessage());
        jobs.forEach(job -> job.fail(failure));
    }

    /** Runs the jobs that are there, and takes more. */
    private void fill(List<Job<?>> jobs) throws SQLException, InterruptedException {
        long end = System.nanoTime() + BATCH_NANOS;
        boolean awaited = false;
        for (int i = 0; i < jobs.size(); i++) {
            var job = jobs.get(i);
            if (job.awaited && !job.failed) {
                guarded(job);
            } else if (!job.failed) {
                job.run(writing);
            }
            awaited |= job.awaited;
            long left = end - System.nanoTime();
            if (i + 1 == jobs.size() && i + 1 < BATCH && left > 0) {
                var another = awaited ? queue.poll() : queue.poll(left, TimeUnit.NANOSECONDS);
                if (another != null && (another.work == null || another.apart)) {
                    next = another;
                    return;
                } else if (another != null) {
                    jobs.add(another);
                }
            }
        }
    }

    /** Of work that somebody waits for a failure is nothing special: it is undone, and the batch goes on. */
    private void guarded(Job<?> job) throws SQLException {
        writing.mark();
        try {
            job.run(writing);
            writing.keep();
        } catch (SQLException | RuntimeException e) {
            boolean whole = e instanceof SQLException sql && Trouble.of(sql).endsTransaction();
            if (whole || e instanceof IndexMissingException) {
                throw e;
            }
            writing.undo();
            job.fail(inWords(e));
        }
    }

    /** Writes one piece of work of a batch that failed, so that only what is to blame fails. */
    private void alone(Job<?> job, Patience patience) throws InterruptedException {
        if (job.failed) {
            return;
        }
        var failure = write(List.of(job), patience, jobs -> job.run(writing));
        if (failure == null) {
            job.committed();
        } else {
            fail(List.of(job), inWords(failure));
        }
    }

    private static RuntimeException inWords(Exception failure) {
        return failure instanceof SQLException sql ? Errors.io(sql) : (RuntimeException) failure;
    }

    private void tell(List<CoreEvent> told) {
        for (CoreEvent event : told) {
            try {
                events.accept(event);
            } catch (RuntimeException e) {
                LOG.warn("A change of the library could not be told: {}", e.toString());
            }
        }
    }

    /**
     * Writes what is queued, and ends.
     *
     * @param then done when nothing is written any more, also when that takes longer than this call waits
     */
    public void close(Runnable then) {
        synchronized (gate) {
            if (closed) {
                return;
            }
            closed = true;
            ended = then;
            queue.offer(WAKE); // where there is no room for it, nobody sleeps
        }
        try {
            thread.join(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
