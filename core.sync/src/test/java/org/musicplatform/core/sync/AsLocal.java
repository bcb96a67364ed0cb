package org.musicplatform.core.sync;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.LocalStorageSession;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageSession;

/** A provider whose files count as lying on this machine. */
record AsLocal(StorageProvider other) implements StorageProvider {

    @Override
    public Location resolve(String location) throws IOException {
        return other.resolve(location);
    }

    @Override
    public StorageSession open(SourceAccount account, Credentials credentials) throws IOException {
        var session = other.open(account, credentials);
        return new LocalStorageSession() {
            @Override
            public Path path(String itemId) {
                return Path.of(itemId);
            }

            @Override
            public Listing list() throws IOException {
                return session.list();
            }

            @Override
            public InputStream read(String itemId, long offset, long length) throws IOException {
                return session.read(itemId, offset, length);
            }

            @Override
            public void close() throws IOException {
                session.close();
            }
        };
    }
}
