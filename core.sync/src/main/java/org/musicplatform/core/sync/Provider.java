package org.musicplatform.core.sync;

import java.util.Objects;
import java.util.Set;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.spi.StorageProvider;

/**
 * A kind of source that is installed.
 *
 * @param id its id, not null
 * @param capabilities what it declares, not null
 * @param provider the plug-in itself, not null
 */
public record Provider(String id, Set<SourceCapability> capabilities, StorageProvider provider) {

    public Provider {
        Objects.requireNonNull(id, "id");
        capabilities = Set.copyOf(capabilities);
        Objects.requireNonNull(provider, "provider");
    }
}
