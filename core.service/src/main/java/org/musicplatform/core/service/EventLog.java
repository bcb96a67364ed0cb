package org.musicplatform.core.service;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.EventFilter;
import org.musicplatform.core.api.event.EventStream;

/** Numbers the events, remembers the last thousand, and hands them to the open streams. */
final class EventLog implements AutoCloseable {

    private static final int REMEMBERED = 1_000;

    private final List<BufferedStream> streams = new CopyOnWriteArrayList<>();
    private final Deque<EventStream.Entry> remembered = new ArrayDeque<>(); // guarded by this
    private long sequence; // guarded by this
    private boolean closed; // guarded by this

    synchronized void publish(CoreEvent event) {
        var entry = new EventStream.Entry(++sequence, event, 0);
        remembered.addLast(entry);
        if (remembered.size() > REMEMBERED) {
            remembered.removeFirst();
        }
        streams.forEach(stream -> stream.offer(entry));
    }

    synchronized EventStream open(EventFilter filter) {
        var stream = new BufferedStream(filter, streams::remove);
        if (filter.fromSequence() != EventFilter.NOW) {
            long oldest =
                    remembered.isEmpty() ? sequence + 1 : remembered.getFirst().sequence();
            long forgotten = oldest - Math.max(1, filter.fromSequence());
            if (forgotten > 0) {
                stream.lag(oldest - 1, forgotten);
            }
            new ArrayList<>(remembered)
                    .stream().filter(e -> e.sequence() >= filter.fromSequence()).forEach(stream::offer);
        }
        if (closed) {
            stream.close();
        } else {
            streams.add(stream);
        }
        return stream;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        streams.forEach(BufferedStream::close);
    }
}
