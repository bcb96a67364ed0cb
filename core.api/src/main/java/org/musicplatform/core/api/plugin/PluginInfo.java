package org.musicplatform.core.api.plugin;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * A jar in the folder of plug-ins.
 *
 * @param name symbolic name of the bundle, or the file's name when it has none; not null
 * @param version version of the bundle, empty when it has none; not null
 * @param file name of the jar, not null
 * @param state how it is, not null
 * @param reason why it was refused, empty otherwise, not null
 * @param since when it got into this state, not null
 */
public record PluginInfo(String name, String version, String file, State state, String reason, Instant since)
        implements Serializable {

    /** How a plug-in is. */
    public enum State {
        /** It runs. */
        ACTIVE,
        /** It could not be taken in; nothing of it runs. */
        REFUSED,
        /** It was taken out. */
        REMOVED
    }

    public PluginInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(since, "since");
    }
}
