package org.musicplatform.core.metadata.component;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.bridge.SettingsStore;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.metadata.PictureFile;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.TagRun;
import org.musicplatform.core.api.metadata.Workload;
import org.musicplatform.core.api.metadata.spi.TagReader;
import org.musicplatform.core.api.metadata.spi.TagReaderPlugin;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.metadata.MetadataEngine;
import org.musicplatform.core.metadata.Reader;
import org.musicplatform.core.metadata.text.LegacyCharsetSetting;
import org.musicplatform.core.support.RankedServices;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Registers tag reading and binds the readers. */
@Component(service = MetadataService.class)
public final class MetadataComponent implements MetadataService {

    private final RankedServices<ServiceReference<TagReader>, Reader> readers = new RankedServices<>();
    private final MetadataEngine engine;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SettingsStore settings;

    @Activate
    public MetadataComponent(@Reference ContentService content) {
        this.engine = new MetadataEngine(
                content,
                () -> readers.all().stream().map(RankedServices.Ranked::service).toList(),
                new LegacyCharsetSetting(() -> this.settings));
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            updated = "addReader")
    void addReader(ServiceReference<TagReader> reference, TagReader reader) {
        String id = String.valueOf(reference.getProperty(TagReaderPlugin.ID));
        readers.put(reference, new Reader(id, strings(reference.getProperty(TagReaderPlugin.EXTENSIONS)), reader));
    }

    void removeReader(ServiceReference<TagReader> reference) {
        readers.remove(reference);
    }

    private static List<String> strings(Object property) {
        if (property instanceof String[] several) {
            return Arrays.asList(several);
        }
        return property == null ? List.of() : List.of(property.toString());
    }

    @Override
    public CompletableFuture<TagReading> readTags(FileRef file, List<FileRef> sheets) {
        return engine.readTags(file, sheets);
    }

    @Override
    public CompletableFuture<Void> readTags(TagRun run) {
        return engine.readTags(run);
    }

    @Override
    public CompletableFuture<Lyrics> readLyrics(FileRef text) {
        return engine.readLyrics(text);
    }

    @Override
    public Lyrics parseLyrics(byte[] text, String origin) {
        return engine.parseLyrics(text, origin);
    }

    @Override
    public CompletableFuture<PictureFile> readPictureFile(FileRef picture) {
        return engine.readPictureFile(picture);
    }

    @Override
    public CompletableFuture<byte[]> readPicture(FileRef file, int index) {
        return engine.readPicture(file, index);
    }

    @Override
    public CompletableFuture<String> hash(FileRef file, String kind) {
        return engine.hash(file, kind);
    }

    @Override
    public List<String> extensions() {
        return engine.extensions();
    }

    @Override
    public int concurrency(Workload load) {
        return engine.concurrency(load);
    }

    @Deactivate
    void deactivate() {
        engine.close();
    }
}
