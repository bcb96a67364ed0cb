package org.musicplatform.core.metadata.tags.flac;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.ContainerReader;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.CutException;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.vorbis.FlacPicture;
import org.musicplatform.core.metadata.tags.vorbis.VorbisComment;

/** The metadata blocks of a FLAC file (RFC 9639, 8). */
public final class FlacReader implements ContainerReader {

    private static final int STREAM_INFO = 0;
    private static final int COMMENT = 4;
    private static final int PICTURE = 6;
    private static final int MOST_BLOCKS = 1_000;

    @Override
    public void read(ContentBytes bytes, long start, Draft draft) throws IOException {
        draft.sound().container("FLAC");
        long at = start + 4;
        boolean last = false;
        boolean described = false;
        int blockSize = 0;
        for (int i = 0; !last && i < MOST_BLOCKS; i++) {
            int header = bytes.u8(at);
            last = (header & 0x80) != 0;
            int type = header & 0x7f;
            long from = at + 4;
            long to = from + bytes.u24(at + 1);
            if (type == STREAM_INFO && to - from >= 34 && !described) {
                StreamInfo.read(bytes, from, draft);
                blockSize = bytes.u16(from);
                described = true;
            } else if (type == COMMENT) {
                comment(bytes, from, to, draft);
            } else if (type == PICTURE) {
                FlacPicture.read(bytes, from, to, draft);
            }
            at = to;
        }
        if (!described) {
            throw new MalformedException("The FLAC file does not say what it holds.");
        }
        if (!bytes.has(at, 1)) {
            draft.warn("The file ends before its sound.");
        }
        if (draft.sound().millis() < 0 && draft.sound().sampleRate() > 0) {
            long samples = LastFrame.samples(bytes, at, blockSize);
            if (samples > 0) {
                draft.sound().duration(samples, draft.sound().sampleRate());
            }
        }
        draft.sound().bitrateOf(bytes.size() - at);
    }

    private static void comment(ContentBytes bytes, long from, long to, Draft draft) throws IOException {
        try {
            VorbisComment.read(bytes, from, to, draft);
        } catch (CutException cut) {
            throw cut;
        } catch (MalformedException damaged) {
            draft.warn(damaged.getMessage()); // the block ends where it says, whatever is in it
        }
    }
}
