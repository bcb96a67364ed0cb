package org.musicplatform.core.api.playback;

import java.io.Serializable;
import java.util.Objects;

/**
 * An output that is installed.
 *
 * @param id its id, not null
 * @param unavailable why it cannot be used now, empty when it can; not null
 */
public record OutputInfo(String id, String unavailable) implements Serializable {

    public OutputInfo {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(unavailable, "unavailable");
    }
}
