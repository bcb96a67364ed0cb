package org.musicplatform.benchmarks.library;

import java.time.Duration;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.DecoderHints;

/** A kind of file, and the names that its tags have. */
enum Format {
    MP3("mp3", "MPEG", "MP3", "LAME3.100", 0),
    FLAC("flac", "FLAC", "FLAC", "reference libFLAC 1.3.2 20170101", 16),
    M4A("m4a", "MP4", "AAC", "iTunes 12.9.5.7", 0),
    OPUS("opus", "Ogg", "Opus", "Lavc59.37.100 libopus", 0);

    private static final int[] RATES = {128, 192, 256, 320, 320};

    private final String extension;
    private final String container;
    private final String codec;
    private final String encoder;
    private final int bits;

    Format(String extension, String container, String codec, String encoder, int bits) {
        this.extension = extension;
        this.container = container;
        this.codec = codec;
        this.encoder = encoder;
        this.bits = bits;
    }

    static Format of(Dice dice) {
        int percent = dice.below(100);
        return percent < 55 ? MP3 : percent < 85 ? FLAC : percent < 95 ? M4A : OPUS;
    }

    String extension() {
        return extension;
    }

    String encoder() {
        return encoder;
    }

    /** Returns kilobits a second of an album in this format. */
    int bitrate(Dice album) {
        return switch (this) {
            case FLAC -> album.between(700, 1_050);
            case OPUS -> 128;
            default -> RATES[album.below(RATES.length)];
        };
    }

    AudioProperties properties(long millis, int bitrate) {
        var hints = this == FLAC ? DecoderHints.NONE : new DecoderHints(this == OPUS ? 312 : 576, 1_020, null);
        return new AudioProperties(
                container,
                codec,
                Duration.ofMillis(millis),
                false,
                bitrate,
                this == OPUS ? 48_000 : 44_100,
                2,
                bits == 0 ? null : bits,
                hints);
    }
}
