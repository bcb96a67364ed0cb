package org.musicplatform.core.library.track;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
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

/** The tags of a file as they lie in its row: two JSON objects in an array, fields and raw. */
public final class TagsText {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Map<String, TagField> FIELDS =
            Arrays.stream(TagField.values()).collect(Collectors.toMap(TagField::name, Function.identity()));

    private TagsText() {}

    public static String write(Tags tags) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartArray();
            json.writeStartObject();
            for (var field : tags.fields().entrySet()) {
                values(json, field.getKey().name(), field.getValue());
            }
            json.writeEndObject();
            json.writeStartObject();
            for (var raw : tags.raw().entrySet()) {
                values(json, raw.getKey(), raw.getValue());
            }
            json.writeEndObject();
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail", e);
        }
        return text.toString();
    }

    private static void values(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
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

    /** Returns the field of a name, null when this version does not know it. */
    static TagField field(String name) {
        return FIELDS.get(name);
    }

    /** Returns the values in a JSON array of strings. */
    static List<String> values(String text) {
        try (var json = JSON.createParser(text)) {
            json.nextToken();
            return strings(json);
        } catch (IOException e) {
            throw new UncheckedIOException("the values in the library cannot be read", e);
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
}
