package org.musicplatform.benchmarks.library;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What this process took from the machine. */
final class Machine {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Machine() {}

    /** Returns seconds of CPU time of the process. */
    static double cpu() {
        return PROCESS.getProcessCpuTime() / 1e9;
    }

    /** Returns seconds of CPU time of the calling thread. */
    static double ownCpu() {
        return THREADS.getCurrentThreadCpuTime() / 1e9;
    }

    /** Returns seconds of CPU time of the thread of that name which began last, 0 when there is none. */
    static double cpuOf(String name) {
        long[] ids = threads(name);
        return ids.length == 0 ? 0 : cpuOf(ids[ids.length - 1]) / 1e9;
    }

    /** Returns the threads whose names begin so, the oldest first. */
    static long[] threads(String name) {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(info -> info != null && info.getThreadName().startsWith(name))
                .mapToLong(ThreadInfo::getThreadId)
                .sorted()
                .toArray();
    }

    /** Returns nanoseconds of CPU time of threads. */
    static long cpuOf(long... threads) {
        long sum = 0;
        for (long thread : threads) {
            sum += THREADS.getThreadCpuTime(thread);
        }
        return sum;
    }

    /** Returns seconds that compiling took. */
    static double compiling() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime() / 1e3;
    }

    /** Returns seconds that collecting garbage took. */
    static double collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(gc -> gc.getCollectionTime())
                        .sum()
                / 1e3;
    }

    /** Prints what memory the process had at most. */
    static void printMemory() throws IOException {
        String resident = "not told by this system";
        if (Files.exists(STATUS)) {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith("VmHWM:")) {
                    resident = line.substring(6).strip();
                }
            }
        }
        System.out.printf(
                "memory: heap of at most %d MB, peak resident set %s%n",
                Runtime.getRuntime().maxMemory() >> 20, resident);
    }
}
