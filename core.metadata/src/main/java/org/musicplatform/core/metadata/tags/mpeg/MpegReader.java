package org.musicplatform.core.metadata.tags.mpeg;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.ContainerReader;
import org.musicplatform.core.metadata.tags.TrailingTags;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;
import org.musicplatform.core.metadata.tags.fields.Draft;

/** A stream of MPEG audio frames, with the tags behind it. */
public final class MpegReader implements ContainerReader {

    /** What tags behind the sound take at least: less is not worth a look. */
    private static final int SMALLEST_TAG = 32;

    private static final int ID3V1 = 128;

    /** Tells whether two frames in a row begin within this many bytes. */
    public static boolean isNear(ContentBytes bytes, long from, int reach) throws IOException {
        long at = FrameWalk.find(bytes, from, reach);
        return at >= 0 && bytes.has(at + FrameWalk.size(bytes, at, bytes.i32(at)), 4);
    }

    @Override
    public void read(ContentBytes bytes, long start, Draft draft) throws IOException {
        boolean tagged = draft.hasTags();
        long first = FrameWalk.find(bytes, start, FrameWalk.DEEPEST);
        if (first < 0) {
            TrailingTags.read(bytes, start, draft);
            throw new MalformedException("The file holds no MPEG audio frame.");
        }
        int header = bytes.i32(first);
        draft.sound()
                .container("MPEG")
                .codec("MP" + FrameHeader.layer(header))
                .sampleRate(FrameHeader.sampleRate(header))
                .channels(FrameHeader.channels(header))
                .framesPerPacket(FrameHeader.samples(header));
        var info = EncoderInfo.read(bytes, first, header);
        boolean counted = info != null && info.frames() > 0;
        var uncounted = counted ? null : Uncounted.begin(bytes, first, header);
        long end = bytes.size();
        if (info == null || info.bytes() <= 0 || mayHoldTags(end - first - info.bytes(), tagged)) {
            end = TrailingTags.read(bytes, first, draft);
        }
        if (counted) {
            info.describe(draft.sound(), header, end - first);
        } else {
            uncounted.measure(end, draft);
        }
    }

    /** The encoder told where the sound ends: only what lies behind can be tags. */
    private static boolean mayHoldTags(long behind, boolean tagged) {
        return behind >= SMALLEST_TAG && !(tagged && behind == ID3V1);
    }
}
