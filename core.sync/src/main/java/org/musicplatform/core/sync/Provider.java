package org.musicplatform.core.sync;

import java.util.Objects;
import java.util.Set;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.spi.StorageProvider;

/**
 * A kind of source that is installed.
 *
 * @param id its id, not null
 * @param traits what it declares, not null
 * @param provider the plug-in itself, not null
 */
public record Provider(String id, SourceTraits traits, StorageProvider provider) {

    public Provider {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(traits, "traits");
        Objects.requireNonNull(provider, "provider");
    }

    /**
     * Creates a kind of source that declares nothing but what it can do.
     *
     * @param id as above
     * @param capabilities what it can do, not null
     * @param provider as above
     */
    public Provider(String id, Set<SourceCapability> capabilities, StorageProvider provider) {
        this(id, SourceTraits.NONE.withCapabilities(capabilities), provider);
    }
}
