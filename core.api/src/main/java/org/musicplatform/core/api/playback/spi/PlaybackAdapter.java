package org.musicplatform.core.api.playback.spi;

import java.io.IOException;
import org.musicplatform.core.api.playback.PlaybackException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Brings sound out: to a device, a file, a network. Thread-safe.
 *
 * <pre>{@code
 * @Component
 * @PlaybackAdapterPlugin(id = "example")
 * public final class ExampleAdapter implements PlaybackAdapter { ... }
 * }</pre>
 */
@ConsumerType
public interface PlaybackAdapter {

    /**
     * Tells whether it works here, without holding on to anything.
     *
     * @return empty when it does, otherwise why not, for people; not null
     */
    default String unavailable() {
        return "";
    }

    /**
     * Opens a way out for one player.
     *
     * @param target a device, a file: what the output makes of it, empty for its default; not null
     * @return a way out, not null
     * @throws PlaybackException with code {@code output-unavailable} when the target cannot be used
     * @throws IOException when opening it fails
     */
    AudioOutput open(String target) throws IOException;
}
