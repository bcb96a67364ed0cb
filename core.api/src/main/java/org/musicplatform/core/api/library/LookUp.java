package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * When something was last looked for somewhere, and when it is to be looked for there again.
 *
 * @param service where: the name of a service, or what stands for a file or folder; not null
 * @param found whether the library keeps something that is from there
 * @param asked when it was looked for, not null
 * @param again from when on it is to be looked for again, null for never
 * @param state what tells whether the same would be found again, as whoever looked for it named it; null when nothing does
 */
public record LookUp(String service, boolean found, Instant asked, Instant again, String state)
        implements Serializable {

    /** How many characters the name of a service may have. */
    public static final int MAX_SERVICE = 100;

    public LookUp {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(asked, "asked");
    }
}
