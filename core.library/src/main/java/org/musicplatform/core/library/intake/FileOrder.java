package org.musicplatform.core.library.intake;

import org.musicplatform.core.library.track.FileBound;

/** Which file of a track is the best: the one that is shown first, described by, exported and played. */
public final class FileOrder {

    /**
     * By what files named {@code f} are ordered. Only files that lose nothing tell their bits; what cannot be read comes
     * later, and what is missing last: what went latest tells how the track was called. Of files that hold the same bytes
     * the one that was kept comes first.
     */
    public static final String BEST_FIRST = "f.state = 4, f.missing_since DESC, f.state = 3, f.bits IS NULL,"
            + " f.bits DESC, f.sample_rate DESC, f.bitrate DESC, f.bound = "
            + FileBound.SAME_BYTES.code() + ", f.id";

    private FileOrder() {}
}
