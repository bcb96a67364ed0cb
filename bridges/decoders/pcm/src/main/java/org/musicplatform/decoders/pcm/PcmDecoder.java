package org.musicplatform.decoders.pcm;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.spi.AudioDecoder;
import org.musicplatform.core.api.source.ContentReader;

/** Turns the bytes of a {@link PcmLayout} into frames. */
final class PcmDecoder implements AudioDecoder {

    private static final int BUFFER_BYTES = 32 << 10;

    private final ContentReader content;
    private final PcmLayout layout;
    private final int frameBytes;
    private final long end;
    private final ByteBuffer buffer;
    private long position;

    PcmDecoder(ContentReader content, PcmLayout layout) {
        this.content = content;
        this.layout = layout;
        frameBytes = layout.frameBytes();
        end = layout.frames() >= 0 ? layout.frames() : (Long.MAX_VALUE - layout.offset()) / frameBytes;
        buffer = ByteBuffer.allocate(BUFFER_BYTES / frameBytes * frameBytes)
                .order(layout.order())
                .limit(0);
    }

    @Override
    public AudioFormat format() {
        return layout.format();
    }

    @Override
    public String codec() {
        return layout.codec();
    }

    @Override
    public long frames() {
        return layout.frames();
    }

    @Override
    public int decode(float[] target, int offset, int frames) throws IOException {
        if (!buffer.hasRemaining() && !fill()) {
            return -1;
        }
        int decoded = Math.min(frames, buffer.remaining() / frameBytes);
        layout.encoding()
                .decode(buffer, target, offset, decoded * layout.format().channels());
        position += decoded;
        return decoded;
    }

    private boolean fill() throws IOException {
        int frames = (int) Math.min(buffer.capacity() / frameBytes, end - position);
        if (frames == 0) {
            return false;
        }
        buffer.clear().limit(frames * frameBytes);
        int bytes = 0;
        try {
            bytes = content.readFully(layout.offset() + position * frameBytes, buffer);
        } finally {
            // nothing of a reading that failed may be taken for sound
            buffer.position(0).limit(bytes / frameBytes * frameBytes);
        }
        return buffer.hasRemaining();
    }

    @Override
    public void seek(long frame) {
        position = Math.min(frame, end);
        buffer.position(0).limit(0);
    }

    @Override
    public void close() {
        buffer.position(0).limit(0);
    }
}
