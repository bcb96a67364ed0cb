package org.musicplatform.launcher.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@code --json} printed. */
final class JsonValues {

    private JsonValues() {}

    /** Values of a field anywhere in a text that must be one JSON document and nothing else. */
    static List<String> values(String json, String field) throws IOException {
        var values = new ArrayList<String>();
        try (var parser = new JsonFactory().createParser(json)) {
            int documents = 0;
            while (parser.nextToken() != null) {
                if (parser.getParsingContext().inRoot() && parser.currentToken().isStructEnd()) {
                    documents++;
                }
                if (parser.currentToken() == JsonToken.FIELD_NAME
                        && parser.currentName().equals(field)) {
                    var value = parser.nextToken();
                    if (value.isScalarValue()) {
                        values.add(parser.getText());
                    }
                }
            }
            assertEquals(1, documents, json);
        }
        return values;
    }
}
