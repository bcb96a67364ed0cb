package org.musicplatform.sources.local;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The notifications of the system: inotify on Linux. */
final class SystemNotifier implements Notifier {

    /** Halves of one thing, e.g. of a move, come right after each other; and a storm is taken in gulps. */
    private static final long GATHER_MILLIS = 50;

    private static final int MOST_AT_ONCE = 10_000;

    private final WatchService service;

    private SystemNotifier(WatchService service) {
        this.service = service;
    }

    /** Opens that of this system; one that never tells anything where Java has none but polls itself. */
    static Notifier open() throws IOException {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return none();
        }
        try {
            return new SystemNotifier(FileSystems.getDefault().newWatchService());
        } catch (IOException e) {
            throw limit(e, "inotify instances");
        }
    }

    private static IOException limit(IOException e, String of) {
        return String.valueOf(e.getMessage()).contains(of) ? new LimitException(e) : e;
    }

    /** Returns one that never tells anything. */
    static Notifier none() {
        var closed = new CountDownLatch(1);
        return new Notifier() {

            @Override
            public boolean works() {
                return false;
            }

            @Override
            public Object register(Path folder) {
                return null;
            }

            @Override
            public void forget(Object registration) {
                // there are none
            }

            @Override
            public List<Notice> await(long nanos) throws InterruptedException {
                if (closed.await(nanos, TimeUnit.NANOSECONDS)) {
                    throw new ClosedWatchServiceException();
                }
                return List.of();
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };
    }

    @Override
    public Object register(Path folder) throws IOException {
        try {
            return folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
        } catch (IOException e) {
            throw limit(e, "inotify watches");
        }
    }

    @Override
    public void forget(Object registration) {
        ((WatchKey) registration).cancel();
    }

    @Override
    public List<Notice> await(long nanos) throws InterruptedException {
        var key = service.poll();
        if (key == null) {
            key = service.poll(nanos, TimeUnit.NANOSECONDS);
            if (key != null) {
                gather(key);
            }
        }
        List<Notice> notices = new ArrayList<>();
        while (key != null) {
            var events = key.pollEvents();
            notices.add(new Notice(key, events, key.reset()));
            key = notices.size() < MOST_AT_ONCE ? service.poll() : null;
        }
        return notices;
    }

    private static void gather(WatchKey first) throws InterruptedException {
        try {
            TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
        } catch (InterruptedException e) {
            first.reset(); // what it has comes again
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
