package org.musicplatform.sources.local.component;

import java.io.IOException;
import org.musicplatform.core.api.bridge.SettingsStore;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageProviderPlugin;
import org.musicplatform.core.api.source.spi.StorageSession;
import org.musicplatform.sources.local.LocalStorageProvider;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Offers the folders of this machine as sources. */
@Component(service = StorageProvider.class)
@StorageProviderPlugin(
        id = "local",
        capabilities = {
            SourceCapability.PATH_IDS,
            SourceCapability.ETAG_SURVIVES_MOVE,
            SourceCapability.RANGE_READS,
            SourceCapability.FOLDER_LISTING
        },
        watch = SourceTraits.Watching.RELIABLE,
        order = SourceTraits.ListingOrder.BY_FOLDER)
public final class LocalStorageComponent implements StorageProvider {

    private final LocalStorageProvider provider = new LocalStorageProvider(() -> this.settings);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SettingsStore settings;

    @Override
    public Location resolve(String location) throws IOException {
        return provider.resolve(location);
    }

    @Override
    public StorageSession open(SourceAccount account, Credentials credentials) throws IOException {
        return provider.open(account, credentials);
    }

    @Override
    public String prefixWithin(String outer, String inner) {
        return provider.prefixWithin(outer, inner);
    }
}
