package org.musicplatform.decoders.ffmpeg;

import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.global.avutil;
import org.musicplatform.core.api.playback.PlaybackException;

/** What goes wrong, in words. */
final class Failures {

    private static final int LONGEST = 128;

    private Failures() {}

    static PlaybackException unsupported(String message) {
        return new PlaybackException(PlaybackException.UNSUPPORTED_CODEC, message);
    }

    static PlaybackException corrupt(String message) {
        return new PlaybackException(PlaybackException.CORRUPT, message);
    }

    static OutOfMemoryError noMemory() {
        return new OutOfMemoryError("FFmpeg gets no memory");
    }

    /** Says what FFmpeg means by an error number. */
    static String words(int error) {
        byte[] text = new byte[LONGEST];
        avutil.av_strerror(error, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
