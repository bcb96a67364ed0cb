package org.musicplatform.core.sync.listing;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.musicplatform.core.api.source.SourceItem;

/** Tells which items of a source are audio files. */
public final class AudioFiles {

    private static final Set<String> KNOWN = Set.of(
            ("mp3 mp2 mp1 flac ogg oga opus spx m4a m4b mp4 aac wav wave rf64 w64 aif aiff aifc wma asf ape wv mpc mp+"
                            + " mpp tta dsf dff mka alac caf ac3 dts")
                    .split(" "));

    private final Set<String> extensions = new HashSet<>(KNOWN);
    private final Set<String> onlyPlayed;

    /**
     * Knows the common extensions, those of the installed readers and decoders, and what a person added.
     *
     * @param ofReaders lower case, without a dot
     * @param ofDecoders lower case, without a dot
     * @param extra as a person wrote them, separated by spaces or commas
     */
    public AudioFiles(List<String> ofReaders, List<String> ofDecoders, String extra) {
        extensions.addAll(ofReaders);
        extensions.addAll(ofDecoders);
        onlyPlayed = new HashSet<>(ofDecoders);
        ofReaders.forEach(onlyPlayed::remove);
        for (String word : extra.toLowerCase(Locale.ROOT).split("[\\s,;]+")) {
            String extension = word.startsWith(".") ? word.substring(1) : word;
            if (!extension.isEmpty()) {
                extensions.add(extension);
            }
        }
    }

    /** What indexing takes in: audio files, and whatever is gone. */
    public boolean wanted(SourceItem item) {
        return item.kind() == SourceItem.Kind.REMOVED || isAudio(item);
    }

    /** Tells whether an item is music. */
    public boolean isAudio(SourceItem item) {
        // macOS keeps resource forks beside the files of foreign file systems under the same extension
        if (item.kind() != SourceItem.Kind.FILE || item.name().startsWith("._")) {
            return false;
        }
        String type = item.mediaType();
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("audio/")) {
            return true;
        }
        return extensions.contains(extension(item.name()));
    }

    /** Tells whether a decoder claims a file by its name, and no tag reader does. */
    public boolean isOnlyPlayed(String name) {
        return onlyPlayed.contains(extension(name));
    }

    /** Empty where there is none. */
    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
