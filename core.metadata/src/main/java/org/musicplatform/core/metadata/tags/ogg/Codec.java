package org.musicplatform.core.metadata.tags.ogg;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.flac.StreamInfo;
import org.musicplatform.core.metadata.tags.vorbis.FlacPicture;
import org.musicplatform.core.metadata.tags.vorbis.VorbisComment;

/** What the first packet of a stream of sound says. */
enum Codec {
    VORBIS("\u0001vorbis", 7) {
        @Override
        void describe(ContentBytes bytes, long at, Draft draft) throws IOException {
            draft.sound().codec("Vorbis").channels(bytes.u8(at + 11)).sampleRate(bytes.u32le(at + 12));
        }
    },
    OPUS("OpusHead", 8) {
        @Override
        void describe(ContentBytes bytes, long at, Draft draft) throws IOException {
            draft.sound().codec("Opus").channels(bytes.u8(at + 9)).sampleRate(48_000);
            draft.sound().delay(bytes.u16le(at + 10));
            int gain = (short) bytes.u16le(at + 16);
            if (gain != 0) {
                draft.sound().outputGain(gain / 256.0);
            }
        }

        @Override
        int preSkip(ContentBytes bytes, long at) throws IOException {
            return bytes.u16le(at + 10);
        }
    },
    FLAC("\u007fFLAC", 0) {
        @Override
        void describe(ContentBytes bytes, long at, Draft draft) throws IOException {
            StreamInfo.read(bytes, at + 17, draft);
        }

        @Override
        void comments(HeaderPackets packets, Draft draft) throws IOException {
            boolean last = false;
            for (int i = 0; !last && i < 100; i++) {
                var block = packets.next();
                int header = block.to() > block.from() ? block.bytes().u8(block.from()) : 0x80;
                last = (header & 0x80) != 0;
                if ((header & 0x7f) == 4) {
                    VorbisComment.read(block.bytes(), block.from() + 4, block.to(), draft);
                } else if ((header & 0x7f) == 6) {
                    FlacPicture.read(block.bytes(), block.from() + 4, block.to(), draft);
                }
            }
        }
    },
    SPEEX("Speex   ", 0) {
        @Override
        void describe(ContentBytes bytes, long at, Draft draft) throws IOException {
            draft.sound().codec("Speex").sampleRate(bytes.u32le(at + 36)).channels(bytes.u32le(at + 48));
        }
    };

    private final String magic;
    private final int beforeComments;

    Codec(String magic, int beforeComments) {
        this.magic = magic;
        this.beforeComments = beforeComments;
    }

    /** Returns the codec of the stream that begins on a page, or null when it is none of these. */
    static Codec of(ContentBytes bytes, Page page) throws IOException {
        for (Codec codec : values()) {
            if (bytes.matches(page.body(), codec.magic)) {
                return codec;
            }
        }
        return null;
    }

    /** Reads the first packet. */
    abstract void describe(ContentBytes bytes, long at, Draft draft) throws IOException;

    /** Reads the second packet, and what belongs to it. */
    void comments(HeaderPackets packets, Draft draft) throws IOException {
        var packet = packets.next();
        VorbisComment.read(packet.bytes(), packet.from() + beforeComments, packet.to(), draft);
    }

    /** Returns how many frames at the start are none of the music. */
    int preSkip(ContentBytes bytes, long at) throws IOException {
        return 0;
    }
}
