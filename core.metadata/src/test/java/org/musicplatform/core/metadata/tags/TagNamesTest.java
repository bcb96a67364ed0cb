package org.musicplatform.core.metadata.tags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.metadata.tags.fields.TagFormat;
import org.musicplatform.core.metadata.tags.fields.TagNames;

class TagNamesTest {

    private static List<List<String>> rows() throws IOException {
        try (var table = TagNames.class.getResourceAsStream("tag-names.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .toList();
        }
    }

    @Test
    void every_field_has_a_row_and_every_row_a_cell_for_each_format() throws IOException {
        var fields = EnumSet.noneOf(TagField.class);
        for (var row : rows()) {
            assertEquals(1 + TagFormat.values().length, row.size(), row::toString);
            fields.add(TagField.valueOf(row.get(0)));
        }
        assertEquals(EnumSet.allOf(TagField.class), fields);
    }

    @Test
    void the_guide_shows_the_table_as_it_is() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "tags.md"));
        for (var row : rows()) {
            String shown = row.stream()
                    .map(cell -> cell.replace("----:com.apple.iTunes:", "iTunes:"))
                    .collect(Collectors.joining(" | ", "| ", " |"));
            assertEquals(shown, guide.lines().filter(shown::equals).findFirst().orElse(null));
        }
    }

    @Test
    void names_are_known_in_any_case_and_the_first_of_a_cell_wins() {
        assertEquals(TagField.TITLE, TagNames.of(TagFormat.VORBIS, "Title").field());
        assertEquals(0, TagNames.of(TagFormat.ID3, "TPE2").rank());
        assertEquals(1, TagNames.of(TagFormat.ID3, "txxx:albumartist").rank());
        assertNotNull(TagNames.of(TagFormat.MP4, "----:com.apple.iTunes:MusicBrainz Track Id"));
        assertNull(TagNames.of(TagFormat.APE, "TIT2"));
    }
}
