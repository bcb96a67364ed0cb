package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * When a service was last asked for something, and when it is to be asked again.
 *
 * @param service which, not null
 * @param found whether the library keeps something that is from it
 * @param asked when it was asked, not null
 * @param again from when on it is to be asked again, null for never
 */
public record LookUp(String service, boolean found, Instant asked, Instant again) implements Serializable {

    /** How many characters the name of a service may have. */
    public static final int MAX_SERVICE = 100;

    public LookUp {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(asked, "asked");
    }
}
