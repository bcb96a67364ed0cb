package org.musicplatform.core.testkit.source;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.spi.Listing;

/** How a {@link FakeStorageProvider} is to behave; a test decides. Thread-safe: guarded by itself. */
final class FakeFaults {

    String unavailable;
    RuntimeException broken;
    final Map<String, IOException> failingReads = new HashMap<>();
    final Map<String, Integer> dropsAfter = new HashMap<>();
    final List<Listing.Skipped> skipped = new ArrayList<>();
    final List<IOException> failingPages = new ArrayList<>();
    Gate openGate;
    Gate listGate;
    Gate readGate;
    Duration latency = Duration.ZERO;
    int pageSize = 500;
    boolean halfPages;
    int failListingAfter = -1;
    int expireListingAfter = -1;

    synchronized void check() {
        if (broken != null) {
            throw broken;
        }
        if (unavailable != null) {
            throw new SourceException(SourceException.UNAVAILABLE, unavailable);
        }
    }

    synchronized boolean skips(String id) {
        return skipped.stream().anyMatch(skip -> {
            String where = skip.itemId();
            return where.isEmpty() || where.equals(id) || where.endsWith("/") && id.startsWith(where);
        });
    }

    synchronized List<Listing.Skipped> skipped() {
        return List.copyOf(skipped);
    }

    /** Waits as long as the test wants a call to take. */
    void delay(Gate gate) throws InterruptedIOException {
        if (gate != null) {
            gate.pass();
        }
        Duration wait;
        synchronized (this) {
            wait = latency;
        }
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the fake");
        }
    }
}
