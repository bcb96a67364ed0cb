package org.musicplatform.core.testkit.metadata;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.spi.TagReader;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.testkit.source.BytesContentReader;
import org.musicplatform.core.testkit.source.Gate;

/** What every {@link TagReader} keeps. */
public abstract class TagReaderContractTest {

    private static final Duration TIME_OF_A_FILE = Duration.ofSeconds(10);
    private static final IOException LOST = new IOException("the connection to sample is lost");

    /** Returns the reader under test; the same one, or a new one, each time. */
    protected abstract TagReader reader();

    /** Returns its id, as its properties say. */
    protected abstract String id();

    /** Returns the file name extensions that its properties say. */
    protected abstract List<String> extensions();

    /** Returns at least one good file of each format that it reads, at most a few 100 KB each, by file name. */
    protected abstract Map<String, byte[]> samples();

    /** How much a reader may allocate for a file of this many bytes, whatever the file claims. */
    protected long memory(int fileSize) {
        return (32L << 20) + 16L * fileSize;
    }

    private TagReading read(byte[] bytes, String name) throws IOException {
        return reader().read(new BytesContentReader(bytes), name);
    }

    /** Tags, or an error in words; nothing else, in the time that a file gets. */
    private void assertOutcome(byte[] bytes, String name, String what) {
        assertTimeoutPreemptively(
                TIME_OF_A_FILE,
                () -> {
                    try {
                        var content = new BytesContentReader(bytes);
                        assertEquals(id(), reader().read(content, name).reader());
                    } catch (MetadataException inWords) {
                        assertInWords(inWords);
                    }
                },
                () -> name + ", " + what);
    }

    private static void assertInWords(MetadataException refused) {
        String words = refused.getMessage();
        assertTrue(words != null && words.matches("(?s)\\p{Lu}.*[.!]"), () -> "no sentence: " + words);
    }

    @Test
    void extensions_are_lower_case_without_a_dot_and_each_sample_has_one() {
        assertFalse(id().isBlank());
        extensions()
                .forEach(extension -> assertTrue(
                        extension.equals(extension.toLowerCase(Locale.ROOT)) && extension.matches("[^.\\s]+"),
                        extension));
        assertFalse(samples().isEmpty());
        samples()
                .keySet()
                .forEach(name ->
                        assertTrue(extensions().stream().anyMatch(extension -> name.endsWith("." + extension)), name));
    }

    @Test
    void a_good_file_is_read_without_warnings() {
        samples().forEach((name, bytes) -> {
            var reading = assertDoesNotThrow(() -> read(bytes, name), name);
            assertEquals(id(), reading.reader(), name);
            assertEquals(List.of(), reading.warnings(), name);
            reading.tags()
                    .fields()
                    .forEach((field, values) ->
                            assertTrue(values.stream().noneMatch(String::isEmpty), name + " " + field));
        });
    }

    @Test
    void bytes_that_trickle_from_a_source_that_does_not_tell_the_size_read_the_same() throws IOException {
        for (var sample : samples().entrySet()) {
            var content =
                    new BytesContentReader(sample.getValue()).withoutSize().atMost(7);
            assertEquals(
                    read(sample.getValue(), sample.getKey()), reader().read(content, sample.getKey()), sample.getKey());
        }
    }

    @Test
    void a_foreign_file_is_left_to_the_next_reader() {
        var foreign = Map.of(
                "notes.txt",
                "It is raining. ".repeat(200).getBytes(StandardCharsets.US_ASCII),
                "page.html",
                "<!DOCTYPE html><title>Rain</title>".getBytes(StandardCharsets.US_ASCII),
                "cover.png",
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13},
                "zeros.bin",
                new byte[5000]);
        foreign.forEach((name, bytes) -> {
            var refused = assertThrows(MetadataException.class, () -> read(bytes, name), name);
            assertEquals(MetadataException.UNSUPPORTED_FORMAT, refused.code(), name);
            assertInWords(refused);
        });
    }

    @Test
    void an_empty_file_is_refused_in_words() {
        samples()
                .keySet()
                .forEach(name ->
                        assertInWords(assertThrows(MetadataException.class, () -> read(new byte[0], name), name)));
    }

    @Test
    void a_file_cut_anywhere_ends_in_tags_or_in_words() {
        samples().forEach((name, bytes) -> {
            for (int length = 1; length < bytes.length; length += length < 64 ? 1 : Math.max(1, bytes.length / 40)) {
                assertOutcome(Arrays.copyOf(bytes, length), name, "cut to " + length);
            }
        });
    }

    @Test
    void a_size_that_lies_costs_neither_memory_nor_time() {
        byte[][] lies = {
            {0x7f, -1, -1, -1}, {-1, -1, -1, 0x7f}, {0x7f, 0x7f, 0x7f, 0x7f}, {-1, -1, -1, -1}, {0x3f, -1, -1, -1}
        };
        samples().forEach((name, bytes) -> {
            for (int at = 0; at + 4 < Math.min(bytes.length, 256); at += at < 64 ? 1 : 4) {
                byte[] lying = bytes.clone();
                System.arraycopy(lies[at % lies.length], 0, lying, at, 4);
                assertAffordable(lying, name, "a large number at " + at);
            }
        });
    }

    @Test
    void random_damage_costs_neither_memory_nor_time() {
        samples().forEach((name, bytes) -> {
            var random = new Random(name.hashCode());
            for (int i = 0; i < 100; i++) {
                byte[] damaged = bytes.clone();
                for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                assertAffordable(damaged, name, "damage " + i);
            }
        });
    }

    private void assertAffordable(byte[] bytes, String name, String what) {
        long before = Allocation.ofThisThread();
        long start = System.nanoTime();
        try {
            read(bytes, name);
        } catch (MetadataException inWords) {
            assertInWords(inWords);
        } catch (IOException | RuntimeException | Error other) {
            fail(name + ", " + what, other);
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(TIME_OF_A_FILE) < 0, () -> name + ", " + what + ": " + took);
        long allocated = Allocation.ofThisThread() - before;
        assertTrue(allocated <= memory(bytes.length), () -> name + ", " + what + ": allocated " + allocated);
    }

    @Test
    void bytes_that_cannot_be_read_are_the_sources_fault_and_not_the_files() {
        samples().forEach((name, bytes) -> {
            var content = new BytesContentReader(bytes).failFrom(0, LOST);
            var failed = assertThrows(IOException.class, () -> reader().read(content, name), name);
            assertTrue(failed == LOST || failed.getCause() == LOST, failed::toString);
        });
    }

    @Test
    void a_source_that_fails_on_the_way_never_makes_a_file_damaged() throws IOException {
        for (var sample : samples().entrySet()) {
            var good = read(sample.getValue(), sample.getKey());
            for (int eighth = 1; eighth < 8; eighth++) {
                var content = new BytesContentReader(sample.getValue())
                        .failFrom((long) sample.getValue().length * eighth / 8, LOST);
                try {
                    assertEquals(good, reader().read(content, sample.getKey()), sample.getKey());
                } catch (IOException failed) {
                    assertTrue(failed == LOST || failed.getCause() == LOST, failed::toString);
                }
            }
        }
    }

    @Test
    void a_reading_that_is_interrupted_ends() throws Exception {
        var sample = samples().entrySet().iterator().next();
        var gate = new Gate();
        var worker = Executors.newSingleThreadExecutor();
        try {
            Future<?> reading = worker.submit(() -> {
                ContentReader slow = new BytesContentReader(sample.getValue()).waitAt(gate);
                assertThrows(IOException.class, () -> reader().read(slow, sample.getKey()));
            });
            gate.awaitArrival();
            worker.shutdownNow();
            reading.get(TIME_OF_A_FILE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            gate.open();
            worker.shutdownNow();
        }
    }

    @Test
    void the_caller_closes_the_content_not_the_reader() {
        var all = new TreeMap<>(samples());
        all.put("notes.txt", new byte[100]);
        all.forEach((name, bytes) -> {
            var content = new BytesContentReader(bytes);
            try {
                reader().read(content, name);
            } catch (MetadataException | IOException refused) {
                // what counts is who closes
            }
            assertFalse(content.closed(), name);
        });
    }

    @Test
    void several_threads_read_the_same_as_one() throws Exception {
        var reader = reader();
        var expected = new ArrayList<TagReading>();
        var calls = new ArrayList<Callable<TagReading>>();
        for (var sample : samples().entrySet()) {
            expected.add(read(sample.getValue(), sample.getKey()));
            calls.add(() -> reader.read(new BytesContentReader(sample.getValue()), sample.getKey()));
        }
        var workers = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 5; round++) {
                var readings = new ArrayList<TagReading>();
                for (var reading : workers.invokeAll(calls)) {
                    readings.add(reading.get(60, TimeUnit.SECONDS));
                }
                assertEquals(expected, readings);
                Collections.rotate(calls, 1);
                Collections.rotate(expected, 1);
            }
        } finally {
            workers.shutdownNow();
        }
    }
}
