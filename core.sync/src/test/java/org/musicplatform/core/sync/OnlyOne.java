package org.musicplatform.core.sync;

import java.io.IOException;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageSession;

/** A provider that reaches one location only. */
record OnlyOne(StorageProvider all, String reached) implements StorageProvider {

    @Override
    public Location resolve(String location) throws IOException {
        return all.resolve(location);
    }

    @Override
    public StorageSession open(SourceAccount account, Credentials credentials) throws IOException {
        if (!account.location().equals(reached)) {
            throw new SourceException(SourceException.UNAVAILABLE, account.location() + " is not plugged in.");
        }
        return all.open(account, credentials);
    }
}
