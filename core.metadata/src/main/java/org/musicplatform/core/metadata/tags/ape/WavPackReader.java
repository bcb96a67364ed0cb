package org.musicplatform.core.metadata.tags.ape;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.ContainerReader;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;
import org.musicplatform.core.metadata.tags.fields.Draft;

/** WavPack 4 and 5 (wavpack.com, file format 5.0): the blocks of the first frame tell all but an unknown length. */
public final class WavPackReader implements ContainerReader {

    private static final int[] RATES = {
        6000, 8000, 9600, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000, 64000, 88200, 96000, 192000
    };
    private static final int HEADER = 32;
    private static final int MONO = 4;
    private static final int LAST_BLOCK = 0x1000;
    private static final long DSD = 1L << 31;
    private static final int CUSTOM_RATE = 0x27;
    private static final int DSD_SOUND = 0x0e;
    private static final int MOST_BLOCKS = 64;
    private static final long UNKNOWN = 0xffff_ffffL;
    private static final int TAIL = 64 << 10;

    @Override
    public void read(ContentBytes bytes, long start, Draft draft) throws IOException {
        draft.sound().container("WavPack").codec("WavPack");
        long flags = bytes.u32le(start + 24);
        long frames = bytes.u32le(start + 12);
        long rate = rate(bytes, start, flags);
        if (rate == 0) {
            throw new MalformedException("The WavPack file does not tell its sample rate.");
        }
        boolean dsd = (flags & DSD) != 0;
        draft.sound().channels(channels(bytes, start)).bits(dsd ? 1 : ((flags & 3) + 1) * 8 - (flags >> 13 & 31));
        if (dsd) {
            rate <<= dsdPower(bytes, start);
        }
        // one byte of DSD is eight of its samples
        draft.sound().sampleRate(dsd ? rate * 8 : rate);
        long total = frames == UNKNOWN ? lastFrame(bytes, start) : frames | (long) bytes.u8(start + 11) << 32;
        if (total > 0) {
            draft.sound().duration(total, rate);
        }
        draft.sound().bitrateOf(bytes.size() - start);
    }

    private static long rate(ContentBytes bytes, long block, long flags) throws IOException {
        int index = (int) (flags >> 23 & 15);
        if (index < RATES.length) {
            return RATES[index];
        }
        long custom = subBlock(bytes, block, CUSTOM_RATE);
        return custom < 0 ? 0 : bytes.u24le(custom);
    }

    /** Returns how often the rate is doubled. */
    private static int dsdPower(ContentBytes bytes, long block) throws IOException {
        long sound = subBlock(bytes, block, DSD_SOUND);
        return sound < 0 ? 0 : Math.min(16, bytes.u8(sound));
    }

    /** Returns where the content of a sub-block begins, or -1. */
    private static long subBlock(ContentBytes bytes, long block, int wanted) throws IOException {
        long end = Math.min(bytes.size(), block + 8 + bytes.u32le(block + 4));
        long at = block + HEADER;
        while (at + 4 <= end) {
            int id = bytes.u8(at);
            boolean large = (id & 0x80) != 0;
            long size = 2L * (large ? bytes.u24le(at + 1) : bytes.u8(at + 1));
            long body = at + (large ? 4 : 2);
            if ((id & 0x3f) == wanted) {
                return body;
            }
            at = body + size;
        }
        return -1;
    }

    /** Adds the channels of all blocks up to the last of the frame. */
    private static int channels(ContentBytes bytes, long start) throws IOException {
        int channels = 0;
        long at = start;
        for (int i = 0; i < MOST_BLOCKS && bytes.matches(at, "wvpk"); i++) {
            long flags = bytes.u32le(at + 24);
            channels += (flags & MONO) != 0 ? 1 : 2;
            if ((flags & LAST_BLOCK) != 0) {
                break;
            }
            at += 8 + bytes.u32le(at + 4);
        }
        return channels;
    }

    private static long lastFrame(ContentBytes bytes, long start) throws IOException {
        long end = bytes.size();
        long begin = Math.max(start, end - TAIL);
        bytes.prefetch(begin, end - begin);
        long last = 0;
        long at = begin;
        while ((at = bytes.indexOf('w', at, end - HEADER)) < end - HEADER) {
            if (bytes.matches(at, "wvpk")) {
                last = Math.max(last, bytes.u32le(at + 16) + bytes.u32le(at + 20));
            }
            at++;
        }
        return last;
    }
}
