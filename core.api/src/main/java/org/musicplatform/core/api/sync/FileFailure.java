package org.musicplatform.core.api.sync;

import java.io.Serializable;
import java.util.Objects;

/**
 * A file or folder that could not be looked at.
 *
 * @param path what to show to people, not null
 * @param code stable code in lower case with hyphens, not null
 * @param reason why, one sentence, not null
 */
public record FileFailure(String path, String code, String reason) implements Serializable {

    public FileFailure {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
    }
}
