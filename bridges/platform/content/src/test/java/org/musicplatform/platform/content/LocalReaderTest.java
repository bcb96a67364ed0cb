package org.musicplatform.platform.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.Purpose;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.LocalStorageSession;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageSession;
import org.musicplatform.core.testkit.source.FakeStorageProvider;

class LocalReaderTest {

    @TempDir
    Path folder;

    private final CountDownLatch never = new CountDownLatch(1);
    private volatile boolean hangs;
    private volatile Thread opener;

    private void hang() throws InterruptedIOException {
        try {
            never.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    private final StorageProvider provider = new StorageProvider() {
        @Override
        public Location resolve(String location) {
            return new Location(location, location);
        }

        @Override
        public StorageSession open(SourceAccount account, Credentials credentials) {
            return new LocalStorageSession() {
                @Override
                public Path path(String itemId) throws IOException {
                    opener = Thread.currentThread();
                    if (hangs) {
                        hang();
                    }
                    return folder.resolve(itemId);
                }

                @Override
                public Listing list() {
                    throw new AssertionError("nobody lists");
                }

                @Override
                public InputStream read(String itemId, long offset, long length) {
                    throw new AssertionError("local files are read directly");
                }

                @Override
                public void close() {
                    // holds nothing
                }
            };
        }
    };

    private static FileRef ref(ItemVersion version) {
        return new FileRef(FakeStorageProvider.account(1, "x"), "a.mp3", "a.mp3", version);
    }

    @Test
    void a_file_of_this_machine_is_read_directly_and_shown_as_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("a.mp3"), "0123456789");
        var listed = new ItemVersion(10, Files.getLastModifiedTime(file).toInstant(), "tag", null);
        try (var engine = new ContentEngine(id -> provider, Duration.ZERO);
                var reader = engine.open(ref(listed), Purpose.TAGS)) {
            var target = ByteBuffer.allocate(3);
            assertEquals(3, reader.readFully(4, target));
            assertEquals('4', target.get(0));
            assertEquals(-1, reader.read(10, ByteBuffer.allocate(1)));
            assertEquals(file, reader.localFile());
            assertEquals(listed, reader.version());
        }
    }

    @Test
    void scanning_opens_on_the_thread_that_asks_as_somebody_watches_it() throws IOException {
        Files.writeString(folder.resolve("a.mp3"), "x");
        try (var engine = new ContentEngine(id -> provider, Duration.ZERO)) {
            engine.open(ref(ItemVersion.UNKNOWN), Purpose.SCAN).close();
            assertEquals(Thread.currentThread(), opener);
            engine.open(ref(ItemVersion.UNKNOWN), Purpose.TAGS).close();
            assertNotEquals(Thread.currentThread(), opener);
        }
    }

    @Test
    void a_file_that_changed_since_it_was_listed_has_the_version_of_now() throws IOException {
        Path file = Files.writeString(folder.resolve("a.mp3"), "0123456789");
        var old = new ItemVersion(3, Files.getLastModifiedTime(file).toInstant(), "tag", null);
        try (var engine = new ContentEngine(id -> provider, Duration.ZERO);
                var reader = engine.open(ref(old), Purpose.TAGS)) {
            assertEquals(10, reader.version().size());
            assertNull(reader.version().etag());
        }
    }

    @Test
    void a_file_that_is_gone_is_not_found_and_a_gone_provider_ends_readers() throws IOException {
        try (var engine = new ContentEngine(id -> provider, Duration.ZERO)) {
            var e = assertThrows(SourceException.class, () -> engine.open(ref(ItemVersion.UNKNOWN), Purpose.TAGS)
                    .close());
            assertEquals(SourceException.NOT_FOUND, e.code());
            Files.writeString(folder.resolve("a.mp3"), "x");
            try (var reader = engine.open(ref(ItemVersion.UNKNOWN), Purpose.TAGS)) {
                engine.gone(provider);
                var gone = assertThrows(SourceException.class, () -> reader.read(0, ByteBuffer.allocate(1)));
                assertEquals(SourceException.UNAVAILABLE, gone.code());
            }
        }
    }

    @Test
    @Timeout(20)
    void a_drive_that_does_not_answer_is_not_there() throws IOException {
        hangs = true;
        try (var engine = new ContentEngine(id -> provider, Duration.ZERO, Duration.ofMillis(50), new ManualTimer())) {
            var file = new FileRef(FakeStorageProvider.account(1, "music"), "a", "a", ItemVersion.UNKNOWN);
            var e = assertThrows(
                    SourceException.class, () -> engine.open(file, Purpose.TAGS).close());
            assertEquals(SourceException.UNAVAILABLE, e.code());
        }
    }
}
