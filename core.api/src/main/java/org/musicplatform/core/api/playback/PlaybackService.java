package org.musicplatform.core.api.playback;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/** Opens players. Thread-safe; every method but the future returns at once. */
@ProviderType
public interface PlaybackService {

    /**
     * Opens a player with an empty queue.
     *
     * @param output where its sound shall go, not null
     * @return a player that the caller closes; fails with {@link PlaybackException} when the output does not work.
     *     With {@link OutputRequest#DEFAULT} an output that makes no sound is used rather than none
     */
    CompletableFuture<Player> open(OutputRequest output);

    /**
     * Lists the open players.
     *
     * @return the one opened last comes first; never null
     */
    List<Player> players();

    /**
     * Lists the outputs that are installed.
     *
     * @return the one preferred comes first; never null
     */
    List<OutputInfo> outputs();

    /**
     * Lists the decoders that are installed.
     *
     * @return the one asked first comes first; never null
     */
    List<DecoderInfo> decoders();
}
