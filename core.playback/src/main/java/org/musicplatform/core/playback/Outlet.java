package org.musicplatform.core.playback;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.playback.OutputRequest;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.playback.spi.AudioOutput;
import org.musicplatform.core.support.PluginGuard;

/** The output that a player was opened on. It is opened anew for each time that playing begins. */
final class Outlet {

    private final Output output;
    private final String target;
    private final Supplier<List<Output>> outputs;
    private final PluginGuard guard;
    private AudioOutput ready; // the one opened to see whether it works; guarded by this

    private Outlet(Output output, String target, Supplier<List<Output>> outputs, PluginGuard guard) {
        this.output = output;
        this.target = target;
        this.outputs = outputs;
        this.guard = guard;
    }

    /**
     * Finds the output that is asked for, and sees whether it works.
     *
     * @throws PlaybackException with code {@code output-unavailable} when it does not
     */
    static Outlet find(OutputRequest request, Supplier<List<Output>> outputs, PluginGuard guard)
            throws IOException, InterruptedException {
        var there = outputs.get();
        PlaybackException refusal = unavailable(
                request.output().isEmpty()
                        ? "No output for sound is installed."
                        : "There is no output '" + request.output() + "'. Installed: "
                                + String.join(
                                        ", ", there.stream().map(Output::id).toList()) + ".",
                null);
        for (Output candidate : there) {
            boolean wanted = request.output().isEmpty()
                    ? candidate.automatic()
                    : candidate.id().equals(request.output());
            if (wanted) {
                try {
                    var outlet = new Outlet(candidate, request.target(), outputs, guard);
                    outlet.check();
                    return outlet;
                } catch (CoreException | IOException e) {
                    refusal = e instanceof PlaybackException told ? told : unavailable(e.getMessage(), e);
                    if (!request.output().isEmpty()) {
                        break;
                    }
                }
            }
        }
        throw refusal;
    }

    String id() {
        return output.id();
    }

    /** Tells whether the plug-in is still installed. */
    boolean isThere() {
        return outputs.get().contains(output);
    }

    AudioOutput open() throws IOException, InterruptedException {
        synchronized (this) {
            if (ready != null) {
                var first = ready;
                ready = null;
                return first;
            }
        }
        return openAnew();
    }

    private void check() throws IOException, InterruptedException {
        String reason = call(() -> output.adapter().unavailable());
        if (!reason.isEmpty()) {
            throw unavailable(reason, null);
        }
        var opened = openAnew();
        synchronized (this) {
            ready = opened;
        }
    }

    /** Closes what was opened and never used. */
    void close() throws IOException {
        AudioOutput unused;
        synchronized (this) {
            unused = ready;
            ready = null;
        }
        if (unused != null) {
            unused.close();
        }
    }

    private AudioOutput openAnew() throws IOException, InterruptedException {
        return call(() -> output.adapter().open(target));
    }

    private <T> T call(java.util.concurrent.Callable<T> plugin) throws IOException, InterruptedException {
        try {
            T result = guard.call(plugin);
            if (result == null) {
                throw unavailable("The output " + id() + " failed: it gave nothing.", null);
            }
            return result;
        } catch (PluginGuard.TimedOutException e) {
            throw unavailable("The output " + id() + " " + e.getMessage() + ".", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CoreException told) {
                throw told;
            }
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw unavailable("The output " + id() + " failed: " + e.getCause(), e);
        }
    }

    private static PlaybackException unavailable(String message, Throwable cause) {
        return new PlaybackException(PlaybackException.OUTPUT_UNAVAILABLE, message, cause);
    }
}
