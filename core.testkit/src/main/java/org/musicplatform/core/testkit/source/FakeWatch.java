package org.musicplatform.core.testkit.source;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.spi.Watch;

/** What a fake tells of its changes. Guarded by itself. */
final class FakeWatch implements Watch {

    private final FakeFaults faults;
    private final Runnable ended;
    private final Set<Place> places = new LinkedHashSet<>();
    private boolean everything = true;
    private boolean closed;
    private Blindness blindness;
    private IOException fault;

    FakeWatch(FakeFaults faults, Blindness blindness, Runnable ended) {
        this.faults = faults;
        this.blindness = blindness;
        this.ended = ended;
    }

    synchronized void tell(List<Place> changed) {
        places.addAll(changed);
        notifyAll();
    }

    synchronized void overflow() {
        everything = true;
        notifyAll();
    }

    synchronized void blind(Blindness why) {
        blindness = why;
        notifyAll();
    }

    synchronized void fail(IOException why) {
        fault = why;
        notifyAll();
    }

    @Override
    public synchronized Changes await(Duration atMost) throws IOException, InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        var before = blindness;
        while (true) {
            faults.check();
            if (closed) {
                throw new SourceException(SourceException.UNAVAILABLE, "The watch is closed");
            }
            if (fault != null) {
                throw fault;
            }
            long left = (until - System.nanoTime()) / 1_000_000;
            if (everything || !places.isEmpty() || blindness != before || left <= 0) {
                var changes = new Changes(new ArrayList<>(places), everything, blindness);
                places.clear();
                everything = false;
                return changes;
            }
            wait(left);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            notifyAll();
        }
        ended.run();
    }
}
