package org.musicplatform.core.metadata.tags.flac;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Draft;

/** The block that says what a FLAC stream holds (RFC 9639, 8.2). */
public final class StreamInfo {

    private StreamInfo() {}

    /** Reads the block whose body begins at a position. */
    public static void read(ContentBytes bytes, long from, Draft draft) throws IOException {
        long packed = bytes.i64(from + 10);
        long rate = packed >>> 44;
        long frames = packed & 0xf_ffff_ffffL;
        var sound = draft.sound();
        sound.codec("FLAC").sampleRate(rate).channels((packed >>> 41 & 7) + 1).bits((packed >>> 36 & 31) + 1);
        if (frames > 0) {
            sound.duration(frames, rate);
        }
    }
}
