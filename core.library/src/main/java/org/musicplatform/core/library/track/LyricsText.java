package org.musicplatform.core.library.track;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.metadata.Lyrics;

/**
 * Lyrics as they lie in a row: a JSON array of lines, each an array of its text, its start in milliseconds or null, and
 * the starts and texts of its words in turn.
 */
public final class LyricsText {

    private static final JsonFactory JSON = new JsonFactory();

    private LyricsText() {}

    /** Returns lyrics as their row has them. */
    public static String write(Lyrics lyrics) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Lyrics.Line line : lyrics.lines()) {
                json.writeStartArray();
                json.writeString(line.text());
                if (line.start() == null) {
                    json.writeNull();
                } else {
                    json.writeNumber(line.start().toMillis());
                }
                for (Lyrics.Word word : line.words()) {
                    json.writeNumber(word.start().toMillis());
                    json.writeString(word.text());
                }
                json.writeEndArray();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail", e);
        }
        return text.toString();
    }

    /** Returns the lines of a row. */
    public static List<Lyrics.Line> lines(String body) {
        var lines = new ArrayList<Lyrics.Line>();
        try (var json = JSON.createParser(body)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                lines.add(line(json));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the lyrics in the library cannot be read", e);
        }
        return lines;
    }

    private static Lyrics.Line line(JsonParser json) throws IOException {
        json.nextToken();
        String text = json.getText();
        var start = json.nextToken() == JsonToken.VALUE_NULL ? null : Duration.ofMillis(json.getLongValue());
        var words = new ArrayList<Lyrics.Word>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            var at = Duration.ofMillis(json.getLongValue());
            json.nextToken();
            words.add(new Lyrics.Word(at, json.getText()));
        }
        return new Lyrics.Line(start, text, words);
    }

    /** Returns the words of lines, without times. */
    public static String words(List<Lyrics.Line> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }
}
