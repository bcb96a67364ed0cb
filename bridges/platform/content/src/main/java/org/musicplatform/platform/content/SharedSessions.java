package org.musicplatform.platform.content;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session for each source and provider, however many readers there are. Thread-safe; foreign code is called outside
 * the lock.
 */
final class SharedSessions {

    private static final Logger LOG = LoggerFactory.getLogger(SharedSessions.class);

    private final Function<String, StorageProvider> providers;
    private final Duration idle;
    private final OpenLimit limit;
    private final IdleTimer timer;
    private final Map<SourceAccount, List<SharedSession>> open = new HashMap<>(); // guarded by this
    private boolean closed; // guarded by this

    SharedSessions(Function<String, StorageProvider> providers, Duration idle, OpenLimit limit, IdleTimer timer) {
        this.providers = providers;
        this.idle = idle;
        this.limit = limit;
        this.timer = timer;
    }

    /** Returns the session of a source, opened when it has none; the caller releases it. */
    SharedSession acquire(SourceAccount account) throws IOException {
        while (true) {
            SharedSession session;
            boolean first;
            synchronized (this) {
                // looked up under the lock: gone() comes after the look-up has lost the provider, so it sees what is
                // added here
                session = find(account);
                first = session.users++ == 0 && !session.opened.isDone();
            }
            try {
                if (first) {
                    openNow(session);
                }
                session.opened.get();
                return session;
            } catch (ExecutionException e) {
                failed(session);
                // one who was told to stop takes nobody else along
                if (!first && e.getCause() instanceof InterruptedIOException) {
                    continue;
                }
                throw Failures.rethrow(e.getCause());
            } catch (InterruptedException e) {
                release(session);
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while opening " + account.name());
            }
        }
    }

    private SharedSession find(SourceAccount account) {
        if (closed) {
            throw new SourceException(SourceException.UNAVAILABLE, "Reading files is shut down.");
        }
        var provider = providers.apply(account.provider());
        if (provider == null) {
            throw new SourceException(
                    SourceException.UNAVAILABLE,
                    account.name() + " needs the source provider '" + account.provider()
                            + "', which is not installed. Install the bundle that provides it.");
        }
        var sessions = open.computeIfAbsent(account, key -> new ArrayList<>());
        for (SharedSession session : sessions) {
            if (session.provider == provider) {
                return session;
            }
        }
        var session = new SharedSession(this, account, provider);
        sessions.add(session);
        return session;
    }

    private void openNow(SharedSession session) {
        try {
            var account = session.account;
            var opened = limit.open(
                    account,
                    () -> ProviderCalls.call(
                            account.provider(), () -> session.provider.open(account, Credentials.NONE)),
                    late -> closeQuietly(account, late));
            if (opened == null) {
                throw new SourceException(
                        SourceException.UNAVAILABLE,
                        "The source provider '" + account.provider() + "' opened nothing. Update or replace it.");
            }
            session.opened.complete(opened);
        } catch (IOException | RuntimeException | Error e) {
            session.opened.completeExceptionally(e);
        }
    }

    private synchronized void failed(SharedSession session) {
        session.users--;
        remove(session);
    }

    /** From now on nobody new gets this session. */
    void retire(SharedSession session) {
        synchronized (this) {
            session.retired = true;
            remove(session);
        }
    }

    void release(SharedSession session) {
        boolean close = false;
        synchronized (this) {
            if (--session.users == 0) {
                if (session.retired || idle.isZero()) {
                    remove(session);
                    close = true;
                } else {
                    session.idleSince = timer.nanos();
                    watch(session, idle.toNanos());
                }
            }
        }
        if (close) {
            close(session);
        }
    }

    /** Looks later whether it is idle still: files are opened too often to begin and end a time for each. */
    private void watch(SharedSession session, long nanos) {
        if (!session.watched) {
            session.watched = true;
            timer.after(Duration.ofNanos(nanos), () -> closeIdle(session));
        }
    }

    private void closeIdle(SharedSession session) {
        synchronized (this) {
            session.watched = false;
            if (session.users > 0 || session.retired) {
                return; // watched again from when it is released
            }
            long left = idle.toNanos() - (timer.nanos() - session.idleSince);
            if (left > 0) {
                watch(session, left);
                return;
            }
            session.retired = true;
            remove(session);
        }
        close(session);
    }

    void gone(StorageProvider provider) {
        closeAll(session -> session.provider == provider);
    }

    void close() {
        synchronized (this) {
            closed = true;
        }
        timer.close();
        limit.close();
        closeAll(session -> true);
    }

    private void closeAll(java.util.function.Predicate<SharedSession> which) {
        List<SharedSession> leaving;
        synchronized (this) {
            leaving = open.values().stream().flatMap(List::stream).filter(which).toList();
            leaving.forEach(session -> {
                session.markGone();
                session.retired = true;
                remove(session);
            });
        }
        leaving.forEach(this::close);
    }

    // guarded by this
    private void remove(SharedSession session) {
        open.computeIfPresent(session.account, (key, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
    }

    /** Closes now, or as soon as it has opened. */
    private void close(SharedSession session) {
        session.opened.thenAccept(opened -> closeQuietly(session.account, opened));
    }

    private static void closeQuietly(SourceAccount account, StorageSession opened) {
        try {
            ProviderCalls.call(account.provider(), () -> {
                if (opened != null) {
                    opened.close();
                }
                return null;
            });
        } catch (IOException | SourceException e) {
            LOG.warn("A session of {} did not close: {}", account.name(), e.getMessage());
        }
    }
}
