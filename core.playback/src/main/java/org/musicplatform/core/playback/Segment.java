package org.musicplatform.core.playback;

import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.QueueItem;

/**
 * A stretch of sound of one format, whatever items it comes from. Filled by the decode thread, emptied by the audio
 * thread.
 */
final class Segment {

    private static final int SECONDS = 2;
    /** A ring holds a few blocks whatever the rate. */
    private static final int LEAST_FRAMES = 32_768;

    private final AudioFormat format;
    private final SampleRing ring;
    private volatile List<Beginning> beginnings = List.of(); // replaced by the decode thread alone
    private volatile boolean complete;
    private long frames; // written so far; used by the decode thread alone

    /**
     * Where an item begins, or goes on after a jump.
     *
     * @param segment where it is
     * @param frame first frame in the segment
     * @param item the item
     * @param offset the item's frame that is heard there
     * @param length frames of the item, or -1 when not known
     * @param decoder who decodes it
     */
    record Beginning(Segment segment, long frame, QueueItem item, long offset, long length, String decoder) {}

    Segment(AudioFormat format) {
        this.format = format;
        this.ring = new SampleRing(Math.max(LEAST_FRAMES, SECONDS * format.sampleRate()) * format.channels());
    }

    AudioFormat format() {
        return format;
    }

    SampleRing ring() {
        return ring;
    }

    Beginning begin(QueueItem item, long offset, long length, String decoder) {
        var beginning = new Beginning(this, frames, item, offset, length, decoder);
        var more = new ArrayList<>(beginnings);
        more.add(beginning);
        beginnings = List.copyOf(more);
        return beginning;
    }

    /** Writes frames; there is room for them. */
    void write(float[] block, int count) {
        ring.write(block, 0, count * format.channels());
        frames += count;
    }

    int room() {
        return ring.free() / format.channels();
    }

    long frames() {
        return frames;
    }

    /** Says that nothing more comes. */
    void complete() {
        complete = true;
    }

    boolean isComplete() {
        return complete;
    }

    /** Returns what is heard at a frame, null before the first item. */
    Beginning at(long frame) {
        Beginning found = null;
        for (Beginning beginning : beginnings) {
            if (beginning.frame() > frame) {
                break;
            }
            found = beginning;
        }
        return found;
    }
}
