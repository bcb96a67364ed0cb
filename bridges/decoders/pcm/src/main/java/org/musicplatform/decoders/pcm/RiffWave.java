package org.musicplatform.decoders.pcm;

import static org.musicplatform.core.api.playback.PlaybackException.CORRUPT;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.source.ContentReader;

/** The WAVE container: RIFF, and RF64 and BW64 for what is longer than 4 GB. */
final class RiffWave {

    private static final Set<String> FORMS = Set.of("RIFF", "RF64", "BW64");

    private static final int SMALLEST_FORMAT = 16;
    private static final int SIZES = 24;

    private final Chunks chunks;
    private WaveFormat format;
    private long longSize = PcmLayout.TO_THE_END;

    private RiffWave(ContentReader content) {
        chunks = new Chunks(content, ByteOrder.LITTLE_ENDIAN);
    }

    /** Tells whether a file that begins so is one. */
    static boolean begins(String form, String type) {
        return FORMS.contains(form) && type.equals("WAVE");
    }

    /** Finds the sound. */
    static PcmLayout read(ContentReader content) throws IOException {
        return new RiffWave(content).find();
    }

    private PcmLayout find() throws IOException {
        long offset = -1;
        long length = 0;
        while ((format == null || offset < 0) && chunks.next()) {
            switch (chunks.id()) {
                case "ds64" -> {
                    ByteBuffer sizes = chunks.body(SIZES);
                    longSize = sizes.getLong(8);
                }
                case "fmt " -> format = WaveFormat.read(chunks.body(SMALLEST_FORMAT));
                case "data" -> {
                    offset = chunks.start();
                    length = dataLength();
                }
                default -> {}
            }
        }
        if (format == null || offset < 0) {
            throw new PlaybackException(
                    CORRUPT, "The file ends before the part \"" + (format == null ? "fmt " : "data") + "\" comes.");
        }
        return format.shape().at(offset, length);
    }

    /** Programs that write into a pipe leave 0 or the largest number where the length belongs. */
    private long dataLength() throws IOException {
        long claimed = chunks.size();
        if (claimed == Chunks.UNKNOWN && longSize > 0) {
            chunks.resize(Math.min(longSize, Long.MAX_VALUE / 2));
            claimed = chunks.size();
        } else if (claimed == Chunks.UNKNOWN || claimed == 0) {
            claimed = PcmLayout.TO_THE_END;
        }
        return chunks.available(chunks.start(), claimed);
    }
}
