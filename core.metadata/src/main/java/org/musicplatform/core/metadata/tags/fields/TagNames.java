package org.musicplatform.core.metadata.tags.fields;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.musicplatform.core.api.metadata.TagField;

/** The table {@code tag-names.txt}: which names of which format mean which field. */
public final class TagNames {

    private static final Map<TagFormat, Map<String, Name>> TABLE = load();

    private TagNames() {}

    /**
     * A field, as one name of one format means it.
     *
     * @param field the field
     * @param rank 0 for the name that wins over all others
     */
    public record Name(TagField field, int rank) {}

    /** Returns what a name means, or null when it means none of our fields. */
    public static Name of(TagFormat format, String name) {
        var names = TABLE.get(format);
        var exact = names.get(name);
        return exact != null || name.length() > 64 ? exact : names.get(name.toLowerCase(Locale.ROOT));
    }

    private static Map<TagFormat, Map<String, Name>> load() {
        var table = new EnumMap<TagFormat, Map<String, Name>>(TagFormat.class);
        for (TagFormat format : TagFormat.values()) {
            table.put(format, new HashMap<>());
        }
        try (var stream = TagNames.class.getResourceAsStream("tag-names.txt");
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> row(table, line));
        } catch (IOException e) {
            throw new UncheckedIOException("tag-names.txt cannot be read", e);
        }
        return table;
    }

    private static void row(Map<TagFormat, Map<String, Name>> table, String line) {
        String[] cells = line.split("\\|", -1);
        var field = TagField.valueOf(cells[0].strip());
        for (TagFormat format : TagFormat.values()) {
            String cell = cells[1 + format.ordinal()].strip();
            if (!cell.isEmpty()) {
                String[] names = cell.split(",");
                for (int rank = 0; rank < names.length; rank++) {
                    var name = new Name(field, rank);
                    table.get(format).put(names[rank].strip(), name);
                    table.get(format).put(names[rank].strip().toLowerCase(Locale.ROOT), name);
                }
            }
        }
    }
}
