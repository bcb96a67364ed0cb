package org.musicplatform.core.metadata.tags.mpeg;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Draft;

/**
 * The playing time of a stream whose encoder did not count: small files are walked frame by frame, of others the head,
 * the middle and the tail tell whether the bitrate is constant.
 */
final class Uncounted {

    private static final long WALKED_LOCAL = 1 << 20;
    private static final long WALKED_REMOTE = 128 << 10;
    private static final int SAMPLE = 24;

    private long frames;
    private long bytes;
    private int bitrate;
    private boolean constant = true;

    private Uncounted() {}

    static void measure(ContentBytes bytes, long first, long end, int header, Draft draft) throws IOException {
        var counted = new Uncounted();
        boolean whole = end - first <= (bytes.isLocal() ? WALKED_LOCAL : WALKED_REMOTE);
        if (whole) {
            counted.walk(bytes, first, end, header, Integer.MAX_VALUE);
        } else {
            counted.walk(bytes, first, end, header, SAMPLE);
            counted.sample(bytes, first + (end - first) / 2, end, header);
            counted.sample(bytes, end - SAMPLE * 1_500L, end, header);
            draft.sound().estimated();
        }
        int rate = FrameHeader.sampleRate(header);
        int samples = FrameHeader.samples(header);
        if (whole) {
            draft.sound().duration(counted.frames * samples, rate);
        } else if (counted.bytes > 0) {
            // average bytes of a frame; of a constant bitrate they differ by padding alone
            double frame = counted.constant && counted.bitrate > 0
                    ? samples / 8.0 * 1000 * counted.bitrate / rate
                    : (double) counted.bytes / counted.frames;
            draft.sound().duration(Math.round((end - first) / frame * samples), rate);
        }
        if (counted.constant && counted.bitrate > 0) {
            draft.sound().bitrate(counted.bitrate);
        } else {
            draft.sound().bitrateOf(end - first);
        }
    }

    private void sample(ContentBytes bytes, long from, long end, int header) throws IOException {
        long at = FrameWalk.find(bytes, from, FrameWalk.DEEPEST);
        if (at >= 0 && FrameHeader.sameStream(header, bytes.i32(at))) {
            walk(bytes, at, end, header, SAMPLE);
        }
    }

    private void walk(ContentBytes bytes, long first, long end, int header, int most) throws IOException {
        long at = first;
        int free = FrameHeader.bitrate(header) == 0 ? FrameWalk.size(bytes, first, header) - (header >> 9 & 1) : 0;
        for (int i = 0; i < most && at + 4 <= end; i++) {
            if (bytes.present(at) < 4) {
                bytes.prefetch(at, most == Integer.MAX_VALUE ? end - at : SAMPLE * 1_500L);
            }
            int frame = bytes.i32(at);
            if (!FrameHeader.isValid(frame) || !FrameHeader.sameStream(header, frame)) {
                long next = FrameWalk.find(bytes, at + 1, FrameWalk.DEEPEST);
                if (next < 0 || next >= end) {
                    return;
                }
                at = next;
                continue;
            }
            int kilobits = FrameHeader.bitrate(frame);
            int size = kilobits > 0 ? FrameHeader.size(frame, kilobits) : free + (frame >> 9 & 1);
            if (size < 4) {
                return;
            }
            constant &= bitrate == 0 || bitrate == kilobits;
            bitrate = kilobits;
            frames++;
            this.bytes += size;
            at += size;
        }
    }
}
