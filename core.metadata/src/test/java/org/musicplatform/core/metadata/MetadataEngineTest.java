package org.musicplatform.core.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.metadata.spi.TagReader;
import org.musicplatform.core.metadata.tags.NativeTagReader;
import org.musicplatform.core.metadata.text.CharsetGuess;
import org.musicplatform.core.testkit.media.Fixtures;
import org.musicplatform.core.testkit.metadata.FakeTagReader;
import org.musicplatform.core.testkit.source.Gate;

class MetadataEngineTest {

    private static final TagReader STRANGER = (content, name) -> {
        throw new MetadataException(MetadataException.UNSUPPORTED_FORMAT, "Not mine.");
    };

    private MetadataEngine engine;

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void the_best_reader_of_the_extension_is_asked_first_then_the_next() throws Exception {
        engine(new Reader("best", List.of("mp3"), STRANGER), new Reader("next", List.of("mp3"), good("next")));
        assertEquals("next", read("a.MP3").reader());
    }

    @Test
    void a_name_without_a_known_extension_is_offered_to_all() throws Exception {
        engine(new Reader("any", List.of("xm"), good("any")));
        assertEquals("any", read("noextension").reader());
    }

    @Test
    void a_format_nobody_knows_is_named() {
        engine();
        assertFails(MetadataException.UNSUPPORTED_FORMAT, "a.xyz");
    }

    @Test
    void a_format_nobody_claims_is_unknown_and_not_damaged() {
        engine(new Reader("mpeg", List.of("mp3"), (content, name) -> {
            throw new MetadataException(MetadataException.CORRUPT, "No MPEG frame could be found.");
        }));
        assertFails(MetadataException.UNSUPPORTED_FORMAT, "a.au");
        assertFails(MetadataException.CORRUPT, "a.mp3");
    }

    @Test
    void a_reader_that_throws_costs_one_file() {
        engine(new Reader("bad", List.of("mp3"), (content, name) -> {
            throw new IllegalStateException("broken");
        }));
        assertFails(MetadataException.READER_FAILED, "a.mp3");
    }

    @Test
    void a_reader_that_was_built_for_another_api_costs_one_file() {
        engine(new Reader("old", List.of("mp3"), (content, name) -> {
            throw new NoSuchMethodError("gone");
        }));
        assertFails(MetadataException.READER_FAILED, "a.mp3");
    }

    @Test
    void a_reader_that_runs_out_of_memory_costs_one_file() {
        engine(new Reader("greedy", List.of("mp3"), (content, name) -> {
            throw new OutOfMemoryError("Java heap space");
        }));
        assertFails(MetadataException.TOO_EXPENSIVE, "a.mp3");
    }

    @Test
    void a_reader_that_hangs_is_interrupted() throws Exception {
        var interrupted = new CountDownLatch(1);
        engine(new Reader("slow", List.of("mp3"), (content, name) -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            throw new IOException("stopped");
        }));
        assertFails(MetadataException.TOO_EXPENSIVE, "a.mp3");
        interrupted.await();
    }

    @Test
    void a_reading_that_is_cancelled_stops_and_gives_its_bytes_back() throws Exception {
        var interrupted = new CountDownLatch(1);
        var started = new CountDownLatch(1);
        var content = new FakeContent(new byte[0]);
        var slow = new Reader("slow", List.of("mp3"), (bytes, name) -> {
            started.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            throw new IOException("stopped");
        });
        engine = new MetadataEngine(content, () -> List.of(slow), CharsetGuess.OFF, Duration.ofMinutes(1));
        var reading = engine.readTags(FakeContent.file("a.mp3"));
        assertTrue(started.await(10, TimeUnit.SECONDS));
        assertTrue(reading.thenApply(TagReading::reader).cancel(true));
        assertTrue(interrupted.await(10, TimeUnit.SECONDS), "the reader was not interrupted");
        assertThrows(CancellationException.class, () -> reading.get(10, TimeUnit.SECONDS));
        content.awaitClosed();
    }

    @Test
    void a_reading_that_is_cancelled_while_it_waits_never_starts() throws Exception {
        var gate = new Gate();
        var fake = new FakeTagReader().waitAt(gate);
        var reader = new Reader(FakeTagReader.ID, List.of(FakeTagReader.EXTENSION), fake);
        byte[] file = FakeTagReader.file(Duration.ofSeconds(1), Map.of(TagField.TITLE, "Rain"));
        engine = new MetadataEngine(
                new FakeContent(file), () -> List.of(reader), CharsetGuess.OFF, Duration.ofMinutes(1));
        var busy = new ArrayList<CompletableFuture<TagReading>>();
        for (int i = 0; i < engine.concurrency(); i++) {
            busy.add(engine.readTags(FakeContent.file("busy.fake")));
        }
        var waiting = engine.readTags(FakeContent.file("waiting.fake"));
        assertTrue(waiting.cancel(true));
        gate.open();
        for (var reading : busy) {
            assertEquals("Rain", reading.get(10, TimeUnit.SECONDS).tags().first(TagField.TITLE));
        }
        engine.readTags(FakeContent.file("last.fake")).get(10, TimeUnit.SECONDS);
        assertEquals(engine.concurrency() + 1, fake.calls());
    }

    @Test
    void many_files_at_once_read_the_same_as_one_by_one() throws Exception {
        var reader = new Reader("built-in", List.of("mp3", "flac", "ogg", "m4a", "wav"), new NativeTagReader());
        var content = new FakeContent(Fixtures::bytes);
        engine = new MetadataEngine(content, () -> List.of(reader), CharsetGuess.OFF);
        var names = Fixtures.names().stream()
                .filter(name -> reader.extensions().contains(name.substring(name.lastIndexOf('.') + 1)))
                .toList();
        var expected = new HashMap<String, TagReading>();
        for (String name : names) {
            expected.put(name, read(name));
        }
        var callers = Executors.newFixedThreadPool(8);
        try {
            var calls = new ArrayList<Callable<Void>>();
            for (int i = 0; i < 200; i++) {
                String name = names.get(i % names.size());
                calls.add(() -> {
                    assertEquals(expected.get(name), read(name), name);
                    return null;
                });
            }
            for (var call : callers.invokeAll(calls)) {
                call.get(60, TimeUnit.SECONDS);
            }
        } finally {
            callers.shutdownNow();
        }
        assertEquals(0, content.open());
    }

    private void engine(Reader... readers) {
        engine = new MetadataEngine(
                new FakeContent(new byte[0]), () -> List.of(readers), CharsetGuess.OFF, Duration.ofMillis(200));
    }

    private TagReading read(String name) throws Exception {
        return engine.readTags(FakeContent.file(name)).get();
    }

    private void assertFails(String code, String name) {
        var failed = assertThrows(ExecutionException.class, () -> engine.readTags(FakeContent.file(name))
                .get());
        assertEquals(code, ((MetadataException) failed.getCause()).code());
    }

    private static TagReader good(String id) {
        return (content, name) -> new TagReading(AudioProperties.UNKNOWN, Tags.NONE, List.of(), List.of(), id);
    }
}
