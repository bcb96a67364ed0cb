package org.musicplatform.decoders.pcm;

import java.nio.ByteOrder;
import org.musicplatform.core.api.playback.AudioFormat;

/**
 * Where in a file the sound lies, and how it is written.
 *
 * @param codec its name, for people
 * @param format of its frames
 * @param encoding of a sample
 * @param order of the bytes in a sample
 * @param offset of the first byte
 * @param length in bytes, {@link #TO_THE_END} when only reading tells
 */
record PcmLayout(String codec, AudioFormat format, SampleEncoding encoding, ByteOrder order, long offset, long length) {

    static final long TO_THE_END = -1;

    /** How many bytes a frame takes. */
    int frameBytes() {
        return encoding.bytes() * format.channels();
    }

    /** How many frames there are, -1 when only reading tells. */
    long frames() {
        return length == TO_THE_END ? -1 : length / frameBytes();
    }
}
