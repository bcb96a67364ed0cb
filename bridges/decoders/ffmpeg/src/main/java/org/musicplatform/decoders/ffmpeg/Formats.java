package org.musicplatform.decoders.ffmpeg;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bytedeco.ffmpeg.global.avcodec;

/** What of FFmpeg is used, and what is known of it. */
final class Formats {

    /**
     * Containers, by FFmpeg's names. Play lists, images and whatever fetches other files are none: a file of a stranger
     * must not make us open another.
     */
    static final String CONTAINERS = String.join(
            ",",
            List.of(
                    "aac",
                    "ac3",
                    "ac4",
                    "aiff",
                    "amr",
                    "amrnb",
                    "amrwb",
                    "ape",
                    "asf",
                    "au",
                    "bonk",
                    "caf",
                    "dsf",
                    "dts",
                    "dtshd",
                    "eac3",
                    "flac",
                    "g722",
                    "gsm",
                    "iff",
                    "loas",
                    "m4a",
                    "matroska",
                    "webm",
                    "mlp",
                    "mov",
                    "mp4",
                    "mp3",
                    "mpc",
                    "mpc8",
                    "mpegts",
                    "mpeg",
                    "oga",
                    "ogg",
                    "oma",
                    "osq",
                    "qoa",
                    "rm",
                    "rso",
                    "shn",
                    "sox",
                    "tak",
                    "truehd",
                    "tta",
                    "voc",
                    "vqf",
                    "w64",
                    "wav",
                    "wsaud",
                    "wv",
                    "xwma",
                    "flv",
                    "avi"));

    /** MP4 and its relatives. */
    static final String INDEXED_BY_ATOMS = "mov,mp4,m4a,3gp,3g2,mj2";

    /** Containers that say where each packet belongs: FFmpeg goes there without reading what lies between. */
    private static final Set<String> INDEXED = Set.of("flac", INDEXED_BY_ATOMS);

    /** Containers of samples that lie one behind another: those of PCM are where their number says. */
    private static final Set<String> RAW = Set.of("wav", "w64", "aiff", "au", "caf");

    /** Containers whose headers tell the length to the frame. */
    private static final Set<String> MEASURED = Set.of(
            "flac", "wav", "w64", "aiff", "au", "caf", INDEXED_BY_ATOMS, "mp3", "ogg", "wv", "tta", "tak", "ape");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("vorbis", "Vorbis"),
            Map.entry("opus", "Opus"),
            Map.entry("wavpack", "WavPack"),
            Map.entry("musepack7", "Musepack"),
            Map.entry("musepack8", "Musepack"),
            Map.entry("ape", "Monkey's Audio"),
            Map.entry("speex", "Speex"),
            Map.entry("shorten", "Shorten"),
            Map.entry("mp3float", "MP3"),
            Map.entry("wmav1", "WMA"),
            Map.entry("wmav2", "WMA"),
            Map.entry("wmapro", "WMA Pro"),
            Map.entry("wmalossless", "WMA Lossless"),
            Map.entry("eac3", "E-AC-3"),
            Map.entry("ac3", "AC-3"),
            Map.entry("truehd", "TrueHD"));

    private Formats() {}

    static boolean indexed(String container, int codec) {
        return INDEXED.contains(container)
                || RAW.contains(container)
                        && avcodec.avcodec_get_name(codec).getString().startsWith("pcm_");
    }

    static boolean measured(String container) {
        return MEASURED.contains(container);
    }

    /** Tells whether a codec sounds the same wherever in a stream it starts, once it has heard a second. */
    static boolean forgets(int codec) {
        return codec != avcodec.AV_CODEC_ID_SPEEX;
    }

    /** Returns the name that people know a codec by. */
    static String name(String codec) {
        String known = NAMES.get(codec);
        if (known != null) {
            return known;
        }
        if (codec.startsWith("pcm_")) {
            return "PCM";
        }
        return codec.startsWith("dsd_") ? "DSD" : codec.toUpperCase(Locale.ROOT);
    }
}
