package org.musicplatform.core.library.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.Tags;

/** Who is on a track, by its tags. */
public final class ArtistNames {

    /** Only words that never belong to a name divide it: {@code &} and {@code /} may. */
    private static final Pattern GUESTS =
            Pattern.compile("\\s+(?:feat\\.|ft\\.|featuring)\\s+", Pattern.CASE_INSENSITIVE);

    private static final Pattern INSTRUMENT = Pattern.compile("\\s*\\([^()]*\\)\\s*$");

    private static final List<TagField> ROLES = List.of(
            TagField.COMPOSER,
            TagField.CONDUCTOR,
            TagField.LYRICIST,
            TagField.ARRANGER,
            TagField.REMIXER,
            TagField.PRODUCER,
            TagField.PERFORMER);

    public static final String ARTIST = "artist";

    private ArtistNames() {}

    /** Someone on a track. */
    public record Named(String role, String name) {}

    /** Returns what to show, or null. */
    public static String display(Tags tags) {
        String artist = tags.first(TagField.ARTIST);
        if (artist != null) {
            return artist;
        }
        var artists = tags.all(TagField.ARTISTS);
        return artists.isEmpty() ? null : String.join(", ", artists);
    }

    public static List<Named> all(Tags tags) {
        var named = new LinkedHashSet<Named>();
        for (String name : artists(tags)) {
            named.add(new Named(ARTIST, name.strip()));
        }
        for (TagField role : ROLES) {
            for (String value : tags.all(role)) {
                String name =
                        role == TagField.PERFORMER ? INSTRUMENT.matcher(value).replaceFirst("") : value;
                named.add(new Named(role.name().toLowerCase(Locale.ROOT), name.strip()));
            }
        }
        named.removeIf(one -> one.name().isEmpty());
        return new ArrayList<>(named);
    }

    private static List<String> artists(Tags tags) {
        var artists = tags.all(TagField.ARTISTS);
        if (!artists.isEmpty()) {
            return artists;
        }
        var shown = tags.all(TagField.ARTIST);
        if (shown.size() != 1) {
            return shown;
        }
        return Arrays.asList(GUESTS.split(shown.get(0)));
    }
}
