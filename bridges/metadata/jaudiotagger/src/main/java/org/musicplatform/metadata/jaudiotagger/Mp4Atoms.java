package org.musicplatform.metadata.jaudiotagger;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.musicplatform.core.api.metadata.MetadataException;

/** The boxes of an MP4 file: whether each fits into the one around it, and how the sound is coded. */
final class Mp4Atoms {

    private static final Set<String> HOLD_OTHERS = Set.of("moov", "trak", "mdia", "minf", "stbl", "udta", "ilst");
    private static final Set<String> KNOWN_CODECS = Set.of("mp4a", "alac", "drms");
    private static final Map<String, String> OTHER_CODECS = Map.of(
            "fLaC", "FLAC", "Opus", "Opus", "ac-3", "AC-3", "ec-3", "E-AC-3", "ac-4", "AC-4", ".mp3", "MP3", "dtsc",
            "DTS", "mlpa", "TrueHD", "twos", "PCM", "sowt", "PCM");
    private static final int DEEPEST = 12;
    private static final int PARTS_AT_MOST = 100_000;

    private int parts;
    private boolean sound;
    private String foreignCodec;

    private Mp4Atoms() {}

    /** Refuses sizes that cannot be, and files with no sound that the library could read. */
    static void check(Span file) throws IOException {
        var atoms = new Mp4Atoms();
        atoms.walk(file, true, 0);
        if (!atoms.sound && atoms.foreignCodec != null) {
            throw new MetadataException(
                    MetadataException.UNSUPPORTED_FORMAT,
                    "The format " + atoms.foreignCodec + " in MP4 cannot be read yet.");
        }
    }

    private void walk(Span box, boolean top, int depth) throws IOException {
        Span.require(depth < DEEPEST);
        long at = 0;
        while (box.holds(at, 8)) {
            Span.require(++parts < PARTS_AT_MOST);
            long size = box.big(at);
            String name = box.name(at + 4);
            int head = 8;
            if (size == 1) {
                size = box.bytes(at + 8, 8).getLong();
                head = 16;
            } else if (size == 0) {
                if (!top) {
                    return; // four zeros end some lists
                }
                size = box.length() - at;
            }
            Span.require(size >= head);
            if (!box.holds(at, size)) {
                Span.require(top && name.equals("mdat"));
                return;
            }
            inside(name, box.part(at + head, size - head), depth);
            if (top && name.equals("moov")) {
                return; // what follows is sound, or what other programs left behind
            }
            at += size;
        }
    }

    private void inside(String name, Span box, int depth) throws IOException {
        if (HOLD_OTHERS.contains(name)) {
            walk(box, false, depth + 1);
        } else if (name.equals("meta") && box.holds(0, 8)) {
            // QuickTime has no version before the first box
            walk(box.name(4).equals("hdlr") ? box : box.part(4, box.length() - 4), false, depth + 1);
        } else if (name.equals("stsd") && box.holds(0, 16)) {
            codec(box.name(12));
        }
    }

    private void codec(String name) {
        if (KNOWN_CODECS.contains(name)) {
            sound = true;
        } else if (OTHER_CODECS.containsKey(name)) {
            foreignCodec = OTHER_CODECS.get(name);
        }
    }
}
