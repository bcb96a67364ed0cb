package org.musicplatform.core.sync.listing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.LocalStorageSession;
import org.musicplatform.core.api.source.spi.StorageSession;
import org.musicplatform.core.support.NamedThreads;
import org.musicplatform.core.sync.Provider;
import org.musicplatform.core.sync.source.ProviderCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listing of one source, step by step, on a thread of its own. */
public final class SourceListing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SourceListing.class);

    /** A step of the listing. */
    public interface Step {}

    /**
     * The listing begins, also anew, when a cursor turned out to be expired.
     *
     * @param kind what is going to be listed
     * @param traits what can be relied on with this source
     * @param local whether it lies on this machine
     */
    public record Begun(IntakeKind kind, SourceTraits traits, boolean local) implements Step {}

    /**
     * Some items.
     *
     * @param ended the end when nothing follows, else null
     */
    public record Items(List<SourceItem> items, Ended ended) implements Step {}

    /** A folder has another place. */
    public record Moved(String fromId, String toId) implements Step {}

    /** A folder was listed by itself, or is gone; as {@code Intake.folderListed}. */
    public record FolderEnd(String folderId, boolean below, List<String> folders) implements Step {}

    /**
     * Everything was listed.
     *
     * @param end how it ended
     * @param identity what tells this place from others, or null
     */
    public record Ended(Listing.End end, String identity) implements Step {}

    private final SourceAccount account;
    private final Look look;
    private final Supplier<Provider> provider;
    private final ProviderCalls calls;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(NamedThreads.single("core-worker-list"));
    private final Object gate = new Object();
    private volatile boolean closed; // written under gate
    private volatile StorageSession session; // written under gate
    private volatile Listing listing;

    // used by the one thread alone
    private boolean changes;
    private Folders folders;
    private SourceTraits traits;
    private String cursor;

    public SourceListing(SourceAccount account, Look look, Supplier<Provider> provider, ProviderCalls calls) {
        this.account = account;
        this.look = look;
        this.provider = provider;
        this.calls = calls;
    }

    /** Runs a step on the thread of the listing; none is run after the end. */
    public void run(Runnable step) {
        try {
            thread.execute(step);
        } catch (RejectedExecutionException closing) {
            LOG.debug("The listing of {} is closed", account.name());
        }
    }

    /** Begins; from the cursor when there is one and the source can. */
    public Step open(String from) throws InterruptedException {
        cursor = from;
        var kind = provider.get();
        call("opening " + account.location(), () -> keep(kind.provider().open(account, Credentials.NONE)));
        traits = call("asking " + account.location() + " what it can do", () -> session.traits(kind.traits()))
                .within(kind.traits());
        boolean delta = from != null && traits.can(SourceCapability.DELTA);
        folders = Folders.of(look, session, traits, delta, this::guarded);
        return folders == null ? listWide(from) : begun(IntakeKind.FOLDERS);
    }

    /** Keeps what was opened so that it is closed; at once when nobody waits for it any more. */
    private StorageSession keep(StorageSession opened) throws IOException {
        synchronized (gate) {
            if (!closed) {
                session = opened;
                return opened;
            }
        }
        if (opened != null) {
            opened.close();
        }
        return opened;
    }

    private Step listWide(String from) throws InterruptedException {
        if (from != null && traits.can(SourceCapability.DELTA)) {
            try {
                listing = call(listingWords(), () -> session.changes(from));
                changes = true;
                return begun(IntakeKind.CHANGES);
            } catch (SourceException expired) {
                if (!expired.code().equals(SourceException.CURSOR_EXPIRED)) {
                    throw expired;
                }
            }
        }
        return listAll();
    }

    private Step begun(IntakeKind kind) {
        return new Begun(kind, traits, session instanceof LocalStorageSession);
    }

    private Step listAll() throws InterruptedException {
        changes = false;
        listing = call(listingWords(), session::list);
        return begun(IntakeKind.FULL);
    }

    /** Takes steps, on any thread, one after the other. */
    public interface Taker {
        /** Returns whether to go on. */
        boolean take(Step step);
    }

    /** Goes on for as long as the taker wants more. Not called again after the end. */
    public void next(Taker taker) throws InterruptedException {
        if (folders != null) {
            taker.take(nextOfFolders());
            return;
        }
        var last = new AtomicReference<Listing.ListingPage>();
        try {
            var open = listing;
            calls.calls(account.provider(), listingWords(), open::next, page -> {
                if (page.end() != null) {
                    last.set(page);
                    return false;
                }
                return taker.take(new Items(page.items(), null));
            });
        } catch (SourceException expired) {
            if (!changes || !expired.code().equals(SourceException.CURSOR_EXPIRED)) {
                throw expired;
            }
            taker.take(listAll());
            return;
        }
        var page = last.get();
        if (page != null) {
            taker.take(new Items(page.items(), ended(page.end())));
        }
    }

    private Step nextOfFolders() throws InterruptedException {
        var step = folders.next();
        if (step != null) {
            return step;
        }
        if (folders.unknown()) {
            folders = null;
            return listWide(cursor);
        }
        return ended(new Listing.End(null, folders.skipped()));
    }

    private Ended ended(Listing.End end) throws InterruptedException {
        var identity = new ArrayList<String>(1);
        call("telling " + account.location() + " from other places", () -> identity.add(session.identity()));
        return new Ended(end, identity.get(0));
    }

    private String listingWords() {
        return "listing " + account.location();
    }

    private <T> T guarded(ProviderCalls.Call<T> call) throws InterruptedException {
        return call(listingWords(), call);
    }

    private <T> T call(String words, ProviderCalls.Call<T> call) throws InterruptedException {
        return calls.call(account.provider(), words, call);
    }

    /** Stops at once; what is open is closed behind the caller's back, within the time limit of a call. */
    @Override
    public void close() {
        synchronized (gate) {
            if (closed) {
                return;
            }
            closed = true;
        }
        thread.shutdownNow();
        var closer = NamedThreads.single("core-worker-list-close").newThread(this::closeOpened);
        closer.start();
    }

    private void closeOpened() {
        try {
            call("closing " + account.location(), () -> {
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
            if (folders != null) {
                folders.close();
            }
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
