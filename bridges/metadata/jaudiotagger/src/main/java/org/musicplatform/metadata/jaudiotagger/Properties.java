package org.musicplatform.metadata.jaudiotagger;

import java.time.Duration;
import java.util.Locale;
import org.jaudiotagger.audio.AudioHeader;
import org.musicplatform.core.api.metadata.AudioProperties;

/** Technical properties from the library's header. */
final class Properties {

    private Properties() {}

    static AudioProperties of(AudioHeader header, AudioFormat format, boolean estimated, Duration known) {
        double seconds = header.getPreciseTrackLength();
        Duration told = seconds > 0 ? Duration.ofMillis(Math.round(seconds * 1000)) : null;
        Duration duration = known == null ? told : known;
        String codec = codec(header, format);
        boolean lossless = header.isLossless() || "PCM".equals(codec) || "FLAC".equals(codec) || "ALAC".equals(codec);
        return new AudioProperties(
                format.container(),
                codec,
                duration,
                estimated && duration != null,
                positive(header.getBitRateAsNumber()),
                positive(header.getSampleRateAsNumber()),
                channels(header.getChannels()),
                lossless ? positive(header.getBitsPerSample()) : null);
    }

    private static String codec(AudioHeader header, AudioFormat format) {
        String encoding = String.valueOf(header.getEncodingType()).toUpperCase(Locale.ROOT);
        return switch (format) {
            case MPEG -> encoding.contains("LAYER 2") ? "MP2" : encoding.contains("LAYER 1") ? "MP1" : "MP3";
            case FLAC -> "FLAC";
            case VORBIS -> "Vorbis";
            case MP4 -> encoding.contains("ALAC") || encoding.contains("LOSSLESS") ? "ALAC" : "AAC";
            case WAVE, AIFF -> "PCM";
            case ASF -> "WMA";
            case DSF -> "DSD";
            default -> null;
        };
    }

    private static Integer channels(String text) {
        if (text == null) {
            return null;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("mono")) {
            return 1;
        } else if (lower.contains("stereo") || lower.contains("dual")) {
            return 2;
        }
        String digits = lower.replaceAll("\\D.*", "");
        return digits.isEmpty() || digits.length() > 3 ? null : positive(Integer.parseInt(digits));
    }

    private static Integer positive(Number number) {
        return number == null || number.longValue() <= 0 || number.longValue() > Integer.MAX_VALUE
                ? null
                : Integer.valueOf(number.intValue());
    }
}
