package org.musicplatform.core.library.writer;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.LibraryChanged;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.support.NamedThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. Takes work from a bounded queue in order, and commits it in batches: at most 500 pieces,
 * at most 50 ms, at once when somebody waits and nothing else is queued. Work that fails is undone alone.
 */
public final class WriterThread {

    private static final Logger LOG = LoggerFactory.getLogger(WriterThread.class);
    private static final int BATCH = 500;
    private static final long BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Writing writing;
    private final Consumer<CoreEvent> events;
    private final BlockingQueue<Job<?>> queue = new ArrayBlockingQueue<>(1_000);
    private final Thread thread;
    private final Object gate = new Object();
    private boolean closed; // guarded by gate
    private Runnable ended = () -> {}; // guarded by gate

    /** A change to the database. */
    public interface Work<T> {
        T run(Writing writing) throws SQLException;
    }

    private static final class Job<T> {
        private final Work<T> work;
        private final boolean awaited;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private T result; // used by the writer thread
        private boolean failed; // used by the writer thread

        Job(Work<T> work, boolean awaited) {
            this.work = work;
            this.awaited = awaited;
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

    public WriterThread(Sql sql, Clock clock, Consumer<CoreEvent> events) {
        this.writing = new Writing(sql, clock);
        this.events = events;
        this.thread = NamedThreads.single("library-writer").newThread(this::work);
    }

    public void start() {
        thread.start();
    }

    /** Runs work and returns when it is committed. */
    public <T> T run(Work<T> work) {
        var done = submit(work, true);
        try {
            return done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LibraryException failure) {
                throw failure;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Queues work; returns when there is room. */
    public <T> CompletableFuture<T> submit(Work<T> work) {
        return submit(work, false);
    }

    private <T> CompletableFuture<T> submit(Work<T> work, boolean awaited) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("the writer would wait for itself: hand the work to another thread");
        }
        var job = new Job<>(work, awaited);
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
                var first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch(first);
                } else if (isClosed() && queue.isEmpty()) {
                    return;
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
        writing.close();
        then.run();
    }

    private boolean isClosed() {
        synchronized (gate) {
            return closed;
        }
    }

    private void batch(Job<?> first) throws InterruptedException {
        var jobs = new ArrayList<Job<?>>();
        try {
            writing.begin();
            fill(first, jobs);
            tell(writing.commit());
        } catch (SQLException | RuntimeException e) {
            writing.rollback();
            if (jobs.isEmpty()) {
                jobs.add(first);
            }
            LOG.debug("A batch is written again piece by piece: {}", e.toString());
            jobs.forEach(this::transaction);
            return;
        }
        jobs.forEach(Job::committed); // whoever waited finds the event told
    }

    private void fill(Job<?> first, List<Job<?>> jobs) throws SQLException, InterruptedException {
        long end = System.nanoTime() + BATCH_NANOS;
        boolean awaited = false;
        for (Job<?> job = first; job != null; ) {
            jobs.add(job);
            if (job.awaited) {
                runAlone(job);
                awaited = true;
            } else {
                job.run(writing);
            }
            long left = end - System.nanoTime();
            if (jobs.size() >= BATCH || left <= 0) {
                return;
            }
            job = awaited ? queue.poll() : queue.poll(left, TimeUnit.NANOSECONDS);
        }
    }

    /** Of work that somebody waits for a failure is nothing special: it is undone, and the batch goes on. */
    private void runAlone(Job<?> job) throws SQLException {
        writing.mark();
        try {
            job.run(writing);
            writing.keep();
        } catch (SQLException | RuntimeException e) {
            writing.undo();
            job.fail(inWords(e));
        }
    }

    /** Runs one piece of work of a batch that failed, so that only what is to blame fails. */
    private void transaction(Job<?> job) {
        if (job.failed) {
            return;
        }
        try {
            writing.begin();
            job.run(writing);
            tell(writing.commit());
            job.committed();
        } catch (SQLException | RuntimeException e) {
            writing.rollback();
            var failure = inWords(e);
            LOG.warn("{}", failure.getMessage());
            job.fail(failure);
        }
    }

    private static RuntimeException inWords(Exception failure) {
        return failure instanceof SQLException sql ? Errors.io(sql) : (RuntimeException) failure;
    }

    private void tell(LibraryChanged event) {
        if (event == null) {
            return;
        }
        try {
            events.accept(event);
        } catch (RuntimeException e) {
            LOG.warn("A change of the library could not be told: {}", e.toString());
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
        }
        try {
            thread.join(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
