package org.musicplatform.core.sync;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageSession;

/** A provider that lists what the test says, per location. */
final class ScriptedProvider implements StorageProvider {

    /** What the next page of a location does. */
    interface Script {
        Listing.ListingPage page(int number) throws IOException, InterruptedException;
    }

    final Map<String, Script> scripts = new ConcurrentHashMap<>();
    volatile Script changes;
    final CountDownLatch never = new CountDownLatch(1);
    final CountDownLatch hanging = new CountDownLatch(1);

    void lists(String location, SourceItem... items) {
        scripts.put(location, number -> Listing.ListingPage.last(List.of(items), new Listing.End("c1", List.of())));
    }

    Listing.ListingPage hang() throws InterruptedException {
        hanging.countDown();
        never.await();
        throw new IllegalStateException("never reached");
    }

    @Override
    public Location resolve(String location) {
        return new Location(location, location);
    }

    @Override
    public String prefixWithin(String outer, String inner) {
        return outer.equals(inner)
                ? ""
                : inner.startsWith(outer + "/") ? inner.substring(outer.length() + 1) + "/" : null;
    }

    @Override
    public StorageSession open(SourceAccount account, Credentials credentials) {
        var script = scripts.get(account.location());
        if (script == null) {
            throw new SourceException(SourceException.UNAVAILABLE, account.location() + " is not there");
        }
        return new StorageSession() {
            @Override
            public Listing list() {
                return listing(script);
            }

            @Override
            public Listing changes(String cursor) {
                return listing(changes);
            }

            @Override
            public InputStream read(String itemId, long offset, long length) {
                return InputStream.nullInputStream();
            }

            @Override
            public void close() {}
        };
    }

    private static Listing listing(Script script) {
        return new Listing() {
            private int number;

            @Override
            public ListingPage next() throws IOException {
                try {
                    return script.page(number++);
                } catch (InterruptedException stopped) {
                    throw new IOException(stopped);
                }
            }
        };
    }
}
