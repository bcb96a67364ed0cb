package org.musicplatform.core.api.bridge;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a person has set. Keys are lower case words joined by dots, e.g. {@code sync.max-file-size}. Thread-safe;
 * blocks.
 */
@ConsumerType
public interface SettingsStore {

    /**
     * Returns a text.
     *
     * @param key which, not null
     * @param otherwise what to return when it is not set, may be null
     * @return the text as it was set, or {@code otherwise}, also when the settings cannot be read: the core then goes
     *     on with its defaults
     */
    String get(String key, String otherwise);

    /**
     * Returns a whole number.
     *
     * @param key which, not null
     * @param otherwise what to return when it is not set
     * @return the number
     * @throws BridgeException with code {@code wrong-type} when something else is set
     */
    long get(String key, long otherwise);

    /**
     * Returns yes or no.
     *
     * @param key which, not null
     * @param otherwise what to return when it is not set
     * @return {@code true} or {@code false} as it was set
     * @throws BridgeException with code {@code wrong-type} when something else is set
     */
    boolean get(String key, boolean otherwise);

    /**
     * Sets, durably when it returns.
     *
     * @param key which, not null
     * @param value the value as text, numbers in decimal digits, or null to go back to the default
     * @throws BridgeException when the key is not allowed or it cannot be written; the old value then stays
     */
    void set(String key, String value);

    /**
     * Lists what is set.
     *
     * @return sorted keys
     * @throws BridgeException when it cannot be read
     */
    List<String> keys();
}
