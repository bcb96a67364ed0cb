package org.musicplatform.core.metadata.tags.riff;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;
import org.musicplatform.core.metadata.tags.fields.Sound;

/**
 * How the sound of a WAVE file is coded (mmreg.h, WAVEFORMATEX and WAVEFORMATEXTENSIBLE).
 *
 * @param tag the kind, an IANA registered number (RFC 2361)
 */
record WaveFormat(int tag, int channels, long sampleRate, long byteRate, int blockAlign, int bits) {

    private static final int EXTENSIBLE = 0xfffe;

    static WaveFormat read(ContentBytes bytes, long at, long size) throws IOException {
        if (size < 14) {
            throw new MalformedException("The WAVE file does not say how its sound is coded.");
        }
        int tag = bytes.u16le(at);
        int bits = size >= 16 ? bytes.u16le(at + 14) : 0;
        if (tag == EXTENSIBLE && size >= 40) {
            tag = bytes.u16le(at + 24); // the first bytes of the GUID
            int valid = bytes.u16le(at + 18);
            bits = valid > 0 && valid <= bits ? valid : bits;
        }
        return new WaveFormat(
                tag, bytes.u16le(at + 2), bytes.u32le(at + 4), bytes.u32le(at + 8), bytes.u16le(at + 12), bits);
    }

    /**
     * Tells what follows from it.
     *
     * @param data bytes of sound, or -1
     * @param frames as another chunk says, or 0
     */
    void describe(Sound sound, long data, long frames) {
        boolean pcm = tag == 1 || tag == 3;
        sound.codec(codec()).sampleRate(sampleRate).channels(channels);
        if (pcm) {
            sound.bits(bits);
        }
        boolean fixed = pcm || tag == 6 || tag == 7;
        if (data >= 0 && fixed && blockAlign > 0) {
            sound.duration(data / blockAlign, sampleRate);
        } else if (frames > 0) {
            sound.duration(frames, sampleRate);
        } else if (data >= 0 && byteRate > 0) {
            sound.duration(data, byteRate).estimated();
        }
        sound.bitrate(fixed ? sampleRate * blockAlign * 8 / 1000 : byteRate * 8 / 1000);
    }

    private String codec() {
        return switch (tag) {
            case 1, 3 -> "PCM";
            case 2, 0x11 -> "ADPCM";
            case 6 -> "A-law";
            case 7 -> "mu-law";
            case 0x31 -> "GSM";
            case 0x50 -> "MP2";
            case 0x55 -> "MP3";
            case 0x92, 0x2000 -> "AC-3";
            case 0x2001 -> "DTS";
            case 0xff, 0x1600, 0x1610, 0x706d -> "AAC";
            case 0x160, 0x161, 0x162 -> "WMA";
            case 0x163 -> "WMA Lossless";
            case 0xf1ac -> "FLAC";
            case 0x674f, 0x6750, 0x6751, 0x676f, 0x6770, 0x6771 -> "Vorbis";
            default -> String.format(java.util.Locale.ROOT, "WAVE 0x%04x", tag);
        };
    }
}
