package org.musicplatform.platform.content;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageSession;

/** A session with all who use it at the moment. */
final class SharedSession {

    final SourceAccount account;
    final StorageProvider provider;
    final CompletableFuture<StorageSession> opened = new CompletableFuture<>();
    private final SharedSessions owner;

    int users; // guarded by the owner
    boolean retired; // guarded by the owner: no longer handed out, closed by its last user
    long idleSince; // guarded by the owner: when its last user released it, by the timer
    boolean watched; // guarded by the owner: the timer will look whether it is idle
    private volatile boolean gone;

    SharedSession(SharedSessions owner, SourceAccount account, StorageProvider provider) {
        this.owner = owner;
        this.account = account;
        this.provider = provider;
    }

    StorageSession session() {
        return opened.join();
    }

    /** Fails when the provider went away meanwhile. */
    void requirePresent() {
        if (gone) {
            throw new SourceException(
                    SourceException.UNAVAILABLE,
                    "The source provider '" + account.provider() + "' was stopped or replaced. Open the file again.");
        }
    }

    void markGone() {
        gone = true;
    }

    /** Calls the provider; a source that cannot be reached is opened anew by the next reader. */
    <T> T call(ProviderCalls.Call<T> call) throws IOException {
        requirePresent();
        try {
            return ProviderCalls.call(account.provider(), call);
        } catch (SourceException e) {
            requirePresent();
            if (SourceException.UNAVAILABLE.equals(e.code())) {
                owner.retire(this);
            }
            throw e;
        } catch (IOException e) {
            requirePresent();
            throw e;
        }
    }

    void release() {
        owner.release(this);
    }
}
