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
    private static final long SAMPLE_BYTES = SAMPLE * 1_450L;

    private long frames;
    private long counted;
    private int bitrate;
    private boolean constant = true;

    private final ContentBytes bytes;
    private final long first;
    private final int header;
    private final boolean whole;

    private Uncounted(ContentBytes bytes, long first, int header) throws IOException {
        this.bytes = bytes;
        this.first = first;
        this.header = header;
        this.whole = bytes.size() - first <= (bytes.isLocal() ? WALKED_LOCAL : WALKED_REMOTE);
    }

    /** Looks at the head, while it is at hand. */
    static Uncounted begin(ContentBytes bytes, long first, int header) throws IOException {
        var counted = new Uncounted(bytes, first, header);
        if (!counted.whole) {
            counted.walk(first, bytes.size(), SAMPLE);
        }
        return counted;
    }

    /** Looks at the rest, now that the end of the sound is known. */
    void measure(long end, Draft draft) throws IOException {
        if (whole) {
            walk(first, end, Integer.MAX_VALUE);
        } else {
            sample(Math.max(first, end - SAMPLE_BYTES), end);
            sample(first + (end - first) / 2, end);
            draft.sound().estimated();
        }
        int rate = FrameHeader.sampleRate(header);
        int samples = FrameHeader.samples(header);
        if (whole) {
            draft.sound().duration(frames * samples, rate);
        } else if (counted > 0) {
            // average bytes of a frame; of a constant bitrate they differ by padding alone
            double frame = constant && bitrate > 0 ? samples / 8.0 * 1000 * bitrate / rate : (double) counted / frames;
            draft.sound().duration(Math.round((end - first) / frame * samples), rate);
        }
        if (constant && bitrate > 0) {
            draft.sound().bitrate(bitrate);
        } else {
            draft.sound().bitrateOf(end - first);
        }
    }

    private void sample(long from, long end) throws IOException {
        long at = FrameWalk.find(bytes, from, FrameWalk.DEEPEST);
        if (at >= 0 && FrameHeader.sameStream(header, bytes.i32(at))) {
            walk(at, end, SAMPLE);
        }
    }

    private void walk(long from, long end, int most) throws IOException {
        long at = from;
        int free = FrameHeader.bitrate(header) == 0 ? FrameWalk.size(bytes, first, header) - (header >> 9 & 1) : 0;
        for (int i = 0; i < most && at + 4 <= end; i++) {
            if (bytes.present(at) < 4) {
                bytes.prefetch(at, most == Integer.MAX_VALUE ? end - at : SAMPLE_BYTES);
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
            counted += size;
            at += size;
        }
    }
}
