package org.musicplatform.outputs.file.component;

import java.io.IOException;
import org.musicplatform.core.api.playback.spi.AudioOutput;
import org.musicplatform.core.api.playback.spi.PlaybackAdapter;
import org.musicplatform.core.api.playback.spi.PlaybackAdapterPlugin;
import org.musicplatform.outputs.file.NullAdapter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Registers the null output. */
@Component(property = "service.ranking:Integer=-1000")
@PlaybackAdapterPlugin(id = "null")
public final class NullComponent implements PlaybackAdapter {

    private final NullAdapter adapter = new NullAdapter();

    @Activate
    public NullComponent() {}

    @Override
    public AudioOutput open(String target) throws IOException {
        return adapter.open(target);
    }
}
