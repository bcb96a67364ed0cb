package org.musicplatform.core.support;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes named daemon threads: {@code name} for a single one, {@code name-1}, {@code name-2} for several. */
public final class NamedThreads implements ThreadFactory {

    private final String name;
    private final boolean numbered;
    private final AtomicInteger count = new AtomicInteger();

    private NamedThreads(String name, boolean numbered) {
        this.name = name;
        this.numbered = numbered;
    }

    /** For an executor of one thread. */
    public static NamedThreads single(String name) {
        return new NamedThreads(name, false);
    }

    /** For an executor of several threads. */
    public static NamedThreads numbered(String name) {
        return new NamedThreads(name, true);
    }

    @Override
    public Thread newThread(Runnable work) {
        var thread = new Thread(work, numbered ? name + "-" + count.incrementAndGet() : name);
        thread.setDaemon(true);
        return thread;
    }
}
