package org.musicplatform.core.metadata.tags.ape;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.ContainerReader;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;
import org.musicplatform.core.metadata.tags.fields.Draft;

/** Monkey's Audio: the header of 3.98 and later behind its descriptor, and the one before (MACLib, APEInfo). */
public final class MonkeysAudioReader implements ContainerReader {

    private static final int WITH_DESCRIPTOR = 3980;
    private static final int EIGHT_BIT = 1;
    private static final int TWENTY_FOUR_BIT = 8;

    @Override
    public void read(ContentBytes bytes, long start, Draft draft) throws IOException {
        draft.sound().container("APE").codec("Monkey's Audio");
        int version = bytes.u16le(start + 4);
        long framesInBlock;
        long lastBlock;
        long blocks;
        long rate;
        if (version >= WITH_DESCRIPTOR) {
            long at = start + bytes.u32le(start + 8);
            framesInBlock = bytes.u32le(at + 4);
            lastBlock = bytes.u32le(at + 8);
            blocks = bytes.u32le(at + 12);
            rate = bytes.u32le(at + 20);
            draft.sound().bits(bytes.u16le(at + 16)).channels(bytes.u16le(at + 18));
        } else {
            int level = bytes.u16le(start + 6);
            int flags = bytes.u16le(start + 8);
            framesInBlock = version >= 3950
                    ? 73_728 * 4L
                    : version >= 3900 || version >= 3800 && level == 4000 ? 73_728 : 9_216;
            draft.sound().channels(bytes.u16le(start + 10));
            draft.sound().bits((flags & EIGHT_BIT) != 0 ? 8 : (flags & TWENTY_FOUR_BIT) != 0 ? 24 : 16);
            rate = bytes.u32le(start + 12);
            blocks = bytes.u32le(start + 24);
            lastBlock = bytes.u32le(start + 28);
        }
        if (blocks == 0) {
            throw new MalformedException("The header of the Monkey's Audio file is damaged.");
        }
        draft.sound().sampleRate(rate);
        if (draft.sound().sampleRate() == 0) {
            throw new MalformedException("The header of the Monkey's Audio file is damaged.");
        }
        draft.sound().duration((blocks - 1) * framesInBlock + lastBlock, rate);
        draft.sound().bitrateOf(bytes.size() - start);
    }
}
