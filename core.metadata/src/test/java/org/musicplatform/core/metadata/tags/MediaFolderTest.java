package org.musicplatform.core.metadata.tags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.testkit.source.BytesContentReader;

/**
 * Real and hostile files, each with the outcome that {@code media-outcomes.tsv} says. Titles, artists and durations there
 * come from mutagen and ffprobe; {@code -} is none, {@code *} is not compared, and the last column says why.
 */
class MediaFolderTest {

    private static final Duration TIME_OF_A_FILE = Duration.ofSeconds(10);
    private static final long SAME_DURATION_MS = 60;
    private static final String NONE = "-";
    private static final String NOT_COMPARED = "*";

    private record Row(String path, String outcome, String title, String artist, String duration) {

        static Row parse(String line) {
            String[] cells = line.split("\t", -1);
            return new Row(cells[0], cells[1], cells[2], cells[3], cells[4]);
        }

        boolean matches(Row seen) {
            return outcome.equals(seen.outcome)
                    && (title.equals(NOT_COMPARED) || title.equals(seen.title))
                    && (artist.equals(NOT_COMPARED) || artist.equals(seen.artist))
                    && (duration.equals(NOT_COMPARED) || near(duration, seen.duration));
        }

        private static boolean near(String expected, String seen) {
            return expected.equals(seen)
                    || !expected.equals(NONE)
                            && !seen.equals(NONE)
                            && Math.abs(Long.parseLong(expected) - Long.parseLong(seen)) <= SAME_DURATION_MS;
        }

        @Override
        public String toString() {
            return String.join("\t", path, outcome, title, artist, duration);
        }
    }

    @Test
    void every_file_of_the_media_folder_has_the_outcome_of_the_table() throws Exception {
        Path media = Path.of(System.getProperty("music.media", ""));
        Assumptions.assumeTrue(
                Files.isDirectory(media.resolve("taglib")), "no folder of real and hostile files: set -Dmusic.media");
        var table = table();
        var seen = new ArrayList<String>();
        var different = new ArrayList<String>();
        int matched = 0;
        for (Path file : files(media)) {
            var row = outcome(media, file);
            seen.add(row.toString());
            var expected = table.get(row.path());
            if (expected != null && expected.matches(row)) {
                matched++;
            } else if (expected != null) {
                different.add("expected " + expected + "\n    seen " + row);
            }
        }
        Files.write(Path.of("target", "media-outcomes.tsv"), seen);
        System.out.println("media: tried " + seen.size() + " files, " + matched + " of " + table.size()
                + " have the outcome of the table");
        assertTrue(different.isEmpty(), () -> String.join("\n", different));
        assertEquals(table.size(), matched, "files of the table that are not in the folder");
    }

    private static List<Path> files(Path media) throws IOException {
        try (var all = Files.walk(media)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Map<String, Row> table() throws IOException {
        var rows = new HashMap<String, Row>();
        try (var table = MediaFolderTest.class.getResourceAsStream("media-outcomes.tsv")) {
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Row::parse)
                    .forEach(row -> rows.put(row.path(), row));
        }
        return rows;
    }

    /** Tags, or an error of ours in words, in time; what else may come fails the test, lack of memory too. */
    private static Row outcome(Path media, Path file) {
        String path = media.relativize(file).toString().replace('\\', '/');
        return assertTimeoutPreemptively(
                TIME_OF_A_FILE,
                () -> {
                    try {
                        return row(path, read(file));
                    } catch (MetadataException inWords) {
                        assertTrue(inWords.getMessage().endsWith("."), inWords::getMessage);
                        return new Row(path, inWords.code(), NONE, NONE, NONE);
                    }
                },
                path);
    }

    private static TagReading read(Path file) throws IOException {
        var content = new BytesContentReader(Files.readAllBytes(file)).localFile(file);
        return new NativeTagReader().read(content, file.getFileName().toString());
    }

    private static Row row(String path, TagReading reading) {
        var duration = reading.properties().duration();
        return new Row(
                path,
                reading.warnings().isEmpty() ? "READ" : "READ-IN-PART",
                cell(reading.tags().first(TagField.TITLE)),
                cell(reading.tags().first(TagField.ARTIST)),
                duration == null ? NONE : String.valueOf(duration.toMillis()));
    }

    private static String cell(String value) {
        return value == null ? NONE : value.replaceAll("[\\t\\r\\n]", " ");
    }
}
