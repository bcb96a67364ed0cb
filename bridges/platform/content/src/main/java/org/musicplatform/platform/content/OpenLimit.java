package org.musicplatform.platform.content;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.support.PluginGuard;

/** Opens with a time limit: a source that hangs is not there. What opens too late is closed again. Thread-safe. */
final class OpenLimit implements AutoCloseable {

    private final PluginGuard guard;

    OpenLimit(Duration limit) {
        this.guard = new PluginGuard("content-open", limit);
    }

    /**
     * Opens something.
     *
     * @param account the source it belongs to
     * @param call opens it
     * @param discard closes what nobody waits for any more
     */
    <T> T open(SourceAccount account, ProviderCalls.Call<T> call, Consumer<T> discard) throws IOException {
        var handed = new CompletableFuture<T>();
        try {
            guard.call(() -> {
                T opened = call.run();
                if (!handed.complete(opened)) {
                    discard.accept(opened);
                }
                return null;
            });
        } catch (PluginGuard.TimedOutException late) {
            if (handed.cancel(false)) {
                throw new SourceException(
                        SourceException.UNAVAILABLE,
                        account.name() + " " + late.getMessage()
                                + ". Check that it is connected and can be reached, then try again.",
                        late);
            }
        } catch (InterruptedException stopped) {
            if (!handed.cancel(false)) {
                discard.accept(handed.join());
            }
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while opening " + account.name());
        } catch (ExecutionException failed) {
            throw Failures.rethrow(failed.getCause());
        } catch (RejectedExecutionException closing) {
            throw new SourceException(SourceException.UNAVAILABLE, "Reading files is shut down.", closing);
        }
        return handed.join();
    }

    /** Interrupts what is being opened. */
    @Override
    public void close() {
        guard.close();
    }
}
