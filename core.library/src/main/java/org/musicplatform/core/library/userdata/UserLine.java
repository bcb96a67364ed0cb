package org.musicplatform.core.library.userdata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.musicplatform.core.api.library.SmartRules;
import org.musicplatform.core.library.playlist.RulesJson;

/**
 * A line of a file of user data: its type, plain values, and what some types have besides.
 *
 * @param type what it tells
 * @param values texts, numbers and truths by name
 * @param track by what the track is known that it is about, or null
 * @param list texts, or null
 * @param rules what is in a smart playlist, or null
 */
record UserLine(
        String type, Map<String, Object> values, Map<String, Object> track, List<String> list, SmartRules rules) {

    /** The longest line, in characters. */
    static final int LONGEST = 200_000;

    private static final int MOST_VALUES = 1_000;
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2 * SmartRules.MAX_DEPTH + 10)
                    .maxStringLength(LONGEST)
                    .maxNumberLength(20)
                    .build())
            .build();

    UserLine(String type, Map<String, Object> values, Map<String, Object> track) {
        this(type, values, track, null, null);
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException in words, when it is none
     */
    static UserLine read(String line) {
        try (var json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("it is no JSON object");
            }
            return read(json);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "it is no JSON: " + e.getMessage().lines().findFirst().orElse(""), e);
        }
    }

    private static UserLine read(JsonParser json) throws IOException {
        var values = new LinkedHashMap<String, Object>();
        Map<String, Object> track = null;
        List<String> list = null;
        SmartRules rules = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            var token = json.nextToken();
            if (name.equals("track") && token == JsonToken.START_OBJECT) {
                track = object(json);
            } else if (name.equals("rules") && token == JsonToken.START_OBJECT) {
                rules = RulesJson.read(json);
            } else if (name.equals("values") && token == JsonToken.START_ARRAY) {
                list = new ArrayList<>();
                while (json.nextToken() == JsonToken.VALUE_STRING && list.size() < MOST_VALUES) {
                    list.add(json.getText());
                }
            } else {
                put(values, name, json);
            }
        }
        if (json.currentToken() != JsonToken.END_OBJECT || !(values.get("type") instanceof String type)) {
            throw new IllegalArgumentException("it has no type");
        }
        values.remove("type");
        return new UserLine(type, values, track, list, rules);
    }

    private static Map<String, Object> object(JsonParser json) throws IOException {
        var object = new LinkedHashMap<String, Object>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            put(object, name, json);
        }
        return object;
    }

    private static void put(Map<String, Object> values, String name, JsonParser json) throws IOException {
        switch (json.currentToken()) {
            case VALUE_STRING -> values.put(name, json.getText());
            case VALUE_NUMBER_INT -> values.put(name, json.getLongValue());
            case VALUE_TRUE -> values.put(name, true);
            case VALUE_FALSE -> values.put(name, false);
            default -> json.skipChildren(); // of a later version
        }
    }

    String write() {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", type);
            put(json, values);
            if (track != null) {
                json.writeObjectFieldStart("track");
                put(json, track);
                json.writeEndObject();
            }
            if (list != null) {
                json.writeArrayFieldStart("values");
                for (String value : list) {
                    json.writeString(value);
                }
                json.writeEndArray();
            }
            if (rules != null) {
                json.writeFieldName("rules");
                RulesJson.write(json, rules);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail", e);
        }
        return text.toString();
    }

    private static void put(JsonGenerator json, Map<String, Object> values) throws IOException {
        for (var value : values.entrySet()) {
            if (value.getValue() instanceof Long number) {
                json.writeNumberField(value.getKey(), number);
            } else if (value.getValue() instanceof Boolean truth) {
                json.writeBooleanField(value.getKey(), truth);
            } else if (value.getValue() != null) {
                json.writeStringField(value.getKey(), value.getValue().toString());
            }
        }
    }

    String text(String name) {
        return values.get(name) instanceof String text ? text : null;
    }

    long number(String name) {
        return values.get(name) instanceof Long number ? number : 0;
    }

    boolean is(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** Returns this line with another value. */
    UserLine with(String name, Object value) {
        var changed = new LinkedHashMap<String, Object>();
        changed.put(name, value);
        values.forEach(changed::putIfAbsent);
        return new UserLine(type, changed, track, list, rules);
    }

    UserLine without(String name) {
        var changed = new LinkedHashMap<>(values);
        changed.remove(name);
        return new UserLine(type, changed, track, list, rules);
    }
}
