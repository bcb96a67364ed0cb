package org.musicplatform.core.service;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.musicplatform.core.api.event.EventFilter;
import org.musicplatform.core.api.event.EventStream;

/** A subscriber's own bounded buffer: when it is full the oldest event goes, and the reader is told. */
final class BufferedStream implements EventStream {

    private final EventFilter filter;
    private final Consumer<BufferedStream> onClose;
    private final Deque<Entry> waiting = new ArrayDeque<>(); // guarded by this
    private long lost; // guarded by this
    private long lastLost; // guarded by this
    private boolean closed; // guarded by this

    BufferedStream(EventFilter filter, Consumer<BufferedStream> onClose) {
        this.filter = filter;
        this.onClose = onClose;
    }

    synchronized void offer(Entry entry) {
        if (closed || !filter.accepts(entry.event())) {
            return;
        }
        if (waiting.size() == filter.capacity()) {
            lag(waiting.removeFirst().sequence(), 1);
        }
        waiting.addLast(entry);
        notifyAll();
    }

    synchronized void lag(long upTo, long count) {
        lastLost = upTo;
        lost += count;
        notifyAll();
    }

    @Override
    public synchronized Entry next(Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        while (waiting.isEmpty() && lost == 0 && !closed) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return null;
            }
            wait(Math.max(1, left / 1_000_000));
        }
        if (lost > 0) {
            var lag = new Entry(lastLost, null, lost);
            lost = 0;
            return lag;
        }
        return waiting.pollFirst();
    }

    @Override
    public synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        onClose.accept(this);
    }
}
