package org.musicplatform.platform.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageSession;

/** Opens when it likes to, deaf to interruption. */
record LateProvider(StorageProvider real, CountDownLatch gate, CountDownLatch closed) implements StorageProvider {

    @Override
    public Location resolve(String location) throws IOException {
        return real.resolve(location);
    }

    @Override
    public String prefixWithin(String outer, String inner) {
        return real.prefixWithin(outer, inner);
    }

    @Override
    public StorageSession open(SourceAccount account, Credentials credentials) throws IOException {
        while (gate.getCount() > 0) {
            Thread.onSpinWait();
        }
        Thread.interrupted();
        var session = real.open(account, credentials);
        return new StorageSession() {
            @Override
            public Listing list() throws IOException {
                return session.list();
            }

            @Override
            public Listing changes(String cursor) throws IOException {
                return session.changes(cursor);
            }

            @Override
            public InputStream read(String itemId, long offset, long length) throws IOException {
                return session.read(itemId, offset, length);
            }

            @Override
            public void close() throws IOException {
                session.close();
                closed.countDown();
            }
        };
    }
}
