package org.musicplatform.core.api.metadata;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The tags of a file: mapped to common fields, and raw as they stand.
 *
 * @param fields values by field, in the order of the file; no empty list, no empty value; not null
 * @param raw values by the name that the format uses, in the order of the file; not null
 */
public record Tags(Map<TagField, List<String>> fields, Map<String, List<String>> raw) implements Serializable {

    /** A file without tags. */
    public static final Tags NONE = new Tags(Map.of(), Map.of());

    private static final int MOST_DIGITS = 5;

    public Tags {
        var copy = new EnumMap<TagField, List<String>>(TagField.class);
        fields.forEach((field, values) -> {
            if (!values.isEmpty()) {
                copy.put(field, List.copyOf(values));
            }
        });
        fields = Collections.unmodifiableMap(copy);
        var rawCopy = new LinkedHashMap<String, List<String>>();
        raw.forEach((name, values) -> rawCopy.put(name, List.copyOf(values)));
        raw = Collections.unmodifiableMap(rawCopy);
    }

    /**
     * Returns the values of a field.
     *
     * @param field which, not null
     * @return the values in order, empty when there is none
     */
    public List<String> all(TagField field) {
        return fields.getOrDefault(Objects.requireNonNull(field, "field"), List.of());
    }

    /**
     * Returns the first value of a field.
     *
     * @param field which, not null
     * @return the value, or null when there is none
     */
    public String first(TagField field) {
        var values = all(field);
        return values.isEmpty() ? null : values.get(0);
    }

    /**
     * Returns a field that is a whole number.
     *
     * @param field which, not null
     * @return its value, or null when there is none, it is no number, or it is not within 0 to 99,999
     */
    public Integer number(TagField field) {
        String text = first(field);
        if (text == null || text.isEmpty() || text.length() > MOST_DIGITS) {
            return null;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
