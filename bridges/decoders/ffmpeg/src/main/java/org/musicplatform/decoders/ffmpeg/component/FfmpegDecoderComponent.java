package org.musicplatform.decoders.ffmpeg.component;

import java.io.IOException;
import java.nio.file.Path;
import org.musicplatform.core.api.playback.spi.AudioDecoder;
import org.musicplatform.core.api.playback.spi.AudioDecoderFactory;
import org.musicplatform.core.api.playback.spi.AudioDecoderPlugin;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.decoders.ffmpeg.FfmpegDecoderFactory;
import org.musicplatform.decoders.ffmpeg.NativeCache;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Offers to decode what FFmpeg can. */
@Component(service = AudioDecoderFactory.class)
@AudioDecoderPlugin(
        id = "ffmpeg",
        extensions = {
            "mp3", "mp2", "mp1", "mpga", "flac", "ogg", "oga", "opus", "spx", "m4a", "m4b", "m4r", "mp4", "mov", "3gp",
            "aac", "adts", "wma", "asf", "wv", "ape", "mpc", "mp+", "mpp", "tta", "tak", "shn", "dsf", "dff", "wav",
            "wave", "w64", "rf64", "aif", "aiff", "aifc", "au", "snd", "caf", "mka", "mkv", "webm", "weba", "ac3",
                    "eac3",
            "ec3", "ac4", "dts", "dtshd", "mlp", "thd", "amr", "awb", "oma", "ra", "rm", "voc", "gsm", "qoa", "osq",
            "bonk", "vqf", "ts", "mpg", "flv", "avi"
        })
public final class FfmpegDecoderComponent implements AudioDecoderFactory {

    /** Set by the launcher, and by a host that wants everything of ours in one place. */
    private static final String HOME = "org.musicplatform.home";

    private final FfmpegDecoderFactory decoders;

    @Activate
    public FfmpegDecoderComponent(BundleContext context) {
        String home = context.getProperty(HOME);
        Path own = context.getDataFile("").toPath();
        var cache = new NativeCache(home == null ? own : Path.of(home, "cache", "native"));
        decoders = new FfmpegDecoderFactory(cache::use);
    }

    @Deactivate
    void deactivate() {
        decoders.close();
    }

    @Override
    public AudioDecoder open(ContentReader content, String name) throws IOException {
        return decoders.open(content, name);
    }
}
