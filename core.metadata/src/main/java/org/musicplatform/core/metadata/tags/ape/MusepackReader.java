package org.musicplatform.core.metadata.tags.ape;

import java.io.IOException;
import java.util.Locale;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.metadata.tags.ContainerReader;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.fields.TagBlock;
import org.musicplatform.core.metadata.tags.fields.TagFormat;

/** Musepack, stream versions 7 and 8 (trac.musepack.net, SV7 and SV8 specifications). */
public final class MusepackReader implements ContainerReader {

    private static final int[] RATES = {44_100, 48_000, 37_800, 32_000};
    private static final int FRAME = 1152;
    private static final int DECODER_DELAY = 481;
    private static final int MOST_PACKETS = 100;

    @Override
    public void read(ContentBytes bytes, long start, Draft draft) throws IOException {
        draft.sound().container("Musepack").codec("Musepack");
        if (bytes.matches(start, "MPCK")) {
            version8(bytes, start + 4, draft);
        } else {
            version7(bytes, start, draft);
        }
        draft.sound().bitrateOf(bytes.size() - start);
    }

    private static void version7(ContentBytes bytes, long at, Draft draft) throws IOException {
        if ((bytes.u8(at + 3) & 15) != 7) {
            throw new MalformedException("The file is of a version of Musepack that nobody defined.");
        }
        long frames = bytes.u32le(at + 4);
        int rate = RATES[bytes.u8(at + 10) & 3];
        var gains = draft.tag(TagFormat.APE, 1);
        gain(gains, TagField.REPLAYGAIN_TRACK_GAIN, (short) bytes.u16le(at + 14) / 100.0);
        gain(gains, TagField.REPLAYGAIN_ALBUM_GAIN, (short) bytes.u16le(at + 18) / 100.0);
        long last = bytes.u32le(at + 20);
        boolean gapless = last >>> 31 != 0;
        long lastFrame = last >>> 20 & 0x7ff;
        long samples = gapless ? (frames - 1) * FRAME + lastFrame : frames * FRAME - DECODER_DELAY;
        draft.sound().sampleRate(rate).channels(2).duration(Math.max(0, samples), rate);
    }

    private static void version8(ContentBytes bytes, long from, Draft draft) throws IOException {
        long at = from;
        for (int i = 0; i < MOST_PACKETS && bytes.has(at, 3); i++) {
            String key = bytes.latin1(at, 2);
            long[] size = number(bytes, at + 2);
            long body = size[1];
            if (key.equals("SH")) {
                streamHeader(bytes, body, draft);
            } else if (key.equals("RG") && bytes.has(body, 9) && bytes.u8(body) == 1) {
                var gains = draft.tag(TagFormat.APE, 1);
                version8Gain(gains, TagField.REPLAYGAIN_TRACK_GAIN, bytes.u16(body + 1));
                version8Gain(gains, TagField.REPLAYGAIN_ALBUM_GAIN, bytes.u16(body + 5));
            } else if (key.equals("AP") || key.equals("SE") || size[0] < 3) {
                break; // sound: headers lie before it
            }
            at += size[0];
        }
        if (draft.sound().sampleRate() == 0) {
            throw new MalformedException("The Musepack file does not say what it holds.");
        }
    }

    private static void streamHeader(ContentBytes bytes, long at, Draft draft) throws IOException {
        long[] samples = number(bytes, at + 5);
        long[] silence = number(bytes, samples[1]);
        int flags = bytes.u16(silence[1]);
        int rate = RATES[flags >> 13 & 3];
        draft.sound()
                .sampleRate(rate)
                .channels((flags >> 4 & 15) + 1)
                .duration(Math.max(0, samples[0] - silence[0]), rate);
    }

    /** Reads a number of seven bits a byte; returns it and the position behind it. */
    private static long[] number(ContentBytes bytes, long from) throws IOException {
        long value = 0;
        long at = from;
        for (int i = 0; i < 9; i++) {
            int b = bytes.u8(at++);
            value = value << 7 | b & 0x7f;
            if ((b & 0x80) == 0) {
                break;
            }
        }
        return new long[] {value, at};
    }

    /** In 1/256 dB below 64.82 dB, the level of a reference of 89 dB. */
    private static void version8Gain(TagBlock gains, TagField field, int value) {
        if (value != 0) {
            gain(gains, field, 64.82 - value / 256.0);
        }
    }

    private static void gain(TagBlock gains, TagField field, double decibels) {
        if (decibels != 0) {
            gains.addField(field, String.format(Locale.ROOT, "%.2f dB", decibels));
        }
    }
}
