package org.musicplatform.core.library.track;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.Tags;

/** The tags of a file as they lie in its row: two JSON objects in an array, fields and raw. */
public final class TagsText {

    private static final JsonFactory JSON = new JsonFactory();

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
        var fields = new LinkedHashMap<TagField, List<String>>();
        if (text == null) {
            return fields;
        }
        try (var json = JSON.createParser(text)) {
            json.nextToken();
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                var values = new ArrayList<String>();
                json.nextToken();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    values.add(json.getText());
                }
                for (TagField field : TagField.values()) {
                    if (field.name().equals(name)) {
                        fields.put(field, values);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the tags in the library cannot be read", e);
        }
        return fields;
    }
}
