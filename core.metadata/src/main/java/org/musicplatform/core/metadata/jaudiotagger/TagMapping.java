package org.musicplatform.core.metadata.jaudiotagger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.KeyNotFoundException;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.TagField;
import org.jaudiotagger.tag.reference.GenreTypes;
import org.musicplatform.core.api.metadata.Tags;

/** Brings the library's fields into ours. */
final class TagMapping {

    private static final Pattern GENRE_NUMBER = Pattern.compile("\\(?(\\d{1,3})\\)?(.*)");
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?.*");
    private static final int LONGEST_RAW = 65_536;

    private static final Map<org.musicplatform.core.api.metadata.TagField, FieldKey> KEYS = keys();

    private TagMapping() {}

    static Tags map(Tag tag) {
        var fields = new EnumMap<org.musicplatform.core.api.metadata.TagField, List<String>>(
                org.musicplatform.core.api.metadata.TagField.class);
        KEYS.forEach((field, key) -> {
            var values = values(tag, key).stream()
                    .map(value -> tidy(field, value))
                    .filter(value -> value != null && !value.isEmpty())
                    .distinct()
                    .toList();
            if (!values.isEmpty()) {
                fields.put(field, values);
            }
        });
        return new Tags(fields, raw(tag));
    }

    private static List<String> values(Tag tag, FieldKey key) {
        try {
            var values = new ArrayList<String>();
            for (String value : tag.getAll(key)) {
                // ID3v2.4 keeps several values in one frame, with zeros between
                for (String single : value.split("\u0000")) {
                    values.add(single.strip());
                }
            }
            return values;
        } catch (KeyNotFoundException | UnsupportedOperationException notInThisFormat) {
            return List.of();
        }
    }

    private static String tidy(org.musicplatform.core.api.metadata.TagField field, String value) {
        return switch (field) {
            case TRACK_NUMBER, TRACK_TOTAL, DISC_NUMBER, DISC_TOTAL -> number(value);
            case DATE, ORIGINAL_DATE -> date(value);
            case GENRE -> genre(value);
            case COMPILATION -> value.equals("1") || value.equalsIgnoreCase("true") ? "1" : null;
            default -> value;
        };
    }

    private static String number(String value) {
        String first = value.split("/")[0].strip().replaceFirst("^0+(?=\\d)", "");
        return first.matches("\\d{1,5}") && !first.equals("0") ? first : null;
    }

    private static String date(String value) {
        var date = DATE.matcher(value.strip());
        if (!date.matches() || date.group(1).equals("0000")) {
            return null;
        }
        if (date.group(2) == null || date.group(2).equals("00")) {
            return date.group(1);
        }
        String month = date.group(1) + "-" + date.group(2);
        return date.group(3) == null || date.group(3).equals("00") ? month : month + "-" + date.group(3);
    }

    private static String genre(String value) {
        var number = GENRE_NUMBER.matcher(value);
        if (!number.matches() || !value.startsWith("(") && !number.group(2).isEmpty()) {
            return value;
        }
        String refined = number.group(2).strip();
        String known = GenreTypes.getInstanceOf().getValueForId(Integer.parseInt(number.group(1)));
        return !refined.isEmpty() ? refined : known == null ? value : known;
    }

    private static Map<String, List<String>> raw(Tag tag) {
        var raw = new LinkedHashMap<String, List<String>>();
        for (Iterator<TagField> all = tag.getFields(); all.hasNext(); ) {
            TagField field = all.next();
            if (!field.isBinary()) {
                String text = text(field);
                if (!text.isEmpty() && text.length() <= LONGEST_RAW) {
                    raw.computeIfAbsent(field.getId(), id -> new ArrayList<>()).add(text);
                }
            }
        }
        return raw;
    }

    private static String text(TagField field) {
        String text = field instanceof org.jaudiotagger.tag.TagTextField plain ? plain.getContent() : field.toString();
        return text == null ? "" : text.replace("\u0000", "; ").strip();
    }

    private static Map<org.musicplatform.core.api.metadata.TagField, FieldKey> keys() {
        var keys = new EnumMap<org.musicplatform.core.api.metadata.TagField, FieldKey>(
                org.musicplatform.core.api.metadata.TagField.class);
        for (var field : org.musicplatform.core.api.metadata.TagField.values()) {
            FieldKey key = keyOf(field);
            if (key != null) {
                keys.put(field, key);
            }
        }
        return keys;
    }

    /** The library's key has our name, but for those named here. */
    private static FieldKey keyOf(org.musicplatform.core.api.metadata.TagField field) {
        return switch (field) {
            case TRACK_NUMBER -> FieldKey.TRACK;
            case DISC_NUMBER -> FieldKey.DISC_NO;
            case DATE -> FieldKey.YEAR;
            case ORIGINAL_DATE -> FieldKey.ORIGINAL_YEAR;
            case COMPILATION -> FieldKey.IS_COMPILATION;
            case LABEL -> FieldKey.RECORD_LABEL;
            case CATALOG_NUMBER -> FieldKey.CATALOG_NO;
            case MUSICBRAINZ_RECORDING_ID -> FieldKey.MUSICBRAINZ_TRACK_ID;
            case MUSICBRAINZ_TRACK_ID -> FieldKey.MUSICBRAINZ_RELEASE_TRACK_ID;
            case MUSICBRAINZ_RELEASE_ID -> FieldKey.MUSICBRAINZ_RELEASEID;
            case MUSICBRAINZ_ARTIST_ID -> FieldKey.MUSICBRAINZ_ARTISTID;
            case MUSICBRAINZ_ALBUM_ARTIST_ID -> FieldKey.MUSICBRAINZ_RELEASEARTISTID;
            case RATING -> null; // each format has a scale of its own
            default -> byName(field.name());
        };
    }

    private static FieldKey byName(String name) {
        for (FieldKey key : FieldKey.values()) {
            if (key.name().toUpperCase(Locale.ROOT).equals(name)) {
                return key;
            }
        }
        return null;
    }
}
