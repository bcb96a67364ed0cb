package org.musicplatform.core.sync.listing;

import java.util.List;
import java.util.Set;
import org.musicplatform.core.api.library.Companion;
import org.musicplatform.core.api.library.ingest.Intake.FoundCompanion;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.support.FolderPictures;

/** Tells by name and size which items of a source are companions of audio files. */
public final class Companions {

    /** Greater ones are something else that bears the extension; the readers refuse them too. */
    private static final long LARGEST_TEXT = 1 << 20;

    private static final long LARGEST_PICTURE = 16 << 20;
    private static final Set<String> LYRICS = Set.of("lrc", "txt");

    private Companions() {}

    /** Picks them out. */
    public static List<FoundCompanion> among(List<SourceItem> items) {
        return items.stream()
                .map(Companions::of)
                .filter(found -> found != null && ItemLimits.within(found.item()))
                .toList();
    }

    private static FoundCompanion of(SourceItem item) {
        var kind = item.kind() == SourceItem.Kind.FILE && !item.name().startsWith("._") ? kind(item) : null;
        return kind == null ? null : new FoundCompanion(kind, item);
    }

    private static Companion.Kind kind(SourceItem item) {
        long size = item.version().size();
        String extension = AudioFiles.extension(item.name());
        if (size <= LARGEST_TEXT && extension.equals("cue")) {
            return Companion.Kind.SHEET;
        } else if (size <= LARGEST_TEXT && LYRICS.contains(extension)) {
            return Companion.Kind.LYRICS;
        } else if (size <= LARGEST_PICTURE && FolderPictures.rank(item.name()) >= 0) {
            return Companion.Kind.IMAGE;
        }
        return null;
    }
}
