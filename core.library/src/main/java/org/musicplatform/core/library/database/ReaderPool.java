package org.musicplatform.core.library.database;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.support.CoreFuture;
import org.musicplatform.core.support.NamedThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads with read-only connections of their own: they see the last commit and do not wait for the writer, unless an
 * index is still to be made. Who made the connections closes them.
 */
public final class ReaderPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReaderPool.class);

    private final Connections connections;
    private final Consumer<String> indexMaker;
    private final ThreadLocal<Sql> own = new ThreadLocal<>();
    private final ExecutorService readers;
    private final ExecutorService callbacks = Executors.newCachedThreadPool(NamedThreads.numbered("core-callback"));
    private volatile boolean closed;

    /** A question to the database. */
    public interface Query<T> {
        T ask(Sql sql) throws SQLException;
    }

    /** @param indexMaker makes a {@linkplain LateIndexes late index}, and returns when it is there */
    public ReaderPool(Connections connections, Consumer<String> indexMaker) {
        this.connections = connections;
        this.indexMaker = indexMaker;
        int count = Math.min(Runtime.getRuntime().availableProcessors(), 4);
        this.readers = Executors.newFixedThreadPool(count, NamedThreads.numbered("library-reader"));
    }

    public <T> CompletableFuture<T> ask(Query<T> query) {
        if (closed) {
            return CompletableFuture.failedFuture(Errors.closed());
        }
        return CoreFuture.call(() -> answer(query), readers, callbacks);
    }

    /** As {@link #ask}, and waits for the answer. */
    public <T> T await(Query<T> query) {
        try {
            return ask(query).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Runs work that waits for something else than a reader, and publishes its result as that of a question. */
    public <T> CompletableFuture<T> meanwhile(Callable<T> work) {
        return closed ? CompletableFuture.failedFuture(Errors.closed()) : CoreFuture.call(work, callbacks, callbacks);
    }

    private <T> T answer(Query<T> query) {
        if (closed) {
            throw Errors.closed();
        }
        return patiently(() -> once(query));
    }

    /**
     * Readers wait for nobody but a program that repairs the log, or takes the file for itself alone, and for the first
     * making of an index.
     */
    private <T> T patiently(Patience.Attempt<T> attempt) {
        while (true) {
            try {
                return connections.patience().insist(() -> connections.use(attempt));
            } catch (SQLException e) {
                throw failure(e);
            } catch (IndexMissingException e) {
                make(e.index());
            }
        }
    }

    private void make(String index) {
        try {
            indexMaker.accept(index);
        } catch (LibraryException e) {
            if (closed || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            LOG.info("The library answers slowly as long as it cannot be written: {}", e.getMessage());
            connections.lateIndexes().doWithout(index);
        }
    }

    private RuntimeException failure(SQLException e) {
        if (Thread.currentThread().isInterrupted()) {
            return closed ? Errors.closed() : new CancellationException("the question was withdrawn");
        }
        return Trouble.of(e) == Trouble.INTERRUPTED ? Errors.replaced() : Errors.io(e);
    }

    /** Asks something that takes long, on a connection of its own, so that no reader is missing meanwhile. */
    public <T> CompletableFuture<T> askApart(Query<T> query) {
        return meanwhile(() -> apart(query));
    }

    /** As {@link #askApart}, on the thread of the caller, which is one of {@link #meanwhile}. */
    <T> T apart(Query<T> query) {
        return patiently(() -> {
            try (var sql = connections.reading()) {
                return query.ask(sql);
            }
        });
    }

    private <T> T once(Query<T> query) throws SQLException {
        var sql = connection();
        boolean answered = false;
        try {
            sql.begin(); // one state of the library for all statements of a question
            var answer = query.ask(sql);
            answered = true;
            return answer;
        } catch (SQLException e) {
            if (Trouble.of(e).endsConnection()) {
                forget(sql);
            }
            throw e;
        } finally {
            end(sql, answered);
        }
    }

    /** What went wrong before says more than that there is nothing to end. */
    private static void end(Sql sql, boolean answered) throws SQLException {
        if (answered) {
            sql.commit();
            return;
        }
        try {
            sql.rollback();
        } catch (SQLException e) {
            LOG.debug("Nothing to end: {}", e.getMessage());
        }
    }

    private void forget(Sql sql) {
        own.remove();
        try {
            sql.close();
        } catch (SQLException e) {
            LOG.warn("The library did not close well: {}", e.getMessage());
        }
    }

    private Sql connection() throws SQLException {
        var sql = own.get();
        if (sql == null || sql.connection().isClosed()) {
            sql = connections.reading();
            own.set(sql);
        }
        return sql;
    }

    @Override
    public void close() {
        closed = true;
        readers.shutdownNow().forEach(Runnable::run); // each finds the library closed, and says so
        try {
            if (!readers.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("A question to the library did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        callbacks.shutdown();
    }
}
