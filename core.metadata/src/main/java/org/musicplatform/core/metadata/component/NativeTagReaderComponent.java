package org.musicplatform.core.metadata.component;

import java.io.IOException;
import org.musicplatform.core.api.bridge.SettingsStore;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.spi.TagReader;
import org.musicplatform.core.api.metadata.spi.TagReaderPlugin;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.metadata.tags.NativeTagReader;
import org.musicplatform.core.metadata.text.LegacyCharsetSetting;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The reader that is always there, behind those of plug-ins. */
@Component(service = TagReader.class, property = "service.ranking:Integer=-50")
@TagReaderPlugin(
        id = NativeTagReader.ID,
        extensions = {
            "mp3", "mp2", "mp1", "mpga", "aac", "flac", "fla", "ogg", "oga", "ogx", "opus", "spx", "m4a", "m4b", "m4p",
            "m4r", "mp4", "3gp", "3g2", "alac", "wav", "wave", "rf64", "bw64", "bwf", "aif", "aiff", "aifc", "wma",
            "asf", "dsf", "dff", "ape", "wv", "mpc", "mp+", "mpp", "tta"
        })
public final class NativeTagReaderComponent implements TagReader {

    private final NativeTagReader reader = new NativeTagReader(new LegacyCharsetSetting(() -> this.settings));

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SettingsStore settings;

    @Override
    public TagReading read(ContentReader content, String name) throws IOException {
        return reader.read(content, name);
    }

    @Override
    public byte[] readPicture(ContentReader content, String name, int index) throws IOException {
        return reader.readPicture(content, name, index);
    }
}
