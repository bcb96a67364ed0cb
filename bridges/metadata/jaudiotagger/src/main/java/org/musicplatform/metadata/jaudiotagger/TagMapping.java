package org.musicplatform.metadata.jaudiotagger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.KeyNotFoundException;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.flac.FlacTag;
import org.jaudiotagger.tag.id3.AbstractID3Tag;
import org.jaudiotagger.tag.reference.GenreTypes;
import org.jaudiotagger.tag.vorbiscomment.VorbisCommentTag;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.Tags;

/** Maps what jaudiotagger read to the common fields. */
final class TagMapping {

    private static final Map<TagField, FieldKey> KEYS = new EnumMap<>(TagField.class);
    private static final Map<TagField, String> BY_NAME = new EnumMap<>(TagField.class);

    static {
        KEYS.put(TagField.TITLE, FieldKey.TITLE);
        KEYS.put(TagField.ARTIST, FieldKey.ARTIST);
        KEYS.put(TagField.ARTISTS, FieldKey.ARTISTS);
        KEYS.put(TagField.ALBUM, FieldKey.ALBUM);
        KEYS.put(TagField.ALBUM_ARTIST, FieldKey.ALBUM_ARTIST);
        KEYS.put(TagField.ALBUM_ARTISTS, FieldKey.ALBUM_ARTISTS);
        KEYS.put(TagField.TRACK_NUMBER, FieldKey.TRACK);
        KEYS.put(TagField.TRACK_TOTAL, FieldKey.TRACK_TOTAL);
        KEYS.put(TagField.DISC_NUMBER, FieldKey.DISC_NO);
        KEYS.put(TagField.DISC_TOTAL, FieldKey.DISC_TOTAL);
        KEYS.put(TagField.DISC_SUBTITLE, FieldKey.DISC_SUBTITLE);
        KEYS.put(TagField.DATE, FieldKey.YEAR);
        KEYS.put(TagField.ORIGINAL_DATE, FieldKey.ORIGINALRELEASEDATE);
        KEYS.put(TagField.GENRE, FieldKey.GENRE);
        KEYS.put(TagField.COMPOSER, FieldKey.COMPOSER);
        KEYS.put(TagField.CONDUCTOR, FieldKey.CONDUCTOR);
        KEYS.put(TagField.LYRICIST, FieldKey.LYRICIST);
        KEYS.put(TagField.ARRANGER, FieldKey.ARRANGER);
        KEYS.put(TagField.REMIXER, FieldKey.REMIXER);
        KEYS.put(TagField.PRODUCER, FieldKey.PRODUCER);
        KEYS.put(TagField.PERFORMER, FieldKey.PERFORMER);
        KEYS.put(TagField.COMPILATION, FieldKey.IS_COMPILATION);
        KEYS.put(TagField.COMMENT, FieldKey.COMMENT);
        KEYS.put(TagField.WORK, FieldKey.WORK);
        KEYS.put(TagField.GROUPING, FieldKey.GROUPING);
        KEYS.put(TagField.MOOD, FieldKey.MOOD);
        KEYS.put(TagField.LANGUAGE, FieldKey.LANGUAGE);
        KEYS.put(TagField.LABEL, FieldKey.RECORD_LABEL);
        KEYS.put(TagField.CATALOG_NUMBER, FieldKey.CATALOG_NO);
        KEYS.put(TagField.BARCODE, FieldKey.BARCODE);
        KEYS.put(TagField.ISRC, FieldKey.ISRC);
        KEYS.put(TagField.BPM, FieldKey.BPM);
        KEYS.put(TagField.KEY, FieldKey.KEY);
        KEYS.put(TagField.ENCODER, FieldKey.ENCODER);
        KEYS.put(TagField.COPYRIGHT, FieldKey.COPYRIGHT);
        KEYS.put(TagField.TITLE_SORT, FieldKey.TITLE_SORT);
        KEYS.put(TagField.ARTIST_SORT, FieldKey.ARTIST_SORT);
        KEYS.put(TagField.ALBUM_SORT, FieldKey.ALBUM_SORT);
        KEYS.put(TagField.ALBUM_ARTIST_SORT, FieldKey.ALBUM_ARTIST_SORT);
        KEYS.put(TagField.COMPOSER_SORT, FieldKey.COMPOSER_SORT);
        KEYS.put(TagField.LYRICS, FieldKey.LYRICS);
        KEYS.put(TagField.RATING, FieldKey.RATING);
        // what taggers call the track id names the recording
        KEYS.put(TagField.MUSICBRAINZ_RECORDING_ID, FieldKey.MUSICBRAINZ_TRACK_ID);
        KEYS.put(TagField.MUSICBRAINZ_TRACK_ID, FieldKey.MUSICBRAINZ_RELEASE_TRACK_ID);
        KEYS.put(TagField.MUSICBRAINZ_RELEASE_ID, FieldKey.MUSICBRAINZ_RELEASEID);
        KEYS.put(TagField.MUSICBRAINZ_RELEASE_GROUP_ID, FieldKey.MUSICBRAINZ_RELEASE_GROUP_ID);
        KEYS.put(TagField.MUSICBRAINZ_ARTIST_ID, FieldKey.MUSICBRAINZ_ARTISTID);
        KEYS.put(TagField.MUSICBRAINZ_ALBUM_ARTIST_ID, FieldKey.MUSICBRAINZ_RELEASEARTISTID);
        KEYS.put(TagField.ACOUSTID_ID, FieldKey.ACOUSTID_ID);

        // the library has no keys for these; formats only differ in what stands before the name
        BY_NAME.put(TagField.REPLAYGAIN_TRACK_GAIN, "REPLAYGAIN_TRACK_GAIN");
        BY_NAME.put(TagField.REPLAYGAIN_TRACK_PEAK, "REPLAYGAIN_TRACK_PEAK");
        BY_NAME.put(TagField.REPLAYGAIN_ALBUM_GAIN, "REPLAYGAIN_ALBUM_GAIN");
        BY_NAME.put(TagField.REPLAYGAIN_ALBUM_PEAK, "REPLAYGAIN_ALBUM_PEAK");
    }

    /** Names that stand in for a field when its own is missing. */
    private static final Map<TagField, String> OTHER_NAMES = Map.of(
            TagField.TRACK_NUMBER, "IPRT",
            TagField.COMPILATION, "COMPILATION",
            TagField.COMMENT, "COMMENT",
            TagField.ENCODER, "ENCODER");

    private static final Pattern GENRE_NUMBERS = Pattern.compile("\\((\\d{1,3}|RX|CR)\\)");
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:[-./](\\d{2})(?:[-./](\\d{2}))?)?(?:\\D.*)?");
    private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private TagMapping() {}

    static Tags map(Tag wrapped, List<String> warnings) {
        var tag = RawTags.unwrapped(wrapped);
        var raw = RawTags.of(tag, warnings);
        var fields = new EnumMap<TagField, List<String>>(TagField.class);
        KEYS.forEach((field, key) -> put(fields, field, values(tag, key, warnings)));
        BY_NAME.forEach((field, name) -> raw.forEach((id, values) -> {
            if (id.toUpperCase(Locale.ROOT).endsWith(name)) {
                put(fields, field, values);
            }
        }));
        comments(fields, raw);
        if (tag instanceof VorbisCommentTag || tag instanceof FlacTag) {
            // the library takes the name of the writing library for it
            fields.remove(TagField.ENCODER);
        }
        OTHER_NAMES.forEach((field, name) -> raw.forEach((id, values) -> {
            if (!fields.containsKey(field)
                    && id.toUpperCase(Locale.ROOT).replace("TXXX:", "").equals(name)) {
                put(fields, field, values);
            }
        }));
        if (!fields.containsKey(TagField.ORIGINAL_DATE)) {
            put(fields, TagField.ORIGINAL_DATE, values(tag, FieldKey.ORIGINAL_YEAR, warnings));
        }
        split(fields, TagField.TRACK_NUMBER, TagField.TRACK_TOTAL);
        split(fields, TagField.DISC_NUMBER, TagField.DISC_TOTAL);
        each(fields, TagField.DATE, TagMapping::date);
        each(fields, TagField.ORIGINAL_DATE, TagMapping::date);
        each(fields, TagField.COMPILATION, TagMapping::compilation);
        boolean id3 = tag instanceof AbstractID3Tag;
        each(fields, TagField.RATING, text -> rating(text, id3));
        genres(fields);
        return new Tags(fields, raw);
    }

    private static List<String> values(Tag tag, FieldKey key, List<String> warnings) {
        try {
            return tag.getAll(key);
        } catch (KeyNotFoundException | UnsupportedOperationException foreign) {
            return List.of(); // this kind of tag does not know the field
        } catch (RuntimeException damaged) {
            warn(warnings);
            return List.of();
        }
    }

    /** Programs keep numbers in comments with a description; what a person wrote has none. */
    private static void comments(Map<TagField, List<String>> fields, Map<String, List<String>> raw) {
        if (raw.keySet().stream().anyMatch(id -> id.startsWith("COMM"))) {
            fields.remove(TagField.COMMENT);
            put(fields, TagField.COMMENT, raw.getOrDefault("COMM", List.of()));
        }
    }

    static void warn(List<String> warnings) {
        String words = "A field of the tag is damaged.";
        if (!warnings.contains(words)) {
            warnings.add(words);
        }
    }

    private static void put(Map<TagField, List<String>> fields, TagField field, List<String> values) {
        var clean = clean(values);
        if (!clean.isEmpty()) {
            fields.put(field, clean);
        }
    }

    /** Splits at NUL, which separates values in ID3v2.4 and only ends them elsewhere. */
    static List<String> clean(List<String> values) {
        var clean = new LinkedHashSet<String>();
        for (String value : values) {
            if (value != null) {
                for (String part : value.split("\0")) {
                    String text = part.replace("\uFEFF", "").strip();
                    if (!text.isEmpty()) {
                        clean.add(text);
                    }
                }
            }
        }
        return List.copyOf(clean);
    }

    private interface Change {
        String apply(String text);
    }

    private static void each(Map<TagField, List<String>> fields, TagField field, Change change) {
        var old = fields.remove(field);
        if (old != null) {
            var values = new ArrayList<String>();
            for (String text : old) {
                String changed = change.apply(text);
                if (changed != null) {
                    values.add(changed);
                }
            }
            put(fields, field, values);
        }
    }

    private static void split(Map<TagField, List<String>> fields, TagField number, TagField total) {
        var numbers = fields.getOrDefault(number, List.of());
        if (!numbers.isEmpty()) {
            String[] parts = numbers.get(0).split("/", 2);
            fields.put(number, List.of(parts[0]));
            if (parts.length > 1 && !fields.containsKey(total)) {
                fields.put(total, List.of(parts[1]));
            }
        }
        each(fields, number, TagMapping::digits);
        each(fields, total, TagMapping::digits);
    }

    /** Returns a number without leading zeros; null for 0, which stands for none, and for what is no number. */
    static String digits(String text) {
        String bare = text.strip().replaceFirst("^0+", "");
        return bare.matches("\\d{1,9}") ? bare : null;
    }

    static String date(String text) {
        var compact = COMPACT_DATE.matcher(text);
        var match = compact.matches() ? compact : DATE.matcher(text);
        if (!match.matches() || match.group(1).equals("0000")) {
            return null;
        }
        String month = match.group(2);
        String day = match.group(3);
        if (month == null || !between(month, 12)) {
            return match.group(1);
        }
        return match.group(1) + "-" + month + (day == null || !between(day, 31) ? "" : "-" + day);
    }

    private static boolean between(String text, int max) {
        int value = Integer.parseInt(text);
        return value >= 1 && value <= max;
    }

    private static String compilation(String text) {
        return List.of("1", "true", "yes").contains(text.toLowerCase(Locale.ROOT)) ? "1" : null;
    }

    private static String rating(String text, boolean id3) {
        if (!text.matches("\\d{1,3}")) {
            return null;
        }
        int value = Integer.parseInt(text);
        if (!id3) {
            return value > 100 ? null : String.valueOf(value);
        }
        // a popularimeter goes to 255, and 0 means that nobody rated
        return value == 0 || value > 255 ? null : String.valueOf(Math.round(value * 100f / 255));
    }

    private static void genres(Map<TagField, List<String>> fields) {
        var old = fields.remove(TagField.GENRE);
        if (old != null) {
            var names = new ArrayList<String>();
            old.forEach(text -> names.addAll(genre(text)));
            put(fields, TagField.GENRE, names);
        }
    }

    /** Resolves the numbers that ID3 allows in place of, and before, a name. */
    static List<String> genre(String text) {
        if (text.matches("\\d{1,3}")) {
            return List.of(genreName(text));
        }
        var names = new ArrayList<String>();
        var match = GENRE_NUMBERS.matcher(text);
        int end = 0;
        while (match.find(end) && match.start() == end) {
            names.add(genreName(match.group(1)));
            end = match.end();
        }
        String rest = text.substring(end).strip();
        if (!rest.isEmpty()) {
            // the text after the numbers refines the last of them
            if (!names.isEmpty()) {
                names.remove(names.size() - 1);
            }
            names.add(rest);
        }
        return names;
    }

    private static String genreName(String number) {
        if (number.equals("RX")) {
            return "Remix";
        }
        if (number.equals("CR")) {
            return "Cover";
        }
        String name = GenreTypes.getInstanceOf().getValueForId(Integer.parseInt(number));
        return name == null || name.isEmpty() ? number : name;
    }
}
