package org.musicplatform.platform.content.component;

import java.io.IOException;
import java.time.Duration;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.Purpose;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageProviderPlugin;
import org.musicplatform.core.support.RankedServices;
import org.musicplatform.platform.content.ContentEngine;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Opens files with the providers that are present. */
@Component(service = ContentService.class)
public final class ContentComponent implements ContentService {

    private final RankedServices<ServiceReference<StorageProvider>, StorageProvider> providers = new RankedServices<>();
    private final ContentEngine engine = new ContentEngine(this::find, Duration.ofSeconds(30));

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            updated = "bindProvider",
            unbind = "unbindProvider")
    void bindProvider(ServiceReference<StorageProvider> reference, StorageProvider provider) {
        providers.put(reference, provider);
    }

    void unbindProvider(ServiceReference<StorageProvider> reference, StorageProvider provider) {
        providers.remove(reference);
        engine.gone(provider);
    }

    private StorageProvider find(String id) {
        for (var ranked : providers.all()) {
            if (id.equals(ranked.reference().getProperty(StorageProviderPlugin.ID))) {
                return ranked.service();
            }
        }
        return null;
    }

    @Override
    public ContentReader open(FileRef file, Purpose purpose) throws IOException {
        return engine.open(file, purpose);
    }

    @Deactivate
    void close() {
        engine.close();
    }
}
