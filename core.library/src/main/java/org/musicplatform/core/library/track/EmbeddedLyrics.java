package org.musicplatform.core.library.track;

import java.util.List;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.library.search.SearchIndex;

/**
 * The lyrics that lie in a file as its rows will have them.
 *
 * @param body as {@link LyricsText} writes it
 * @param searched the words as search has them
 */
public record EmbeddedLyrics(boolean synced, String language, String body, String searched) {

    /** Makes them of the best lyrics of a file; returns null when there are none. */
    public static EmbeddedLyrics of(List<Lyrics> lyrics) {
        if (lyrics.isEmpty()) {
            return null;
        }
        var best = lyrics.get(0); // synced ones come first
        String searched = SearchIndex.foldedLyrics(LyricsText.words(best.lines()));
        return new EmbeddedLyrics(best.synced(), best.language(), LyricsText.write(best), searched);
    }
}
