package org.musicplatform.core.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.TagRun;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.metadata.Workload;
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
    void all_bytes_of_a_file_are_hashed_and_an_unknown_kind_is_named() throws Exception {
        var content = new FakeContent("abc".getBytes(StandardCharsets.US_ASCII));
        engine = new MetadataEngine(content, List::of, CharsetGuess.OFF);
        assertEquals(
                "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                engine.hash(FakeContent.file("a.mp3"), "sha256").get());
        assertEquals(
                "md5:900150983cd24fb0d6963f7d28e17f72",
                engine.hash(FakeContent.file("a.mp3"), "md5").get());
        var refused = assertThrows(ExecutionException.class, () -> engine.hash(FakeContent.file("a.mp3"), "quickxor")
                .get());
        assertEquals(MetadataException.UNSUPPORTED_FORMAT, ((CoreException) refused.getCause()).code());
        assertEquals(0, content.open());
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
        for (int i = 0; i < engine.concurrency(Workload.LOCAL); i++) {
            busy.add(engine.readTags(FakeContent.file("busy.fake")));
        }
        var waiting = engine.readTags(FakeContent.file("waiting.fake"));
        assertTrue(waiting.cancel(true));
        gate.open();
        for (var reading : busy) {
            assertEquals("Rain", reading.get(10, TimeUnit.SECONDS).tags().first(TagField.TITLE));
        }
        engine.readTags(FakeContent.file("last.fake")).get(10, TimeUnit.SECONDS);
        assertEquals(engine.concurrency(Workload.LOCAL) + 1, fake.calls());
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

    /** Gives out its files and writes down what came of each. */
    private static final class Run implements TagRun {
        final List<String> told = new CopyOnWriteArrayList<>();
        private final Iterator<String> names;
        private final Duration limit;

        Run(Duration limit, String... names) {
            this.names = List.of(names).iterator();
            this.limit = limit;
        }

        @Override
        public Request next() {
            return names.hasNext() ? new Request(FakeContent.file(names.next()), List.of()) : null;
        }

        @Override
        public void read(Request file, TagReading reading) {
            told.add(file.file().name() + " " + reading.reader());
        }

        @Override
        public void failed(Request file, Throwable failure) {
            told.add(file.file().name() + " " + ((CoreException) failure).code());
        }

        @Override
        public Workload workload() {
            return Workload.NETWORK;
        }

        @Override
        public Duration limit() {
            return limit;
        }
    }

    @Test
    void a_run_tells_of_each_file_in_order_whatever_becomes_of_it() throws Exception {
        engine(
                new Reader("good", List.of("mp3"), good("good")),
                new Reader("bad", List.of("ogg"), (content, name) -> {
                    throw new NoSuchMethodError("gone");
                }),
                new Reader("cut", List.of("wav"), (content, name) -> {
                    throw new EOFException("cut");
                }),
                new Reader("stranger", List.of("xyz"), STRANGER),
                new Reader("mute", List.of("ape"), (content, name) -> null));
        var run = new Run(Duration.ofMinutes(1), "a.mp3", "b.ogg", "c.wav", "d.xyz", "e.ape", "f.mp3");
        engine.readTags(run).get(10, TimeUnit.SECONDS);
        assertEquals(
                List.of(
                        "a.mp3 good",
                        "b.ogg " + MetadataException.READER_FAILED,
                        "c.wav " + MetadataException.UNREADABLE,
                        "d.xyz " + MetadataException.UNSUPPORTED_FORMAT,
                        "e.ape " + MetadataException.READER_FAILED,
                        "f.mp3 good"),
                run.told);
    }

    @Test
    void a_file_of_a_run_that_takes_too_long_is_told_as_such_and_the_others_are_read() throws Exception {
        var gate = new Gate();
        engine(new Reader("good", List.of("mp3"), good("good")), new Reader("slow", List.of("ogg"), (content, name) -> {
            gate.pass();
            throw new EOFException("stopped");
        }));
        var run = new Run(Duration.ofMillis(100), "a.mp3", "b.ogg", "c.mp3");
        engine.readTags(run).get(10, TimeUnit.SECONDS);
        assertEquals(List.of("a.mp3 good", "b.ogg " + MetadataException.TOO_EXPENSIVE, "c.mp3 good"), run.told);
    }

    @Test
    void cancelling_a_run_stops_its_file_and_begins_no_other() throws Exception {
        var gate = new Gate();
        var content = new FakeContent(new byte[0]);
        var slow = new Reader("slow", List.of("ogg"), (bytes, name) -> {
            gate.pass();
            throw new EOFException("stopped");
        });
        engine = new MetadataEngine(content, () -> List.of(slow), CharsetGuess.OFF, Duration.ofMinutes(1));
        var run = new Run(Duration.ofMinutes(1), "a.ogg", "b.ogg");
        var reading = engine.readTags(run);
        gate.awaitArrival();
        assertTrue(reading.cancel(true));
        content.awaitClosed();
        assertEquals(List.of(), run.told);
        assertEquals("b.ogg", run.next().file().name());
    }

    @Test
    void a_callback_may_wait_for_another_answer() throws Exception {
        engine(new Reader("good", List.of("mp3"), good("good")));
        var second = engine.readTags(FakeContent.file("a.mp3"))
                .thenApplyAsync(
                        first -> engine.readTags(FakeContent.file("b.mp3")).join());
        assertEquals("good", second.get(10, TimeUnit.SECONDS).reader());
    }

    @Test
    void closing_leaves_nobody_waiting_for_what_had_not_begun() throws Exception {
        var gate = new Gate();
        engine(new Reader("slow", List.of("mp3"), (bytes, name) -> {
            gate.pass();
            throw new EOFException("stopped");
        }));
        for (int i = 0; i < engine.concurrency(Workload.LOCAL); i++) {
            engine.readTags(FakeContent.file("busy.mp3"));
        }
        var waiting = engine.readTags(FakeContent.file("waiting.mp3"));
        gate.awaitArrival();
        engine.close();
        assertThrows(CancellationException.class, () -> waiting.get(10, TimeUnit.SECONDS));
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
