package org.musicplatform.core.api.playback;

import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.ErrorDomain;

/** Something cannot be decoded or played. */
public class PlaybackException extends CoreException {
    private static final long serialVersionUID = 1L;

    /** Code: no decoder that is installed knows this format or codec. */
    public static final String UNSUPPORTED_CODEC = "unsupported-codec";

    /** Code: the file is damaged where it had to be decoded. */
    public static final String CORRUPT = "corrupt-stream";

    /** Code: the stream cannot be positioned. */
    public static final String SEEK_NOT_SUPPORTED = "seek-not-supported";

    /** Code: the decoder itself failed, or took too long. */
    public static final String DECODER_FAILED = "decoder-failed";

    /** Code: there is no such output, or nothing to play it on. */
    public static final String OUTPUT_UNAVAILABLE = "output-unavailable";

    /** Code: the output failed while playing. */
    public static final String OUTPUT_FAILED = "output-failed";

    /** Code: none of the files of the track is there. */
    public static final String NO_FILE = "no-file";

    /** Code: nothing is in the queue, or not at that place. */
    public static final String NOTHING_TO_PLAY = "nothing-to-play";

    /** Code: the player is closed, or the bundle that played is gone. The queue can be played by another player. */
    public static final String SERVICE_GONE = "service-gone";

    /**
     * Creates an error.
     *
     * @param code one of the constants here, not null
     * @param message what is wrong with what, and what to do, not null
     * @param cause what led to it, or null
     */
    public PlaybackException(String code, String message, Throwable cause) {
        super(ErrorDomain.PLAYBACK, code, SERVICE_GONE.equals(code), message, cause);
    }

    /**
     * Creates an error without a cause.
     *
     * @param code one of the constants here, not null
     * @param message what is wrong with what, and what to do, not null
     */
    public PlaybackException(String code, String message) {
        this(code, message, null);
    }
}
