package org.musicplatform.core.library.curation;

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
import java.util.function.Predicate;

/** How things were before a decision: rows by name, as JSON. A row holds numbers, texts and nulls. */
final class Memo {

    /** The name of rows that begin with the id of a file, in the memo of any decision. */
    static final String FILE = "file";

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, List<Row>> rows = new LinkedHashMap<>();

    /** Values by their place in a row. */
    static final class Row {
        private final List<Object> values;

        private Row(List<Object> values) {
            this.values = values;
        }

        long id(int place) {
            return (Long) values.get(place);
        }

        Object value(int place) {
            return values.get(place);
        }

        Object[] values() {
            return values.toArray();
        }

        /** Returns a value that rows of older decisions lack, null there. */
        Object added(int place) {
            return place < values.size() ? values.get(place) : null;
        }

        String text(int place) {
            return (String) values.get(place);
        }
    }

    void add(String name, Object... values) {
        rows.computeIfAbsent(name, n -> new ArrayList<>()).add(new Row(Arrays.asList(values)));
    }

    /** Leaves rows out; tells whether there were any. */
    boolean removeIf(String name, Predicate<Row> which) {
        return rows.getOrDefault(name, new ArrayList<>()).removeIf(which);
    }

    /** Has rows of files be of those that took their places. */
    void followFiles(Map<Long, Long> places) {
        for (Row row : all(FILE)) {
            row.values.set(0, places.getOrDefault(row.id(0), row.id(0)));
        }
    }

    List<Row> all(String name) {
        return rows.getOrDefault(name, List.of());
    }

    Row first(String name) {
        return all(name).get(0);
    }

    String write() {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (var entry : rows.entrySet()) {
                json.writeArrayFieldStart(entry.getKey());
                for (Row row : entry.getValue()) {
                    json.writeStartArray();
                    for (Object value : row.values) {
                        if (value instanceof Number number) {
                            json.writeNumber(number.longValue());
                        } else {
                            json.writeString((String) value); // null for null
                        }
                    }
                    json.writeEndArray();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static Memo read(String text) {
        var memo = new Memo();
        try (var json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                while (json.nextToken() == JsonToken.START_ARRAY) {
                    memo.add(name, row(json));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a decision in the library cannot be read", e);
        }
        return memo;
    }

    private static Object[] row(JsonParser json) throws IOException {
        var values = new ArrayList<Object>();
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            values.add(
                    token == JsonToken.VALUE_NULL
                            ? null
                            : token == JsonToken.VALUE_STRING ? json.getText() : (Object) json.getLongValue());
        }
        return values.toArray();
    }
}
