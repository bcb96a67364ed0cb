package org.musicplatform.core.metadata;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.Purpose;
import org.musicplatform.core.testkit.source.FakeStorageProvider;

/** The same bytes whatever is opened; counts what is open. */
public final class FakeContent implements ContentService {

    private final byte[] bytes;
    private final Path local;
    private final AtomicInteger open = new AtomicInteger();

    public FakeContent(byte[] bytes) {
        this(bytes, null);
    }

    FakeContent(byte[] bytes, Path local) {
        this.bytes = bytes;
        this.local = local;
    }

    public static FileRef file(String name) {
        return new FileRef(FakeStorageProvider.account(1, "music"), name, name, ItemVersion.UNKNOWN);
    }

    int open() {
        return open.get();
    }

    @Override
    public ContentReader open(FileRef file, Purpose purpose) {
        open.incrementAndGet();
        return new ContentReader() {
            @Override
            public int read(long position, ByteBuffer target) {
                int length = (int) Math.min(target.remaining(), bytes.length - position);
                if (length <= 0) {
                    return -1;
                }
                target.put(bytes, (int) position, length);
                return length;
            }

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public ItemVersion version() {
                return ItemVersion.UNKNOWN;
            }

            @Override
            public Path localFile() {
                return local;
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }
}
