package org.musicplatform.core.api.playback;

import java.io.Serializable;
import java.util.Objects;

/**
 * Where sound shall go.
 *
 * @param output id of an output, empty for the best that works here; not null
 * @param target what the output makes of it, such as a file or a device; empty for its default; not null
 */
public record OutputRequest(String output, String target) implements Serializable {

    /** The best output that works here. */
    public static final OutputRequest DEFAULT = new OutputRequest("", "");

    public OutputRequest {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(target, "target");
    }

    /**
     * Reads {@code output} or {@code output:target}, e.g. {@code file:/tmp/out.wav}.
     *
     * @param text not null
     * @return the request; only the first colon divides
     */
    public static OutputRequest parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new OutputRequest(text, "")
                : new OutputRequest(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return target.isEmpty() ? output : output + ":" + target;
    }
}
