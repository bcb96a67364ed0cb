package org.musicplatform.core.metadata.tags.matrix;

import static org.musicplatform.core.metadata.tags.matrix.TagForm.APEV1;
import static org.musicplatform.core.metadata.tags.matrix.TagForm.APEV2;
import static org.musicplatform.core.metadata.tags.matrix.TagForm.ASF_ATTRIBUTES;
import static org.musicplatform.core.metadata.tags.matrix.TagForm.ID3V1;
import static org.musicplatform.core.metadata.tags.matrix.TagForm.ID3V11;
import static org.musicplatform.core.metadata.tags.matrix.TagForm.ID3V22;
import static org.musicplatform.core.metadata.tags.matrix.TagForm.ID3V23;
import static org.musicplatform.core.metadata.tags.matrix.TagForm.ID3V24;
import static org.musicplatform.core.metadata.tags.matrix.TagForm.ILST;
import static org.musicplatform.core.metadata.tags.matrix.TagForm.RIFF_INFO;
import static org.musicplatform.core.metadata.tags.matrix.TagForm.VORBIS_COMMENT;

import java.util.List;

/** A file format: silence of a known length, and where its tags lie. */
enum Carrier {
    MPEG("mp3", "MP3", 2612, ID3V1, ID3V11, ID3V22, ID3V23, ID3V24, APEV1, APEV2) {
        @Override
        byte[] file(TagForm form, byte[] tag) {
            byte[] frame = new byte[417]; // MPEG-1 layer III, 128 kbit/s at 44.1 kHz
            System.arraycopy(Bytes.hex("fffb9000"), 0, frame, 0, 4);
            return aroundSound(form, tag, Bytes.repeated(frame, 100));
        }
    },
    ADTS("aac", "AAC", 2322, ID3V1, ID3V22, ID3V23, ID3V24) {
        @Override
        byte[] file(TagForm form, byte[] tag) {
            byte[] frame = new byte[200];
            System.arraycopy(Bytes.hex("fff150 80 19 1f fc"), 0, frame, 0, 7); // low complexity, 44.1 kHz, 200 bytes
            return aroundSound(form, tag, Bytes.repeated(frame, 100));
        }
    },
    WAVE("wav", "PCM", 1000, RIFF_INFO, ID3V23, ID3V24) {
        @Override
        byte[] file(TagForm form, byte[] tag) {
            byte[] format = Bytes.little("fmt ", 16, (short) 1, (short) 1, 8_000, 16_000, (short) 2, (short) 16);
            byte[] info = Bytes.little(form == RIFF_INFO ? "LIST" : "id3 ", tag.length, tag, new byte[tag.length & 1]);
            byte[] chunks = Bytes.little("WAVE", format, info, "data", 16_000, new byte[16_000]);
            return Bytes.little("RIFF", chunks.length, chunks);
        }
    },
    AIFF("aiff", "PCM", 1000, ID3V22, ID3V23, ID3V24) {
        @Override
        byte[] file(TagForm form, byte[] tag) {
            byte[] rate = Bytes.hex("400bfa00000000000000"); // 8000 as an 80-bit number
            byte[] common = Bytes.big("COMM", 18, (short) 1, 8_000, (short) 16, rate);
            byte[] sound = Bytes.big("SSND", 16_008, 0, 0, new byte[16_000]);
            byte[] chunks = Bytes.big("AIFF", common, sound, "ID3 ", tag.length, tag, new byte[tag.length & 1]);
            return Bytes.big("FORM", chunks.length, chunks);
        }
    },
    FLAC("flac", "FLAC", 1000, VORBIS_COMMENT, ID3V24) {
        @Override
        byte[] file(TagForm form, byte[] tag) {
            byte[] comment = form == VORBIS_COMMENT ? tag : VORBIS_COMMENT.write(java.util.Map.of());
            byte[] stream = Bytes.big("fLaC", streamInfo(0), block(0x84, comment), Bytes.hex("fff8c918 00"));
            return form == VORBIS_COMMENT ? stream : Bytes.big(tag, stream);
        }
    },
    OGG_VORBIS("ogg", "Vorbis", 1000, VORBIS_COMMENT) {
        @Override
        byte[] file(TagForm form, byte[] tag) {
            byte[] head = Bytes.little((byte) 1, "vorbis", 0, (byte) 2, 44_100, 0, 128_000, 0, (byte) 0xb8, (byte) 1);
            byte[] comment = Bytes.little((byte) 3, "vorbis", tag, (byte) 1);
            return ogg(head, comment, Bytes.little((byte) 5, "vorbis", new byte[20]), 44_100);
        }
    },
    OPUS("opus", "Opus", 1000, VORBIS_COMMENT) {
        @Override
        byte[] file(TagForm form, byte[] tag) {
            byte[] head = Bytes.little("OpusHead", (byte) 1, (byte) 2, (short) 312, 48_000, (short) 0, (byte) 0);
            return ogg(head, Bytes.little("OpusTags", tag), null, 48_312);
        }
    },
    SPEEX("spx", "Speex", 1000, VORBIS_COMMENT) {
        @Override
        byte[] file(TagForm form, byte[] tag) {
            byte[] head = Bytes.little("Speex   1.2                 ", 1, 80, 16_000, 1, 4, 1, -1, 320, 0, 1, 0, 0, 0);
            return ogg(head, tag, null, 16_000);
        }
    },
    OGG_FLAC("oga", "FLAC", 1000, VORBIS_COMMENT) {
        @Override
        byte[] file(TagForm form, byte[] tag) {
            byte[] head = Bytes.big((byte) 0x7f, "FLAC", (byte) 1, (byte) 0, (short) 1, "fLaC", streamInfo(0));
            return ogg(head, block(0x84, tag), null, 44_100);
        }
    },
    MP4("m4a", "ALAC", 1000, ILST) {
        @Override
        byte[] file(TagForm form, byte[] tag) {
            byte[] meta = box("meta", 0, box("hdlr", 0, 0, "mdirappl", 0, 0, (byte) 0), box("ilst", tag));
            byte[] alac = box("alac", 0, 4096, Bytes.hex("0010 0000 0002 0000"), 0, 100_000, 44_100);
            byte[] entry = box("alac", 0, 1, 0, 0, Bytes.hex("00020010"), 0, 44_100 << 16, alac);
            byte[] table = box(
                    "stbl",
                    box("stsd", 0, 1, entry),
                    box("stts", 0, 1, 100, 441),
                    box("stsz", 0, 100, 100),
                    box("stsc", 0, 1, 1, 100, 1),
                    box("stco", 0, 1, 0));
            byte[] media = box(
                    "mdia",
                    box("mdhd", 0, 0, 0, 44_100, 44_100, 0),
                    box("hdlr", 0, 0, "soun", 0, 0, 0, (byte) 0),
                    box("minf", table));
            byte[] track = box("trak", box("tkhd", 7, 0, 0, 1, 0, 1000, new byte[60]), media);
            byte[] header = box("mvhd", 0, 0, 0, 1000, 1000, new byte[80]);
            return Bytes.big(
                    box("ftyp", "M4A ", 0), box("moov", header, track, box("udta", meta)), box("mdat", new byte[100]));
        }
    },
    MONKEYS_AUDIO("ape", "Monkey's Audio", 1000, APEV1, APEV2, ID3V11) {
        @Override
        byte[] file(TagForm form, byte[] tag) {
            byte[] descriptor = Bytes.little("MAC ", (short) 3990, (short) 0, 52, 24, 4, 0, 1_000, 0, 0, new byte[16]);
            byte[] header = Bytes.little((short) 2000, (short) 0, 73_728, 44_100, 1, (short) 16, (short) 2, 44_100);
            return aroundSound(form, tag, Bytes.little(descriptor, header, 0, new byte[1_000]));
        }
    },
    WAVPACK("wv", "WavPack", 1000, APEV1, APEV2, ID3V11) {
        @Override
        byte[] file(TagForm form, byte[] tag) {
            byte[] block = Bytes.little(
                    "wvpk", 24 + 1_000, (short) 0x410, (short) 0, 44_100, 0, 44_100, 1 | 0x1800 | 9 << 23, 0);
            return aroundSound(form, tag, Bytes.little(block, new byte[1_000]));
        }
    },
    MUSEPACK_8("mpc", "Musepack", 1000, APEV1, APEV2) {
        @Override
        byte[] file(TagForm form, byte[] tag) {
            byte[] samples = Bytes.hex("82d844"); // 44100 in groups of seven bits
            byte[] header = Bytes.big(0, (byte) 8, samples, (byte) 0, (byte) 0x1b, (byte) 0x10);
            byte[] packets = Bytes.big("MPCK", "SH", (byte) (header.length + 3), header, "AP", Bytes.hex("8768"));
            return aroundSound(form, tag, Bytes.big(packets, new byte[997], "SE", (byte) 3));
        }
    },
    TRUE_AUDIO("tta", "TTA", 1000, ID3V11, ID3V23, ID3V24, APEV2) {
        @Override
        byte[] file(TagForm form, byte[] tag) {
            byte[] header = Bytes.little("TTA1", (short) 1, (short) 2, (short) 16, 44_100, 44_100, 0);
            return aroundSound(form, tag, Bytes.little(header, new byte[1_000]));
        }
    },
    DSF("dsf", "DSD", 1000, ID3V23, ID3V24) {
        @Override
        byte[] file(TagForm form, byte[] tag) {
            byte[] sound = new byte[4096 * 2 * 87];
            long data = sound.length + 12;
            long pointer = 28 + 52 + data;
            byte[] format = Bytes.little("fmt ", 52L, 1, 0, 2, 2, 2_822_400, 1, 2_822_400L, 4096, 0);
            return Bytes.little("DSD ", 28L, pointer + tag.length, pointer, format, "data", data, sound, tag);
        }
    },
    DSDIFF("dff", "DSD", 1000, ID3V23, ID3V24) {
        @Override
        byte[] file(TagForm form, byte[] tag) {
            byte[] sound = new byte[2_822_400 / 8 * 2];
            byte[] properties = Bytes.big(
                    "SND ",
                    "FS  ",
                    4L,
                    2_822_400,
                    "CHNL",
                    10L,
                    (short) 2,
                    "SLFTSRGT",
                    "CMPR",
                    20L,
                    "DSD ",
                    (byte) 14,
                    "not compressed",
                    (byte) 0);
            byte[] chunks = Bytes.big(
                    "DSD ",
                    "FVER",
                    4L,
                    0x01050000,
                    "PROP",
                    (long) properties.length,
                    properties,
                    "DSD ",
                    (long) sound.length,
                    sound,
                    "ID3 ",
                    (long) tag.length,
                    tag,
                    new byte[tag.length & 1]);
            return Bytes.big("FRM8", (long) chunks.length, chunks);
        }
    },
    ASF("wma", "WMA", 1000, ASF_ATTRIBUTES) {
        @Override
        byte[] file(TagForm form, byte[] tag) {
            byte[] file = asfObject(
                    "a1dcab8c47a9cf118ee400c00c205365",
                    new byte[16],
                    Bytes.little(5_000L, 0L, 1L, 40_000_000L, 10_000_000L, 3_000L, 2, 3_000, 3_000, 128_000));
            byte[] format =
                    Bytes.little((short) 0x161, (short) 2, 44_100, 16_000, (short) 2_048, (short) 16, (short) 0);
            byte[] stream = asfObject(
                    "9107dcb7b7a9cf118ee600c00c205365",
                    Bytes.hex("409e69f84d5bcf11a8fd00805f5c442b"),
                    new byte[16],
                    Bytes.little(0L, format.length, 0, (short) 1, 0),
                    format);
            byte[] objects = Bytes.little(4, Bytes.hex("0102"), file, stream, tag);
            return Bytes.little(
                    Bytes.hex("3026b2758e66cf11a6d900aa0062ce6c"), objects.length + 24L, objects, new byte[3_000]);
        }
    };

    private final String extension;
    private final String codec;
    private final long millis;
    private final List<TagForm> forms;

    Carrier(String extension, String codec, long millis, TagForm... forms) {
        this.extension = extension;
        this.codec = codec;
        this.millis = millis;
        this.forms = List.of(forms);
    }

    abstract byte[] file(TagForm form, byte[] tag);

    String extension() {
        return extension;
    }

    String codec() {
        return codec;
    }

    long millis() {
        return millis;
    }

    List<TagForm> forms() {
        return forms;
    }

    /** ID3v2 lies before the sound, ID3v1 and APE behind it. */
    private static byte[] aroundSound(TagForm form, byte[] tag, byte[] sound) {
        return form == ID3V22 || form == ID3V23 || form == ID3V24 ? Bytes.big(tag, sound) : Bytes.big(sound, tag);
    }

    /** One second of 16-bit stereo at 44.1 kHz. */
    private static byte[] streamInfo(int flag) {
        byte[] packed = Bytes.big(0x0ac442f0_00000000L | 44_100L);
        return block(flag, Bytes.big((short) 4096, (short) 4096, new byte[6], packed, new byte[16]));
    }

    private static byte[] block(int type, byte[] content) {
        return Bytes.big(content.length | type << 24, content);
    }

    private static byte[] ogg(byte[] head, byte[] comment, byte[] setup, long samples) {
        byte[] second = setup == null ? page(0, 1, 0, comment) : page(0, 1, 0, comment, setup);
        return Bytes.big(page(2, 0, 0, head), second, page(4, 2, samples, new byte[200]));
    }

    private static byte[] page(int flags, int number, long granule, byte[]... packets) {
        byte[] lacing = new byte[0];
        byte[] body = Bytes.big((Object[]) packets);
        for (byte[] packet : packets) {
            int left = packet.length;
            for (; left >= 255; left -= 255) {
                lacing = Bytes.big(lacing, (byte) 255);
            }
            lacing = Bytes.big(lacing, (byte) left);
        }
        return Bytes.little("OggS", (byte) 0, (byte) flags, granule, 1, number, 0, (byte) lacing.length, lacing, body);
    }

    private static byte[] box(String type, Object... content) {
        byte[] body = Bytes.big(content);
        return Bytes.big(body.length + 8, type, body);
    }

    static byte[] asfObject(String guid, byte[]... content) {
        byte[] body = Bytes.little((Object[]) content);
        return Bytes.little(Bytes.hex(guid), body.length + 24L, body);
    }
}
