package org.musicplatform.core.sync;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.StorageSession;
import org.musicplatform.core.support.NamedThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listing of one source, page by page, on a thread of its own. */
final class Pages implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);

    /**
     * A step of the listing: its beginning, or a page.
     *
     * @param full at a beginning whether everything is listed, null at a page
     * @param page the page, null at a beginning
     */
    record Step(Boolean full, Listing.ListingPage page) {}

    private final SourceAccount account;
    private final Supplier<Provider> provider;
    private final ProviderCalls calls;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(NamedThreads.single("core-worker-list"));
    private volatile boolean closed;
    private volatile StorageSession session;
    private volatile Listing listing;
    private boolean changes; // used by the one thread alone

    Pages(SourceAccount account, Supplier<Provider> provider, ProviderCalls calls) {
        this.account = account;
        this.provider = provider;
        this.calls = calls;
    }

    void run(Runnable step) {
        thread.execute(step);
    }

    Step open(String cursor) throws InterruptedException {
        var kind = provider.get();
        session = calls.call(account.provider(), "opening " + account.location(), () -> {
            var opened = kind.provider().open(account, Credentials.NONE);
            if (closed && opened != null) {
                opened.close(); // nobody waits for it any more
            }
            return opened;
        });
        if (cursor != null && kind.capabilities().contains(SourceCapability.DELTA)) {
            try {
                listing = calls.call(account.provider(), listingWords(), () -> session.changes(cursor));
                changes = true;
                return new Step(false, null);
            } catch (SourceException expired) {
                if (!expired.code().equals(SourceException.CURSOR_EXPIRED)) {
                    throw expired;
                }
            }
        }
        return listAll();
    }

    private Step listAll() throws InterruptedException {
        changes = false;
        listing = calls.call(account.provider(), listingWords(), session::list);
        return new Step(true, null);
    }

    Step next() throws InterruptedException {
        try {
            var open = listing;
            return new Step(null, calls.call(account.provider(), listingWords(), open::next));
        } catch (SourceException expired) {
            if (!changes || !expired.code().equals(SourceException.CURSOR_EXPIRED)) {
                throw expired;
            }
            return listAll();
        }
    }

    private String listingWords() {
        return "listing " + account.location();
    }

    /** Stops at once; what is open is closed behind the caller's back, within the time limit of a call. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        thread.shutdownNow();
        var closer = NamedThreads.single("core-worker-list-close").newThread(this::closeOpened);
        closer.start();
    }

    private void closeOpened() {
        try {
            calls.call(account.provider(), "closing " + account.location(), () -> {
                closeBoth();
                return true;
            });
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.debug("{}", failed.getMessage());
        }
    }

    private void closeBoth() throws IOException {
        try {
            if (listing != null) {
                listing.close();
            }
        } finally {
            if (session != null) {
                session.close();
            }
        }
    }
}
