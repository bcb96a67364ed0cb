package org.musicplatform.core.metadata;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.Purpose;
import org.musicplatform.core.testkit.source.BytesContentReader;
import org.musicplatform.core.testkit.source.FakeStorageProvider;

/** Bytes by file name; counts what is open. */
public final class FakeContent implements ContentService {

    private final Function<String, byte[]> bytes;
    private final AtomicInteger open = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** The same bytes whatever is opened. */
    public FakeContent(byte[] bytes) {
        this(name -> bytes);
    }

    FakeContent(Function<String, byte[]> bytes) {
        this.bytes = bytes;
    }

    public static FileRef file(String name) {
        return new FileRef(FakeStorageProvider.account(1, "music"), name, name, ItemVersion.UNKNOWN);
    }

    int open() {
        return open.get();
    }

    /** Waits up to 10 seconds until something that was opened is closed. */
    void awaitClosed() throws InterruptedException {
        if (!closed.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("nothing was closed within 10 s");
        }
    }

    private void close() {
        open.decrementAndGet();
        closed.countDown();
    }

    @Override
    public ContentReader open(FileRef file, Purpose purpose) {
        open.incrementAndGet();
        return new BytesContentReader(bytes.apply(file.name())).onClose(this::close);
    }
}
