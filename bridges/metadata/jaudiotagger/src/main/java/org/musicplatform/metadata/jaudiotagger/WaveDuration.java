package org.musicplatform.metadata.jaudiotagger;

import java.io.IOException;
import java.time.Duration;
import org.musicplatform.core.api.source.ContentReader;

/** Playing time of uncompressed sound from its bytes: the library believes the fact chunk, which is often wrong. */
final class WaveDuration {

    private static final int PARTS_AT_MOST = 1000;

    private WaveDuration() {}

    /** Returns null when the chunks do not tell. */
    static Duration of(ContentReader content, long size) throws IOException {
        var file = new Span(content, 0, size);
        long bytesASecond = 0;
        long at = 12;
        for (int parts = 0; parts < PARTS_AT_MOST && file.holds(at, 8); parts++) {
            long length = Math.min(file.little(at + 4), size - at - 8);
            switch (file.name(at)) {
                case "fmt " -> bytesASecond = length < 16 || !plain(file.byteAt(at + 8)) ? 0 : file.little(at + 16);
                case "data" -> {
                    return bytesASecond == 0 ? null : Duration.ofMillis(Math.round(length * 1000.0 / bytesASecond));
                }
                default -> {
                    // says nothing of time
                }
            }
            at += 8 + length + (length & 1);
        }
        return null;
    }

    /** Integers, floating point, or either of them with a channel mask, by the low byte of the format. */
    private static boolean plain(int format) {
        return format == 1 || format == 3 || format == 0xfe;
    }
}
