package org.musicplatform.benchmarks.library;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** How long answers took, and to what the longest one was. */
final class Figures {

    private long[] nanos = new long[1_024];
    private int count;
    private long worst;
    private String worstQuestion = "";

    /** Asks, waits for the answer and notes how long that took. */
    <T> T time(String question, Supplier<CompletableFuture<T>> ask) {
        long start = System.nanoTime();
        T answer = ask.get().join();
        add(System.nanoTime() - start, question);
        return answer;
    }

    void add(long took, String question) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = took;
        if (took > worst) {
            worst = took;
            worstQuestion = question;
        }
    }

    void addAll(Figures others) {
        for (int i = 0; i < others.count; i++) {
            add(others.nanos[i], others.worstQuestion);
        }
    }

    int count() {
        return count;
    }

    @Override
    public String toString() {
        if (count == 0) {
            return "nothing asked";
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return String.format(
                "%6d times: median %8.3f ms, p95 %8.3f, p99 %8.3f, worst %8.3f for %s",
                count, millis(sorted, 0.5), millis(sorted, 0.95), millis(sorted, 0.99), worst / 1e6, worstQuestion);
    }

    private static double millis(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))] / 1e6;
    }
}
