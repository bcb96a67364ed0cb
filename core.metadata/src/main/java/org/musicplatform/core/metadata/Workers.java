package org.musicplatform.core.metadata;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.musicplatform.core.api.metadata.Workload;
import org.musicplatform.core.support.CoreFuture;
import org.musicplatform.core.support.NamedThreads;

/** The threads that read: some for each kind of work, so that none waits behind another. */
final class Workers implements AutoCloseable {

    private static final int FEWEST_WAITING = 4;
    private static final int MOST_WAITING = 16;

    private final Map<Workload, ThreadPoolExecutor> pools = new EnumMap<>(Workload.class);

    Workers() {
        int processors = Runtime.getRuntime().availableProcessors();
        pools.put(Workload.LOCAL, pool(Math.min(processors, 4), NamedThreads.numbered("core-worker")));
        pools.put(
                Workload.NETWORK,
                pool(
                        Math.min(Math.max(processors, FEWEST_WAITING), MOST_WAITING),
                        NamedThreads.numbered("core-worker-network")));
        pools.put(Workload.BACKGROUND, pool(1, NamedThreads.unhurried("core-worker-background")));
    }

    private static ThreadPoolExecutor pool(int size, NamedThreads names) {
        var pool = new ThreadPoolExecutor(size, size, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), names);
        pool.allowCoreThreadTimeOut(true); // most cores read files of one kind
        return pool;
    }

    ExecutorService of(Workload load) {
        return pools.get(load);
    }

    int count(Workload load) {
        return pools.get(load).getCorePoolSize();
    }

    /** Interrupts what is read. Does not wait. */
    @Override
    public void close() {
        pools.values().forEach(CoreFuture::stop);
    }
}
