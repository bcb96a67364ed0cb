package org.musicplatform.benchmarks.library;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * How long answers took from the call on, how much CPU time the readers of the library spent on them, and what the
 * longest one was an answer to. CPU time tells the same however busy the machine is.
 */
final class Figures {

    private static final String READER = "library-reader";

    private final long[] readers = Machine.threads(READER);
    private long[] wall = new long[1_024];
    private long[] cpu = new long[1_024];
    private int count;
    private long worst;
    private String worstQuestion = "";

    /** Asks, waits for the answer and notes what that took. */
    <T> T time(String question, Supplier<CompletableFuture<T>> ask) {
        long spent = Machine.cpuOf(readers);
        long start = System.nanoTime();
        T answer = ask.get().join();
        long took = System.nanoTime() - start;
        add(took, Machine.cpuOf(readers) - spent, question);
        return answer;
    }

    void add(long took, long spent, String question) {
        if (count == wall.length) {
            wall = Arrays.copyOf(wall, 2 * count);
            cpu = Arrays.copyOf(cpu, 2 * count);
        }
        wall[count] = took;
        cpu[count++] = spent;
        if (took > worst) {
            worst = took;
            worstQuestion = question;
        }
    }

    void addAll(Figures others) {
        for (int i = 0; i < others.count; i++) {
            boolean isWorst = others.wall[i] == others.worst;
            add(others.wall[i], others.cpu[i], isWorst ? others.worstQuestion : "");
        }
    }

    @Override
    public String toString() {
        if (count == 0) {
            return "nothing asked";
        }
        long[] took = sorted(wall);
        long[] spent = sorted(cpu);
        return String.format(
                "%6d times, ms: median %.3f, p95 %.3f, p99 %.3f, worst %.3f; of CPU: median %.3f, p95 %.3f, p99 %.3f,"
                        + " worst %.3f; worst: %s",
                count,
                millis(took, 0.5),
                millis(took, 0.95),
                millis(took, 0.99),
                millis(took, 1),
                millis(spent, 0.5),
                millis(spent, 0.95),
                millis(spent, 0.99),
                millis(spent, 1),
                worstQuestion);
    }

    private long[] sorted(long... nanos) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double millis(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))] / 1e6;
    }
}
