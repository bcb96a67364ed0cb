package org.musicplatform.core.support;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes named daemon threads: {@code name} for a single one, {@code name-1}, {@code name-2} for several. */
public final class NamedThreads implements ThreadFactory {

    private final String name;
    private final boolean numbered;
    private final int priority;
    private final AtomicInteger count = new AtomicInteger();

    private NamedThreads(String name, boolean numbered, int priority) {
        this.name = name;
        this.numbered = numbered;
        this.priority = priority;
    }

    /** For an executor of one thread. */
    public static NamedThreads single(String name) {
        return new NamedThreads(name, false, Thread.NORM_PRIORITY);
    }

    /** For an executor of several threads. */
    public static NamedThreads numbered(String name) {
        return new NamedThreads(name, true, Thread.NORM_PRIORITY);
    }

    /** For an executor of several threads whose work nobody waits for. */
    public static NamedThreads unhurried(String name) {
        return new NamedThreads(name, true, Thread.MIN_PRIORITY);
    }

    @Override
    public Thread newThread(Runnable work) {
        var thread = new Thread(work, numbered ? name + "-" + count.incrementAndGet() : name);
        thread.setDaemon(true);
        thread.setPriority(priority);
        return thread;
    }
}
