package org.musicplatform.metadata.jaudiotagger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.musicplatform.core.api.source.ContentReader;

/** Tells a format by its first bytes, behind an ID3v2 tag if there is one. */
final class FormatSniffer {

    private static final int HEAD = 4096;
    private static final int TAGS_AT_MOST = 4;

    private FormatSniffer() {}

    static AudioFormat sniff(ContentReader content) throws IOException {
        long position = 0;
        for (int tags = 0; tags < TAGS_AT_MOST; tags++) {
            byte[] head = head(content, position);
            if (!starts(head, 0, "ID3") || head.length < 10) {
                AudioFormat format = format(head);
                // whatever follows an ID3v2 tag and is nothing else is taken for MPEG: it may begin with padding
                return format == AudioFormat.NONE && tags > 0 ? AudioFormat.MPEG : format;
            }
            position += lengthOfTag(head);
        }
        return AudioFormat.MPEG;
    }

    /** Returns where the first byte behind all ID3v2 tags is. */
    static long behindTags(ContentReader content) throws IOException {
        long position = 0;
        for (int tags = 0; tags < TAGS_AT_MOST; tags++) {
            byte[] head = head(content, position);
            if (!starts(head, 0, "ID3") || head.length < 10) {
                break;
            }
            position += lengthOfTag(head);
        }
        return position;
    }

    private static int lengthOfTag(byte[] head) {
        return 10 + syncSafe(head, 6) + ((head[5] & 0x10) != 0 ? 10 : 0);
    }

    private static AudioFormat format(byte[] head) {
        if (starts(head, 0, "fLaC")) {
            return AudioFormat.FLAC;
        } else if (starts(head, 0, "OggS")) {
            return ogg(head);
        } else if (starts(head, 4, "ftyp") || starts(head, 4, "moov") || starts(head, 4, "mdat")) {
            return AudioFormat.MP4;
        } else if (starts(head, 0, "RIFF") && starts(head, 8, "WAVE")) {
            return AudioFormat.WAVE;
        } else if (starts(head, 0, "RF64") || starts(head, 0, "BW64")) {
            return AudioFormat.RF64;
        } else if (starts(head, 0, "FORM") && (starts(head, 8, "AIFF") || starts(head, 8, "AIFC"))) {
            return AudioFormat.AIFF;
        } else if (starts(head, 0, "DSD ")) {
            return AudioFormat.DSF;
        } else if (starts(head, 0, "FRM8")) {
            return AudioFormat.DSDIFF;
        } else if (starts(head, 0, "MAC ")) {
            return AudioFormat.APE;
        } else if (starts(head, 0, "wvpk")) {
            return AudioFormat.WAVPACK;
        } else if (starts(head, 0, "MPCK") || starts(head, 0, "MP+")) {
            return AudioFormat.MUSEPACK;
        } else if (starts(head, 0, "TTA1")) {
            return AudioFormat.TTA;
        } else if (head.length > 4 && word(head, 0) == 0x3026b275) {
            return AudioFormat.ASF;
        } else if (head.length > 4 && word(head, 0) == 0x1a45dfa3) {
            return AudioFormat.MATROSKA;
        }
        return frames(head);
    }

    private static AudioFormat ogg(byte[] head) {
        String page = new String(head, 0, Math.min(head.length, 512), StandardCharsets.ISO_8859_1);
        if (page.contains("OpusHead")) {
            return AudioFormat.OPUS;
        } else if (page.contains("\u0001vorbis")) {
            return AudioFormat.VORBIS;
        } else if (page.contains("Speex   ")) {
            return AudioFormat.SPEEX;
        }
        return page.contains("\u007fFLAC") ? AudioFormat.OGG_FLAC : AudioFormat.OGG;
    }

    /** MPEG audio has no magic: a frame header, somewhere near the beginning. */
    private static AudioFormat frames(byte[] head) {
        for (int i = 0; i + 3 < head.length; i++) {
            if ((head[i] & 0xff) == 0xff && (head[i + 1] & 0xe0) == 0xe0) {
                int layer = head[i + 1] >> 1 & 3;
                if (layer == 0) {
                    if (i == 0 && (head[1] & 0xf6) == 0xf0) {
                        return AudioFormat.ADTS;
                    }
                    continue;
                }
                boolean plausible =
                        (head[i + 1] >> 3 & 3) != 1 && (head[i + 2] & 0xf0) != 0xf0 && (head[i + 2] & 0x0c) != 0x0c;
                if (plausible) {
                    return AudioFormat.MPEG;
                }
            }
        }
        return AudioFormat.NONE;
    }

    static byte[] head(ContentReader content, long position) throws IOException {
        var buffer = ByteBuffer.allocate(HEAD);
        int read = content.readFully(position, buffer);
        return java.util.Arrays.copyOf(buffer.array(), read);
    }

    static boolean starts(byte[] head, int at, String magic) {
        if (head.length < at + magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if (head[at + i] != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Four bytes of seven bits (ID3v2.4.0 structure, 6.2). */
    static int syncSafe(byte[] bytes, int at) {
        return (bytes[at] & 0x7f) << 21
                | (bytes[at + 1] & 0x7f) << 14
                | (bytes[at + 2] & 0x7f) << 7
                | bytes[at + 3] & 0x7f;
    }

    private static int word(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at);
    }
}
