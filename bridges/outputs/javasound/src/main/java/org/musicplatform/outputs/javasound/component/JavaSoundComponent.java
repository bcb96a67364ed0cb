package org.musicplatform.outputs.javasound.component;

import java.io.IOException;
import org.musicplatform.core.api.playback.spi.AudioOutput;
import org.musicplatform.core.api.playback.spi.PlaybackAdapter;
import org.musicplatform.core.api.playback.spi.PlaybackAdapterPlugin;
import org.musicplatform.outputs.javasound.JavaSoundAdapter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Registers the output. */
@Component
@PlaybackAdapterPlugin(id = "javasound")
public final class JavaSoundComponent implements PlaybackAdapter {

    private final JavaSoundAdapter adapter = new JavaSoundAdapter();

    @Activate
    public JavaSoundComponent() {}

    @Override
    public String unavailable() {
        return adapter.unavailable();
    }

    @Override
    public AudioOutput open(String target) throws IOException {
        return adapter.open(target);
    }
}
