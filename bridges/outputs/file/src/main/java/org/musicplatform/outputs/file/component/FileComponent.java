package org.musicplatform.outputs.file.component;

import java.io.IOException;
import org.musicplatform.core.api.playback.spi.AudioOutput;
import org.musicplatform.core.api.playback.spi.PlaybackAdapter;
import org.musicplatform.core.api.playback.spi.PlaybackAdapterPlugin;
import org.musicplatform.outputs.file.FileAdapter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Registers the file output. */
@Component(property = "service.ranking:Integer=0")
@PlaybackAdapterPlugin(id = "file", automatic = false)
public final class FileComponent implements PlaybackAdapter {

    private final FileAdapter adapter = new FileAdapter();

    @Activate
    public FileComponent() {}

    @Override
    public AudioOutput open(String target) throws IOException {
        return adapter.open(target);
    }
}
