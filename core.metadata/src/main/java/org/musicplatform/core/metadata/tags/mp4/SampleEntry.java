package org.musicplatform.core.metadata.tags.mp4;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Sound;

/** How the sound of a track is coded (ISO/IEC 14496-12, 12.2; QuickTime File Format, sound sample descriptions). */
final class SampleEntry {

    private String codec;
    private long sampleRate;
    private int channels;
    private int bits;
    private long bitrate;

    private SampleEntry() {}

    static SampleEntry read(ContentBytes bytes, Box entry) throws IOException {
        var sound = new SampleEntry();
        long at = entry.body();
        int version = bytes.u16(at + 8);
        sound.channels = bytes.u16(at + 16);
        int size = bytes.u16(at + 18);
        sound.sampleRate = bytes.u16(at + 24);
        long children = at + 28 + (version == 1 ? 16 : version == 2 ? 36 : 0);
        if (version == 2) {
            sound.sampleRate = Math.round(Double.longBitsToDouble(bytes.i64(at + 32)));
            sound.channels = (int) bytes.u32(at + 40);
            size = (int) bytes.u32(at + 48);
        }
        sound.codec = codec(entry.type());
        if ("PCM".equals(sound.codec)) {
            sound.bits = pcmBits(entry.type(), size);
        }
        Box.each(bytes, children, entry.end(), box -> {
            sound.child(bytes, box);
            return true;
        });
        return sound;
    }

    private static String codec(String type) {
        return switch (type) {
            case "mp4a" -> "AAC";
            case ".mp3", "ms\0U" -> "MP3";
            case "alac" -> "ALAC";
            case "fLaC" -> "FLAC";
            case "Opus" -> "Opus";
            case "ac-3", "sac3" -> "AC-3";
            case "ec-3" -> "E-AC-3";
            case "ac-4" -> "AC-4";
            case "dtsc", "dtse", "dtsh", "dtsl" -> "DTS";
            case "sowt", "twos", "lpcm", "raw ", "NONE", "in24", "in32", "fl32", "fl64", "ipcm", "fpcm" -> "PCM";
            case "alaw" -> "A-law";
            case "ulaw" -> "mu-law";
            case "samr" -> "AMR-NB";
            case "sawb" -> "AMR-WB";
            case "drms" -> "AAC (protected)";
            default -> type.strip();
        };
    }

    private static int pcmBits(String type, int size) {
        return switch (type) {
            case "in24" -> 24;
            case "in32", "fl32" -> 32;
            case "fl64" -> 64;
            default -> size;
        };
    }

    private void child(ContentBytes bytes, Box box) throws IOException {
        long at = box.body();
        switch (box.type()) {
            case "esds" -> elementaryStream(bytes, at + 4, box.end());
            case "wave" -> // QuickTime wraps the boxes once more
                Box.each(bytes, at, box.end(), inner -> {
                    if (!inner.type().equals("wave")) {
                        child(bytes, inner);
                    }
                    return true;
                });
            case "alac" -> {
                if (box.end() - at >= 28) { // Apple's ALACSpecificConfig behind version and flags
                    bits = bytes.u8(at + 9);
                    channels = bytes.u8(at + 13);
                    bitrate = bytes.u32(at + 20);
                    sampleRate = bytes.u32(at + 24);
                }
            }
            case "dfLa" -> {
                long packed = bytes.i64(at + 18);
                sampleRate = packed >>> 44;
                channels = (int) (packed >>> 41 & 7) + 1;
                bits = (int) (packed >>> 36 & 31) + 1;
            }
            case "dOps" -> {
                channels = bytes.u8(at + 1);
                sampleRate = 48_000;
            }
            default -> {} // says nothing that is asked for
        }
    }

    /** Reads the descriptors of MPEG-4 (ISO/IEC 14496-1, 7.2.6). */
    private void elementaryStream(ContentBytes bytes, long from, long end) throws IOException {
        long at = from;
        while (at + 2 <= end) {
            int tag = bytes.u8(at++);
            long size = 0;
            for (int i = 0; i < 4; i++) {
                int b = bytes.u8(at++);
                size = size << 7 | b & 0x7f;
                if ((b & 0x80) == 0) {
                    break;
                }
            }
            if (tag == 3) {
                int flags = bytes.u8(at + 2);
                at += 3 + ((flags & 0x80) != 0 ? 2 : 0) + ((flags & 0x20) != 0 ? 2 : 0);
                at += (flags & 0x40) != 0 ? 1 + bytes.u8(at) : 0;
            } else if (tag == 4) {
                objectType(bytes.u8(at));
                bitrate = bytes.u32(at + 9);
                at += 13;
            } else if (tag == 5) {
                if ("AAC".equals(codec) && size >= 2) {
                    var config = AudioSpecificConfig.read(bytes, at, Math.min(end, at + size));
                    sampleRate = config.sampleRate() > 0 ? config.sampleRate() : sampleRate;
                    channels = config.channels() > 0 ? config.channels() : channels;
                    codec = config.codec() == null ? codec : config.codec();
                }
                return;
            } else {
                at += size;
            }
        }
    }

    private void objectType(int type) {
        switch (type) {
            case 0x69, 0x6b -> codec = "MP3";
            case 0xa5 -> codec = "AC-3";
            case 0xa6 -> codec = "E-AC-3";
            case 0xa9 -> codec = "DTS";
            case 0xdd -> codec = "Vorbis";
            default -> {} // AAC in its profiles
        }
    }

    void describe(Sound sound) {
        sound.codec(codec).sampleRate(sampleRate).channels(channels).bits(bits).bitrate(Math.round(bitrate / 1000.0));
    }
}
