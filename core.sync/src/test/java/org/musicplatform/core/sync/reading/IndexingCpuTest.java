package org.musicplatform.core.sync.reading;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class IndexingCpuTest {

    private static final long MILLIS = 1_000_000;
    private static final long WORK = 200 * MILLIS;
    private static final int ATTEMPTS = 20;

    private final IndexingCpu cpu = new IndexingCpu();

    /** Has a thread of that name work; returns what was counted of it while it lived. */
    private long counted(String name) throws InterruptedException {
        var done = new CountDownLatch(1);
        var seen = new CountDownLatch(1);
        var thread = new Thread(
                () -> {
                    var threads = ManagementFactory.getThreadMXBean();
                    while (threads.getCurrentThreadCpuTime() < WORK) {
                        Thread.onSpinWait();
                    }
                    done.countDown();
                    try {
                        seen.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        long before = cpu.getAsLong();
        thread.start();
        done.await();
        long counted = cpu.getAsLong() - before;
        seen.countDown();
        thread.join();
        return counted;
    }

    @Test
    void what_plays_or_shows_pictures_is_no_indexing() throws InterruptedException {
        for (String name : new String[] {
            "audio-p1", "decode-p1", "core-worker-playback-1", "core-worker-decoder-1", "core-worker-artwork-1"
        }) {
            long least = Long.MAX_VALUE;
            for (int i = 0; i < ATTEMPTS && least > WORK / 2; i++) { // what compiles meanwhile is counted
                least = Math.min(least, counted(name));
            }
            assertTrue(least <= WORK / 2, name + ": " + least);
        }
    }

    @Test
    void what_lists_reads_and_writes_is() throws InterruptedException {
        for (String name : new String[] {"core-worker-provider-1", "core-worker-tags-1", "library-writer"}) {
            long counted = counted(name);
            assertTrue(counted > WORK / 2, name + ": " + counted);
        }
    }
}
