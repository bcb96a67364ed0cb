package org.musicplatform.core.library.track;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.Tags;

/**
 * The tags of a file as they lie in its row: fields, then raw tags, apart by control characters that no tag has. A raw
 * tag that a field has all values of names the field by its number in the row, or each text would be there twice.
 */
public final class TagsText {

    private static final char RAW = 0x1d;
    private static final char NEXT = 0x1e;
    private static final char VALUE = 0x1f;
    private static final char SAME = 0x1c;
    private static final char FIRST_NUMBER = '0';

    private static final JsonFactory JSON = new JsonFactory();
    private static final Map<String, TagField> FIELDS =
            Arrays.stream(TagField.values()).collect(Collectors.toMap(TagField::name, Function.identity()));

    private TagsText() {}

    public static String write(Tags tags) {
        var text = new StringBuilder(800);
        var written = new Written();
        for (var field : tags.fields().entrySet()) {
            text.append(field.getKey().name());
            values(text, field.getValue());
            written.add(field.getValue());
        }
        text.append(RAW);
        for (var raw : tags.raw().entrySet()) {
            plain(text, raw.getKey());
            int same = written.indexOf(raw.getValue());
            if (same < 0) {
                values(text, raw.getValue());
            } else {
                text.append(SAME).append((char) (FIRST_NUMBER + same)).append(NEXT);
            }
        }
        return text.toString();
    }

    private static void values(StringBuilder text, List<String> values) {
        for (String value : values) {
            text.append(VALUE);
            plain(text, value);
        }
        text.append(NEXT);
    }

    /**
     * The values of fields in the order in which they were written. Each raw tag is compared with all of them: the lists
     * are asked only where the first value is the same.
     */
    private static final class Written {
        private final List<List<String>> fields = new ArrayList<>();
        private final String[] firsts = new String[FIELDS.size()];

        void add(List<String> values) {
            firsts[fields.size()] = values.isEmpty() ? "" : values.get(0);
            fields.add(values);
        }

        /** As {@link List#indexOf}. */
        int indexOf(List<String> values) {
            String first = values.isEmpty() ? "" : values.get(0);
            for (int i = 0; i < fields.size(); i++) {
                if (first.length() == firsts[i].length() && first.equals(firsts[i]) && values.equals(fields.get(i))) {
                    return i;
                }
            }
            return -1;
        }
    }

    private static void plain(StringBuilder text, String value) {
        int from = text.length();
        text.append(value);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= SAME && c <= VALUE) {
                text.setCharAt(from + i, ' ');
            }
        }
    }

    /** Returns the fields; names that this version does not know are left out. */
    public static Map<TagField, List<String>> fields(String text) {
        return read(text).fields();
    }

    /** Returns the tags; none for null. */
    public static Tags read(String text) {
        if (text == null) {
            return Tags.NONE;
        }
        // libraries that were made before schema 7 hold them as JSON
        return text.startsWith("[") ? readJson(text) : readText(text);
    }

    private static Tags readText(String text) {
        var fields = new LinkedHashMap<TagField, List<String>>();
        var written = new ArrayList<List<String>>();
        int middle = text.indexOf(RAW);
        for (String entry : entries(text.substring(0, middle))) {
            int value = entry.indexOf(VALUE);
            var values = values(entry, value);
            written.add(values);
            var field = FIELDS.get(entry.substring(0, value));
            if (field != null) {
                fields.put(field, values);
            }
        }
        var raw = new LinkedHashMap<String, List<String>>();
        for (String entry : entries(text.substring(middle + 1))) {
            int same = entry.indexOf(SAME);
            int value = entry.indexOf(VALUE);
            if (same >= 0) {
                raw.put(entry.substring(0, same), written.get(entry.charAt(same + 1) - FIRST_NUMBER));
            } else if (value >= 0) {
                raw.put(entry.substring(0, value), values(entry, value));
            } else {
                raw.put(entry, List.of());
            }
        }
        return new Tags(fields, raw);
    }

    private static String[] entries(String text) {
        return text.isEmpty() ? new String[0] : text.split(String.valueOf(NEXT));
    }

    private static List<String> values(String entry, int from) {
        return List.of(entry.substring(from + 1).split(String.valueOf(VALUE), -1));
    }

    private static Tags readJson(String text) {
        try (var json = JSON.createParser(text)) {
            json.nextToken();
            json.nextToken();
            var fields = new LinkedHashMap<TagField, List<String>>();
            object(json).forEach((name, values) -> {
                var field = FIELDS.get(name);
                if (field != null) {
                    fields.put(field, values);
                }
            });
            json.nextToken();
            return new Tags(fields, object(json));
        } catch (IOException e) {
            throw new UncheckedIOException("the tags in the library cannot be read", e);
        }
    }

    private static Map<String, List<String>> object(JsonParser json) throws IOException {
        var object = new LinkedHashMap<String, List<String>>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            object.put(name, strings(json));
        }
        return object;
    }

    private static List<String> strings(JsonParser json) throws IOException {
        var values = new ArrayList<String>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(json.getText());
        }
        return values;
    }

    /** Returns the field of a name, null when this version does not know it. */
    public static TagField field(String name) {
        return FIELDS.get(name);
    }

    /** Writes values as a JSON array of strings. */
    public static String json(List<String> values) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeArray(values.toArray(String[]::new), 0, values.size());
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail", e);
        }
        return text.toString();
    }

    /** Returns the values in a JSON array of strings. */
    public static List<String> values(String text) {
        try (var json = JSON.createParser(text)) {
            json.nextToken();
            return strings(json);
        } catch (IOException e) {
            throw new UncheckedIOException("the values in the library cannot be read", e);
        }
    }
}
