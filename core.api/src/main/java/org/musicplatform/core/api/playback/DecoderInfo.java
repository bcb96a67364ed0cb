package org.musicplatform.core.api.playback;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * A decoder that is installed.
 *
 * @param id its id, not null
 * @param extensions file name extensions it is asked for, lower case, not null
 */
public record DecoderInfo(String id, List<String> extensions) implements Serializable {

    public DecoderInfo {
        Objects.requireNonNull(id, "id");
        extensions = List.copyOf(extensions);
    }
}
