package org.musicplatform.platform.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.Purpose;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.testkit.source.FakeStorageProvider;

class ContentEngineTest {

    private final FakeStorageProvider fake = new FakeStorageProvider();
    private volatile StorageProvider present = fake;
    private final ContentEngine engine = new ContentEngine(id -> present, Duration.ofMinutes(1));

    @AfterEach
    void close() {
        engine.close();
        assertEquals(0, fake.openSessions());
    }

    private FileRef ref(String id) {
        return new FileRef(FakeStorageProvider.account(1, "music"), id, id, fake.version("music/" + id));
    }

    private byte[] store(String id, int size) {
        var content = new byte[size];
        new Random(1).nextBytes(content);
        fake.file("music/" + id, content);
        return content;
    }

    private static byte[] all(ContentReader reader, int size) throws IOException {
        var target = ByteBuffer.allocate(size);
        assertEquals(size, reader.readFully(0, target));
        return target.array();
    }

    @Test
    void readers_share_one_session() throws IOException {
        store("a.mp3", 10);
        try (var one = engine.open(ref("a.mp3"), Purpose.TAGS);
                var two = engine.open(ref("a.mp3"), Purpose.TAGS)) {
            assertArrayEquals(all(one, 10), all(two, 10));
        }
        engine.open(ref("a.mp3"), Purpose.TAGS).close();
        assertEquals(1, fake.opens());
    }

    @Test
    void playing_reads_on_in_one_stream() throws IOException {
        byte[] content = store("a.mp3", 1_000_000);
        try (var reader = engine.open(ref("a.mp3"), Purpose.PLAYBACK)) {
            assertArrayEquals(content, all(reader, content.length));
        }
        assertEquals(1, fake.reads());
    }

    @Test
    void tags_ask_for_no_more_than_a_block_at_first() throws IOException {
        store("a.mp3", 1_000_000);
        try (var reader = engine.open(ref("a.mp3"), Purpose.TAGS)) {
            for (int i = 0; i < 100; i++) {
                reader.read(i * 100, ByteBuffer.allocate(100));
            }
            assertEquals(1, fake.reads());
            all(reader, 1_000_000);
        }
        assertTrue(fake.reads() < 8, "requests: " + fake.reads());
    }

    @Test
    void a_connection_that_breaks_off_once_is_not_noticed() throws IOException {
        byte[] content = store("a.mp3", 300_000);
        fake.dropConnectionAfter("music/a.mp3", 100_001);
        try (var reader = engine.open(ref("a.mp3"), Purpose.DOWNLOAD)) {
            assertArrayEquals(content, all(reader, content.length));
        }
        assertEquals(2, fake.reads());
    }

    @Test
    void a_file_shorter_than_listed_fails_in_words() throws IOException {
        store("a.mp3", 300_000);
        var listed = ref("a.mp3");
        store("a.mp3", 100);
        try (var reader = engine.open(listed, Purpose.DOWNLOAD)) {
            var e = assertThrows(IOException.class, () -> reader.read(0, ByteBuffer.allocate(10)));
            assertTrue(e.getMessage().contains("a.mp3"), e.getMessage());
        }
    }

    @Test
    void without_a_provider_the_error_names_the_one_to_install() {
        store("a.mp3", 10);
        present = null;
        var e = assertThrows(SourceException.class, () -> engine.open(ref("a.mp3"), Purpose.TAGS)
                .close());
        assertEquals(SourceException.UNAVAILABLE, e.code());
        assertTrue(e.getMessage().contains("'fake'"), e.getMessage());
    }

    @Test
    void faulty_code_of_a_provider_becomes_an_error_that_names_it() {
        store("a.mp3", 10);
        fake.broken(new IllegalStateException("boom"));
        var e = assertThrows(SourceException.class, () -> engine.open(ref("a.mp3"), Purpose.TAGS)
                .close());
        assertTrue(e.getMessage().contains("'fake'"), e.getMessage());
        fake.broken(null);
    }

    @Test
    void open_readers_fail_when_the_provider_goes() throws IOException {
        store("a.mp3", 10);
        try (var reader = engine.open(ref("a.mp3"), Purpose.TAGS)) {
            all(reader, 10);
            present = null;
            engine.gone(fake);
            assertEquals(0, fake.openSessions());
            var e = assertThrows(SourceException.class, () -> reader.read(0, ByteBuffer.allocate(1)));
            assertEquals(SourceException.UNAVAILABLE, e.code());
        }
    }

    @Test
    void without_an_idle_time_a_session_is_closed_with_its_last_reader() throws IOException {
        store("a.mp3", 10);
        var hasty = new ContentEngine(id -> fake, Duration.ZERO);
        hasty.open(ref("a.mp3"), Purpose.TAGS).close();
        assertEquals(0, fake.openSessions());
        hasty.close();
    }

    @Test
    void a_session_is_closed_when_nobody_used_it_for_a_while() throws IOException {
        store("a.mp3", 10);
        var time = new ManualTimer();
        try (var patient = new ContentEngine(id -> fake, Duration.ofSeconds(30), ContentEngine.OPEN_LIMIT, time)) {
            patient.open(ref("a.mp3"), Purpose.TAGS).close();
            time.pass(Duration.ofSeconds(29));
            assertEquals(1, fake.openSessions());
            var reader = patient.open(ref("a.mp3"), Purpose.TAGS);
            time.pass(Duration.ofSeconds(31)); // in use, however long
            assertEquals(1, fake.openSessions());
            reader.close();
            time.pass(Duration.ofSeconds(29));
            assertEquals(1, fake.openSessions());
            time.pass(Duration.ofSeconds(1));
            assertEquals(0, fake.openSessions());
            assertEquals(1, fake.opens());
            patient.open(ref("a.mp3"), Purpose.TAGS).close();
            assertEquals(2, fake.opens());
        }
    }

    @Test
    @Timeout(20)
    void a_source_that_hangs_while_opening_is_not_there() throws Exception {
        store("a.mp3", 10);
        var gate = fake.holdOpens();
        try (var hasty =
                new ContentEngine(id -> fake, Duration.ofMinutes(1), Duration.ofMillis(50), new ManualTimer())) {
            var e = assertThrows(SourceException.class, () -> hasty.open(ref("a.mp3"), Purpose.TAGS)
                    .close());
            assertEquals(SourceException.UNAVAILABLE, e.code());
            assertTrue(e.getMessage().contains("music"), e.getMessage());
            gate.open();
            var content = all(hasty.open(ref("a.mp3"), Purpose.TAGS), 10);
            assertEquals(10, content.length);
        }
    }

    @Test
    @Timeout(20)
    void a_session_that_opens_too_late_is_closed_again() throws Exception {
        store("a.mp3", 10);
        var gate = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        StorageProvider deaf = new LateProvider(fake, gate, closed);
        try (var hasty =
                new ContentEngine(id -> deaf, Duration.ofMinutes(1), Duration.ofMillis(50), new ManualTimer())) {
            assertThrows(SourceException.class, () -> hasty.open(ref("a.mp3"), Purpose.TAGS)
                    .close());
            gate.countDown();
            closed.await();
            assertEquals(0, fake.openSessions());
        }
    }
}
