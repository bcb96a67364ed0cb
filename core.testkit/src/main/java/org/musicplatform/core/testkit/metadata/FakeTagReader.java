package org.musicplatform.core.testkit.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.metadata.spi.TagReader;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.testkit.source.Gate;

/**
 * Reads a format of plain text, so that tests write files with whatever tags they need: a first line, then one
 * {@code FIELD=value} a line, then a last line. Thread-safe.
 */
public final class FakeTagReader implements TagReader {

    /** Its id. */
    public static final String ID = "fake";

    /** The only file name extension it knows. */
    public static final String EXTENSION = "fake";

    private static final byte[] FIRST = "fake audio\n".getBytes(StandardCharsets.US_ASCII);
    private static final String LAST = "end";
    private static final int LARGEST = 1 << 20;

    private final AtomicInteger calls = new AtomicInteger();
    private volatile Gate gate;
    private volatile RuntimeException broken;

    /** Returns the bytes of a file of this length with one value for each field. */
    public static byte[] file(Duration duration, Map<TagField, String> tags) {
        var text = new StringBuilder("duration=").append(duration.toMillis()).append('\n');
        tags.forEach(
                (field, value) -> text.append(field).append('=').append(value).append('\n'));
        byte[] rest = text.append(LAST).toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(FIRST.length + rest.length)
                .put(FIRST)
                .put(rest)
                .array();
    }

    /** From now on every call waits at this gate; null ends it. */
    public FakeTagReader waitAt(Gate where) {
        gate = where;
        return this;
    }

    /** From now on every call throws this, as faulty code does; null ends it. */
    public FakeTagReader broken(RuntimeException fault) {
        broken = fault;
        return this;
    }

    /** Returns how many times it was called. */
    public int calls() {
        return calls.get();
    }

    @Override
    public TagReading read(ContentReader content, String name) throws IOException {
        calls.incrementAndGet();
        var waits = gate;
        if (waits != null) {
            waits.pass();
        }
        var fault = broken;
        if (fault != null) {
            throw fault;
        }
        var first = ByteBuffer.allocate(FIRST.length);
        content.readFully(0, first);
        if (!Arrays.equals(first.array(), FIRST)) {
            throw new MetadataException(MetadataException.UNSUPPORTED_FORMAT, "It is no file of the fake format.");
        }
        if (content.size() > LARGEST) {
            throw new MetadataException(MetadataException.TOO_EXPENSIVE, "It is too large for a fake.");
        }
        var rest = ByteBuffer.allocate(LARGEST);
        int length = content.readFully(FIRST.length, rest);
        return parsed(new String(rest.array(), 0, length, StandardCharsets.UTF_8).split("\n", -1));
    }

    private static TagReading parsed(String[] lines) {
        if (!lines[lines.length - 1].equals(LAST)) {
            throw new MetadataException(MetadataException.CORRUPT, "Its end is missing.");
        }
        var fields = new EnumMap<TagField, List<String>>(TagField.class);
        var raw = new LinkedHashMap<String, List<String>>();
        var warnings = new ArrayList<String>();
        Duration duration = null;
        for (String line : Arrays.asList(lines).subList(0, lines.length - 1)) {
            int equals = line.indexOf('=');
            String key = equals < 0 ? line : line.substring(0, equals);
            String value = line.substring(equals + 1);
            try {
                if (key.equals("duration")) {
                    duration = Duration.ofMillis(Integer.parseInt(value));
                } else {
                    fields.computeIfAbsent(TagField.valueOf(key), any -> new ArrayList<>())
                            .add(value);
                    raw.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
                }
            } catch (IllegalArgumentException unknown) {
                warnings.add("A line is damaged.");
            }
        }
        var properties = new AudioProperties("Fake", "Fake", duration, false, null, null, null, null);
        return new TagReading(properties, new Tags(fields, raw), List.of(), warnings, ID);
    }
}
