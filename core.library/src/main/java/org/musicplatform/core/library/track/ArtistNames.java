package org.musicplatform.core.library.track;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.Tags;

/** Who is on a track, by its tags. */
public final class ArtistNames {

    /** Only words that never belong to a name divide it: {@code &} and {@code /} may. */
    private static final Pattern GUESTS =
            Pattern.compile("\\s+(?:feat\\.|ft\\.|featuring)\\s+", Pattern.CASE_INSENSITIVE);

    private static final Pattern INSTRUMENT = Pattern.compile("\\s*\\([^()]*\\)\\s*$");

    private ArtistNames() {}

    /** Someone on a track. */
    public record Named(Role role, String name) {}

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
            add(named, Role.ARTIST, name);
        }
        for (Role role : Role.values()) {
            for (String value : role == Role.ARTIST ? List.<String>of() : tags.all(role.field())) {
                add(
                        named,
                        role,
                        role == Role.PERFORMER ? INSTRUMENT.matcher(value).replaceFirst("") : value);
            }
        }
        return List.copyOf(named);
    }

    private static void add(Set<Named> named, Role role, String name) {
        String plain = name.strip();
        if (!plain.isEmpty()) {
            named.add(new Named(role, plain));
        }
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
        String one = shown.get(0);
        // most names have no f with a t behind it, and the pattern is slow
        boolean guests = one.length() > 6 && one.toLowerCase(Locale.ROOT).contains(" f");
        return guests ? Arrays.asList(GUESTS.split(one)) : shown;
    }
}
