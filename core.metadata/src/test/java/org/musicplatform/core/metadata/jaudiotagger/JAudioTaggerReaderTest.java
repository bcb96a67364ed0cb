package org.musicplatform.core.metadata.jaudiotagger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.testkit.media.Fixtures;
import org.musicplatform.core.testkit.source.BytesContentReader;

class JAudioTaggerReaderTest {

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tone-aac.m4a",
                "tone-alac.m4a",
                "tone-id3v23.mp3",
                "tone.aiff",
                "tone.flac",
                "tone.mp3",
                "tone.ogg",
                "tone.wav",
                "tone.wma"
            })
    void a_tagged_file_of_every_format_is_read(String name) throws Exception {
        var reading = read(Fixtures.copy(dir, name));
        var tags = reading.tags();
        assertEquals(Fixtures.TITLE, tags.first(TagField.TITLE));
        assertEquals(Fixtures.ARTIST, tags.first(TagField.ARTIST));
        assertEquals(Fixtures.ALBUM, tags.first(TagField.ALBUM));
        if (!name.endsWith(".wav")) { // the library does not know the INFO field IPRT
            assertEquals(3, tags.number(TagField.TRACK_NUMBER));
        }
        if (!name.endsWith(".wav") && !name.endsWith(".wma")) {
            assertEquals(12, tags.number(TagField.TRACK_TOTAL));
        }
        assertEquals(Fixtures.GENRE, tags.first(TagField.GENRE));
        long millis = reading.properties().duration().toMillis();
        assertTrue(millis >= 950 && millis <= 1150, () -> millis + " ms");
        assertEquals(1, reading.properties().channels());
    }

    @Test
    void a_file_without_tags_is_read_all_the_same() throws Exception {
        var reading = read(Fixtures.copy(dir, Fixtures.UNTAGGED));
        assertNull(reading.tags().first(TagField.TITLE));
        assertEquals(44_100, reading.properties().sampleRate());
    }

    @Test
    void a_remote_file_reads_the_same_as_a_local_one() throws Exception {
        Path file = Fixtures.copy(dir, "tone.mp3");
        var hidden = new BytesContentReader(Files.readAllBytes(file));
        assertEquals(read(file), new JAudioTaggerReader().read(hidden, "tone.mp3"));
    }

    @Test
    void the_format_is_told_from_the_bytes_whatever_the_name() throws Exception {
        Path wrong = Files.move(Fixtures.copy(dir, "tone.flac"), dir.resolve("tone.mp3"));
        assertEquals("FLAC", read(wrong).properties().codec());
    }

    @Test
    void a_format_that_cannot_be_read_is_called_by_its_name() {
        var refused = assertThrows(MetadataException.class, () -> read(Fixtures.copy(dir, "tone.opus")));
        assertEquals(MetadataException.UNSUPPORTED_FORMAT, refused.code());
        assertTrue(refused.getMessage().contains("Opus"), refused::getMessage);
    }

    @Test
    void a_file_cut_anywhere_is_an_error_in_words_or_less_of_the_file() throws Exception {
        for (String name : Fixtures.names()) {
            byte[] whole = Files.readAllBytes(Fixtures.copy(dir, name));
            for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 40)) {
                assertOutcome(Files.write(dir.resolve("cut"), java.util.Arrays.copyOf(whole, length)));
            }
        }
    }

    @Test
    void every_file_of_the_media_folder_ends_in_tags_or_in_words() throws Exception {
        Path media = Path.of(System.getProperty("music.media", ""));
        Assumptions.assumeTrue(
                Files.isDirectory(media.resolve("taglib")), "no folder of real and hostile files: set -Dmusic.media");
        List<Path> files;
        try (var all = Files.walk(media)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        int read = 0;
        for (Path file : files) {
            read += assertOutcome(file) ? 1 : 0;
        }
        System.out.println("media: tried " + files.size() + " files, read " + read);
        assertTrue(read >= 60, "only " + read + " of " + files.size() + " were read");
    }

    /** Tags, or an error of ours, in time. */
    private static boolean assertOutcome(Path file) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    try {
                        read(file);
                        return true;
                    } catch (MetadataException inWords) {
                        assertTrue(inWords.getMessage().endsWith("."), inWords::getMessage);
                        return false;
                    } catch (OutOfMemoryError contained) {
                        return false; // the engine turns it into an outcome
                    }
                },
                file::toString);
    }

    private static TagReading read(Path file) throws IOException {
        var content = new BytesContentReader(Files.readAllBytes(file)).localFile(file);
        return new JAudioTaggerReader().read(content, file.getFileName().toString());
    }
}
