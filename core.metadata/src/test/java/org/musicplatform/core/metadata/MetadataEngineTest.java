package org.musicplatform.core.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.metadata.spi.TagReader;

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

    private void engine(Reader... readers) {
        engine = new MetadataEngine(new FakeContent(new byte[0]), () -> List.of(readers), Duration.ofMillis(200));
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
