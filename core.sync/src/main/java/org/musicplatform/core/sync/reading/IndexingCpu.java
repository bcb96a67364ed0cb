package org.musicplatform.core.sync.reading;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Processor time that indexing has used: that of the process less that of all other threads, so that collecting garbage
 * and compiling, which no thread of ours does, are in it. Where the process does not tell, that of our threads.
 */
public final class IndexingCpu implements LongSupplier {

    /** What is played, and pictures that somebody looks at, are no indexing. */
    private static final List<String> OTHERS =
            List.of("core-worker-playback", "core-worker-decoder", "core-worker-artwork");

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final Map<Long, Thread> known = new HashMap<>(); // guarded by this, as all below
    private long sum;
    private long process;

    private static final class Thread {
        private final boolean ours;
        private long time;

        Thread(boolean ours) {
            this.ours = ours;
        }
    }

    public IndexingCpu() {
        process = processTime();
        passed(true);
    }

    @Override
    public synchronized long getAsLong() {
        long now = processTime();
        sum += now >= 0 && process >= 0 ? Math.max(0, now - process - passed(false)) : passed(true);
        process = now;
        return sum;
    }

    /** Returns what our threads, or the others, have used since the last look. */
    private long passed(boolean ours) {
        long passed = 0;
        long[] ids = threads.getAllThreadIds();
        known.keySet().retainAll(java.util.Arrays.stream(ids).boxed().toList());
        for (long id : ids) {
            var thread = known.get(id);
            if (thread == null) {
                var info = threads.getThreadInfo(id);
                if (info == null) {
                    continue;
                }
                thread = new Thread(isOurs(info.getThreadName()));
                known.put(id, thread);
            }
            long time = Math.max(thread.time, threads.getThreadCpuTime(id));
            passed += thread.ours == ours ? time - thread.time : 0;
            thread.time = time;
        }
        return passed;
    }

    private static boolean isOurs(String name) {
        return name.startsWith("core-worker") && OTHERS.stream().noneMatch(name::startsWith)
                || name.startsWith("library-writer")
                || name.startsWith("library-log");
    }

    private long processTime() {
        try {
            var time = beans.getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "ProcessCpuTime");
            return time instanceof Long nanos ? nanos : -1;
        } catch (JMException | RuntimeException unknown) {
            return -1;
        }
    }
}
