package org.musicplatform.core.library.playlist;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.library.Rule;
import org.musicplatform.core.api.library.RuleField;
import org.musicplatform.core.api.library.RuleOperator;
import org.musicplatform.core.api.library.SmartRules;
import org.musicplatform.core.api.library.TrackOrder;
import org.musicplatform.core.api.library.TrackSort;

/** Rules as JSON, as they lie in rows and in exported user data. */
public final class RulesJson {

    private static final JsonFactory JSON = new JsonFactory();

    private RulesJson() {}

    public static String write(SmartRules rules) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            write(json, rules);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail", e);
        }
        return text.toString();
    }

    public static void write(JsonGenerator json, SmartRules rules) throws IOException {
        json.writeStartObject();
        json.writeFieldName("rule");
        write(json, rules.rule());
        json.writeStringField("order", rules.order().sort().name());
        json.writeBooleanField("descending", rules.order().descending());
        json.writeNumberField("seed", rules.order().seed());
        if (rules.limit() != null) {
            json.writeNumberField("limit", rules.limit());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Rule rule) throws IOException {
        json.writeStartObject();
        if (rule instanceof Rule.All all) {
            write(json, "all", all.rules());
        } else if (rule instanceof Rule.Any any) {
            write(json, "any", any.rules());
        } else if (rule instanceof Rule.Not not) {
            write(json, "not", List.of(not.rule()));
        } else {
            var compare = (Rule.Compare) rule;
            json.writeStringField("field", compare.field().name());
            json.writeStringField("is", compare.operator().name());
            json.writeArrayFieldStart("values");
            for (String value : compare.values()) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, List<Rule> rules) throws IOException {
        json.writeArrayFieldStart(name);
        for (Rule rule : rules) {
            write(json, rule);
        }
        json.writeEndArray();
    }

    /** Reads what was written. */
    public static SmartRules read(String text) {
        try (var json = JSON.createParser(text)) {
            json.nextToken();
            return read(json);
        } catch (IOException e) {
            throw new UncheckedIOException("the rules of a playlist cannot be read", e);
        }
    }

    /**
     * Reads rules from the object at which a parser stands.
     *
     * @throws IllegalArgumentException when they are none that this version knows
     */
    public static SmartRules read(JsonParser json) throws IOException {
        Rule rule = null;
        var sort = TrackSort.TITLE;
        boolean descending = false;
        long seed = 0;
        Integer limit = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            var token = json.nextToken();
            switch (name) {
                case "rule" -> rule = rule(json, 1);
                case "order" -> sort = TrackSort.valueOf(json.getText());
                case "descending" -> descending = token == JsonToken.VALUE_TRUE;
                case "seed" -> seed = json.getValueAsLong();
                case "limit" -> limit = json.getValueAsInt();
                default -> json.skipChildren();
            }
        }
        if (rule == null) {
            throw new IllegalArgumentException("there is no rule");
        }
        return new SmartRules(rule, new TrackOrder(sort, descending, seed), limit);
    }

    private static Rule rule(JsonParser json, int depth) throws IOException {
        if (depth > SmartRules.MAX_DEPTH || json.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("rules lie too deep, or are no objects");
        }
        Rule rule = null;
        RuleField field = null;
        RuleOperator operator = null;
        var values = new ArrayList<String>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "all" -> rule = new Rule.All(rules(json, depth));
                case "any" -> rule = new Rule.Any(rules(json, depth));
                case "not" ->
                    rule = rules(json, depth).stream()
                            .findFirst()
                            .map(Rule.Not::new)
                            .orElse(null);
                case "field" -> field = RuleField.valueOf(json.getText());
                case "is" -> operator = RuleOperator.valueOf(json.getText());
                case "values" -> {
                    while (json.nextToken() == JsonToken.VALUE_STRING) {
                        values.add(json.getText());
                    }
                }
                default -> json.skipChildren();
            }
        }
        if (rule == null && (field == null || operator == null)) {
            throw new IllegalArgumentException("a rule names no field");
        }
        return rule == null ? new Rule.Compare(field, operator, values) : rule;
    }

    private static List<Rule> rules(JsonParser json, int depth) throws IOException {
        var rules = new ArrayList<Rule>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            if (rules.size() > Rule.MAX_RULES) {
                throw new IllegalArgumentException("there are too many rules");
            }
            rules.add(rule(json, depth + 1));
        }
        if (rules.isEmpty() && json.currentToken() != JsonToken.END_ARRAY) {
            throw new IllegalArgumentException("rules are a list of objects");
        }
        return rules;
    }
}
