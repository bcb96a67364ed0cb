package org.musicplatform.core.metadata.tags.mpeg;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Sound;

/**
 * What encoders keep in a first frame of silence: Xing's or LAME's header (gabriel.mp3-tech.org/mp3infotag.html), or
 * Fraunhofer's VBRI.
 *
 * @param frames frames of sound, or 0
 * @param bytes from the first frame to the end of the sound, or 0
 * @param delay frames of sound before the music, or -1
 * @param padding frames of sound after the music, or -1
 */
record EncoderInfo(long frames, long bytes, int delay, int padding) {

    private static final int HAS_FRAMES = 1;
    private static final int HAS_BYTES = 2;
    private static final int HAS_TOC = 4;
    private static final int HAS_QUALITY = 8;

    /** Reads it from the first frame; null when that is a frame of sound. */
    static EncoderInfo read(ContentBytes bytes, long frame, int header) throws IOException {
        long xing = frame + 4 + FrameHeader.sideInformation(header);
        if (bytes.matches(xing, "Xing") || bytes.matches(xing, "Info")) {
            return xing(bytes, xing);
        }
        long vbri = frame + 4 + 32;
        if (bytes.matches(vbri, "VBRI") && bytes.has(vbri, 26)) {
            return new EncoderInfo(bytes.u32(vbri + 14), bytes.u32(vbri + 10), -1, -1);
        }
        return null;
    }

    private static EncoderInfo xing(ContentBytes bytes, long xing) throws IOException {
        int flags = bytes.i32(xing + 4);
        long at = xing + 8;
        long frames = 0;
        long size = 0;
        if ((flags & HAS_FRAMES) != 0) {
            frames = bytes.u32(at);
            at += 4;
        }
        if ((flags & HAS_BYTES) != 0) {
            size = bytes.u32(at);
            at += 4;
        }
        at += (flags & HAS_TOC) != 0 ? 100 : 0;
        at += (flags & HAS_QUALITY) != 0 ? 4 : 0;
        // others leave these bytes as they were
        boolean told = bytes.matches(at, "LAME") || bytes.matches(at, "Lavf") || bytes.matches(at, "Lavc");
        if (!told || !bytes.has(at, 24)) {
            return new EncoderInfo(frames, size, -1, -1);
        }
        int both = bytes.u24(at + 21);
        return new EncoderInfo(frames, size, both >> 12, both & 0xfff);
    }

    /** Tells what follows from it. */
    void describe(Sound sound, int header, long present) {
        long samples = frames * FrameHeader.samples(header);
        long trimmed = delay < 0 ? samples : samples - delay - padding;
        sound.duration(trimmed > 0 ? trimmed : samples, FrameHeader.sampleRate(header));
        if (delay >= 0) {
            sound.delay(delay).padding(padding);
        }
        sound.bitrateOf(bytes > 0 ? bytes : present);
    }
}
