package org.musicplatform.core.testkit.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.Purpose;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.spi.StorageProvider;

/** What every {@link ContentService} keeps. */
public abstract class ContentServiceContractTest {

    /** The provider behind the service under test, empty at first. */
    protected final FakeStorageProvider source = new FakeStorageProvider();

    /** Returns the service under test; it knows this provider as {@code fake}. */
    protected abstract ContentService service(StorageProvider fake);

    /** Adds a file of random bytes to the source {@code music} and returns them. */
    protected final byte[] store(String id, int size) {
        var content = new byte[size];
        new Random(size).nextBytes(content);
        source.file("music/" + id, content);
        return content;
    }

    /** Names a file of the source {@code music} as it is listed. */
    protected final FileRef ref(String id) {
        return new FileRef(FakeStorageProvider.account(1, "music"), id, id, source.version("music/" + id));
    }

    private static byte[] read(ContentReader reader, long position, int length) throws IOException {
        var target = ByteBuffer.allocate(length);
        int n = reader.readFully(position, target);
        return Arrays.copyOf(target.array(), n);
    }

    @Test
    void any_range_holds_the_bytes_that_are_there() throws IOException {
        byte[] content = store("a.mp3", 300_001);
        try (var reader = service(source).open(ref("a.mp3"), Purpose.TAGS)) {
            assertArrayEquals(content, read(reader, 0, content.length + 10));
            var random = new Random(7);
            for (int i = 0; i < 200; i++) {
                int from = random.nextInt(content.length);
                int length = 1 + random.nextInt(70_000);
                assertArrayEquals(
                        Arrays.copyOfRange(content, from, Math.min(content.length, from + length)),
                        read(reader, from, length));
            }
        }
    }

    @Test
    void the_end_is_minus_one_and_a_full_buffer_reads_nothing() throws IOException {
        store("a.mp3", 10);
        try (var reader = service(source).open(ref("a.mp3"), Purpose.TAGS)) {
            assertEquals(-1, reader.read(10, ByteBuffer.allocate(1)));
            assertEquals(-1, reader.read(Long.MAX_VALUE / 2, ByteBuffer.allocate(1)));
            assertEquals(0, reader.read(0, ByteBuffer.allocate(0)));
        }
    }

    @Test
    void an_empty_file_ends_at_once() throws IOException {
        store("a.mp3", 0);
        try (var reader = service(source).open(ref("a.mp3"), Purpose.PLAYBACK)) {
            assertEquals(0, reader.size());
            assertEquals(-1, reader.read(0, ByteBuffer.allocate(5)));
        }
    }

    @Test
    void a_direct_buffer_is_filled_too() throws IOException {
        byte[] content = store("a.mp3", 1000);
        try (var reader = service(source).open(ref("a.mp3"), Purpose.PLAYBACK)) {
            var target = ByteBuffer.allocateDirect(1000);
            assertEquals(1000, reader.readFully(0, target));
            assertEquals(ByteBuffer.wrap(content), target.flip());
        }
    }

    @Test
    void size_and_version_are_those_of_the_file() throws IOException {
        store("a.mp3", 1234);
        try (var reader = service(source).open(ref("a.mp3"), Purpose.TAGS)) {
            assertEquals(1234, reader.size());
            assertEquals(ref("a.mp3").version(), reader.version());
        }
    }

    @Test
    void a_file_of_unknown_version_is_read_to_its_end() throws IOException {
        byte[] content = store("a.mp3", 100_000);
        var known = ref("a.mp3");
        var unknown = new FileRef(known.source(), known.itemId(), known.name(), ItemVersion.UNKNOWN);
        try (var reader = service(source).open(unknown, Purpose.DOWNLOAD)) {
            assertArrayEquals(content, read(reader, 0, content.length + 1));
        }
    }

    @Test
    void a_file_that_is_gone_is_not_found() {
        store("a.mp3", 10);
        var gone = ref("a.mp3");
        source.remove("music/a.mp3").folder("music");
        var service = service(source);
        var e = assertThrows(SourceException.class, () -> {
            try (var reader = service.open(gone, Purpose.TAGS)) {
                reader.read(0, ByteBuffer.allocate(1));
            }
        });
        assertEquals(SourceException.NOT_FOUND, e.code());
    }

    @Test
    void a_source_that_is_not_there_is_unavailable_and_comes_back() throws IOException {
        store("a.mp3", 10);
        var service = service(source);
        source.unavailable("The server does not answer.");
        var e = assertThrows(SourceException.class, () -> service.open(ref("a.mp3"), Purpose.TAGS)
                .close());
        assertEquals(SourceException.UNAVAILABLE, e.code());
        source.unavailable(null);
        try (var reader = service.open(ref("a.mp3"), Purpose.TAGS)) {
            assertEquals(10, reader.readFully(0, ByteBuffer.allocate(10)));
        }
    }

    @Test
    void a_failing_read_names_the_file() throws IOException {
        store("a.mp3", 10);
        source.failReads("music/a.mp3", new IOException("connection reset"));
        try (var reader = service(source).open(ref("a.mp3"), Purpose.TAGS)) {
            var e = assertThrows(IOException.class, () -> reader.read(0, ByteBuffer.allocate(1)));
            assertTrue(e.getMessage().contains("a.mp3"), e.getMessage());
        }
    }

    @Test
    void no_stream_stays_open_behind_a_closed_reader() throws IOException {
        store("a.mp3", 200_000);
        try (var reader = service(source).open(ref("a.mp3"), Purpose.PLAYBACK)) {
            reader.read(0, ByteBuffer.allocate(1));
        }
        assertEquals(0, source.openStreams());
    }
}
