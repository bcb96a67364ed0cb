package org.musicplatform.metadata.jaudiotagger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.spi.TagReader;
import org.musicplatform.core.metadata.tags.NativeTagReader;
import org.musicplatform.core.testkit.media.Fixtures;
import org.musicplatform.core.testkit.source.BytesContentReader;

/** What this library finds in a file, the reader of the core finds too. */
class DifferentialTest {

    private static final Set<TagField> COMPARED = Set.of(
            TagField.TITLE,
            TagField.ALBUM,
            TagField.ALBUM_ARTIST,
            TagField.TRACK_NUMBER,
            TagField.TRACK_TOTAL,
            TagField.DISC_NUMBER,
            TagField.DISC_TOTAL,
            TagField.DATE,
            TagField.GENRE,
            TagField.COMPOSER,
            TagField.ISRC,
            TagField.MUSICBRAINZ_RECORDING_ID,
            TagField.MUSICBRAINZ_RELEASE_ID);

    private final TagReader oracle = new JAudioTaggerReader();
    private final TagReader ours = new NativeTagReader();

    private List<String> differences(String name, byte[] bytes, Path file) throws IOException {
        TagReading expected;
        try {
            expected = oracle.read(new BytesContentReader(bytes).localFile(file), name);
        } catch (MetadataException cannot) {
            return List.of();
        }
        var seen = ours.read(new BytesContentReader(bytes), name);
        var differences = new ArrayList<String>();
        for (TagField field : COMPARED) {
            var values = expected.tags().all(field);
            boolean knowsMore = field == TagField.DATE
                    && seen.tags().first(field) != null
                    && !values.isEmpty()
                    && seen.tags().first(field).startsWith(values.get(0)); // of 2.2 and 2.3 the library reads the year
            if (!values.isEmpty() && !knowsMore && !values.equals(seen.tags().all(field))) {
                differences.add(name + " " + field + ": " + values + ", ours "
                        + seen.tags().all(field));
            }
        }
        return differences;
    }

    @Test
    void fixtures_give_the_same_fields() throws IOException {
        for (String name : Fixtures.names()) {
            assertEquals(List.of(), differences(name, Fixtures.bytes(name), null));
        }
    }

    @Test
    void real_files_give_the_same_fields() throws IOException {
        Path media = Path.of(System.getProperty("music.media", ""), "taglib");
        Assumptions.assumeTrue(Files.isDirectory(media), "no folder of real and hostile files: set -Dmusic.media");
        var differences = new ArrayList<String>();
        try (var files = Files.walk(media)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                differences.addAll(differences(file.getFileName().toString(), Files.readAllBytes(file), file));
            }
        }
        assertEquals(List.of(), differences);
    }
}
