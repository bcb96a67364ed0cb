package org.musicplatform.core.api.bridge;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Small durable state of the core itself: job history, cool-downs, the play queue. Each key holds one value, at most
 * 1 MiB. Thread-safe; blocks.
 */
@ConsumerType
public interface StateStore {

    /** The greatest value, in bytes. */
    int MAX_VALUE = 1 << 20;

    /**
     * Returns a value.
     *
     * @param key which, lower case words joined by dots, not null
     * @return its bytes, or null when there is none
     * @throws BridgeException when it cannot be read
     */
    byte[] get(String key);

    /**
     * Stores a value, durably and in one step.
     *
     * @param key which, lower case words joined by dots, not null
     * @param value its bytes, or null to remove it
     * @throws BridgeException when the key is not allowed, the value too great, or it cannot be written; the old value
     *     then stays
     */
    void put(String key, byte[] value);

    /**
     * Lists what is stored.
     *
     * @return sorted keys
     * @throws BridgeException when it cannot be read
     */
    List<String> keys();
}
