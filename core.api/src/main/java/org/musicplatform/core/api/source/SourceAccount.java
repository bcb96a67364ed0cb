package org.musicplatform.core.api.source;

import java.io.Serializable;
import java.util.Objects;

/**
 * A place that is indexed: a folder, a drive of an account, a server.
 *
 * @param id its id in the library, not null
 * @param provider id of the {@link org.musicplatform.core.api.source.spi.StorageProvider} that opens it, e.g. {@code local}, not null
 * @param location where it is, in the provider's own canonical form (for {@code local} an absolute path), not null
 * @param name what to show to people, not null
 */
public record SourceAccount(SourceId id, String provider, String location, String name) implements Serializable {

    public SourceAccount {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(name, "name");
    }
}
