package org.musicplatform.core.metadata.tags.adts;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.ContainerReader;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;
import org.musicplatform.core.metadata.tags.fields.Draft;

/** A stream of ADTS frames: small files are counted frame by frame, others by their head, middle and tail. */
public final class AdtsReader implements ContainerReader {

    private static final int[] RATES = {
        96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350
    };
    private static final int HEADER = 7;
    private static final int FRAMES_IN_BLOCK = 1024;
    private static final long WALKED_LOCAL = 1 << 20;
    private static final long WALKED_REMOTE = 128 << 10;
    private static final int SAMPLE = 48 << 10;

    @Override
    public void read(ContentBytes bytes, long start, Draft draft) throws IOException {
        if (!isFrame(bytes, start)) {
            throw new MalformedException("The file holds no frame of AAC.");
        }
        int rate = RATES[bytes.u8(start + 2) >> 2 & 15];
        int channels = (bytes.u8(start + 2) & 1) << 2 | bytes.u8(start + 3) >> 6;
        draft.sound().container("ADTS").codec("AAC").sampleRate(rate).channels(channels == 7 ? 8 : channels);
        long size = bytes.size() - start;
        if (size <= (bytes.isLocal() ? WALKED_LOCAL : WALKED_REMOTE)) {
            long[] all = walk(bytes, start, bytes.size());
            draft.sound().duration(all[0] * FRAMES_IN_BLOCK, rate).bitrateOf(all[1]);
            return;
        }
        long blocks = 0;
        long counted = 0;
        for (long from : new long[] {start, start + size / 2, bytes.size() - SAMPLE}) {
            bytes.prefetch(from, SAMPLE);
            long first = sync(bytes, from, from + SAMPLE);
            long[] part = walk(bytes, first, Math.min(bytes.size(), from + SAMPLE));
            blocks += part[0];
            counted += part[1];
        }
        draft.sound().duration(Math.round((double) size / counted * blocks * FRAMES_IN_BLOCK), rate);
        draft.sound().estimated().bitrateOf(size);
    }

    private static boolean isFrame(ContentBytes bytes, long at) throws IOException {
        return bytes.has(at, HEADER)
                && (bytes.u16(at) & 0xfff6) == 0xfff0
                && (bytes.u8(at + 2) >> 2 & 15) < RATES.length
                && length(bytes, at) > HEADER;
    }

    private static int length(ContentBytes bytes, long at) throws IOException {
        return (bytes.u24(at + 3) & 0x3_ffff) >> 5;
    }

    private static long sync(ContentBytes bytes, long from, long end) throws IOException {
        for (long at = bytes.indexOf(0xff, from, end); at < end; at = bytes.indexOf(0xff, at + 1, end)) {
            if (isFrame(bytes, at) && isFrame(bytes, at + length(bytes, at))) {
                return at;
            }
        }
        return end;
    }

    /** Returns how many blocks of sound there are, and how many bytes they take. */
    private static long[] walk(ContentBytes bytes, long from, long end) throws IOException {
        long blocks = 0;
        long at = from;
        while (at + HEADER <= end) {
            if (bytes.present(at) < HEADER) {
                bytes.prefetch(at, end - at);
            }
            if (!isFrame(bytes, at)) {
                break;
            }
            blocks += (bytes.u8(at + 6) & 3) + 1;
            at += length(bytes, at);
        }
        return new long[] {blocks, Math.max(1, at - from)};
    }
}
