package org.musicplatform.core.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SampleRingTest {

    @Test
    void takes_just_what_it_has_room_for_and_never_overwrites() {
        var ring = new SampleRing(5);
        assertEquals(8, ring.capacity());
        assertEquals(8, ring.write(ramp(0, 10), 0, 10));
        assertEquals(0, ring.free());
        assertEquals(0, ring.write(ramp(100, 3), 0, 3));
        var out = new float[10];
        assertEquals(3, ring.read(out, 0, 3));
        assertEquals(3, ring.write(ramp(8, 4), 0, 4));
        assertEquals(8, ring.read(out, 3, 7) + 1);
        for (int i = 0; i < 10; i++) {
            assertEquals(i, out[i]);
        }
        assertEquals(1, ring.available());
    }

    @Test
    void two_threads_hand_over_every_sample_in_order() {
        var ring = new SampleRing(64);
        int total = 2_000_000;
        var producer = CompletableFuture.runAsync(() -> {
            var random = new Random(1);
            for (int sent = 0; sent < total; ) {
                int n = Math.min(total - sent, 1 + random.nextInt(100));
                sent += ring.write(ramp(sent, n), 0, n);
            }
        });
        var random = new Random(2);
        var block = new float[100];
        for (int got = 0; got < total; ) {
            int n = ring.read(block, 0, 1 + random.nextInt(100));
            for (int i = 0; i < n; i++) {
                assertEquals(got + i, block[i]);
            }
            got += n;
        }
        producer.join();
        assertEquals(0, ring.available());
    }

    @Test
    void handing_over_makes_no_garbage() {
        var ring = new SampleRing(1_024);
        var block = new float[700];
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 3; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 100_000; i++) {
                ring.write(block, 0, 700);
                ring.read(block, 0, 700);
            }
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            if (round == 2) { // the first rounds compile
                assertTrue(allocated < 1_000, allocated + " bytes");
            }
        }
    }

    @Test
    void a_senseless_size_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new SampleRing(0));
    }

    /** Whole numbers, which floats hold exactly up to 2^24. */
    private static float[] ramp(int first, int count) {
        var samples = new float[count];
        for (int i = 0; i < count; i++) {
            samples[i] = first + i;
        }
        return samples;
    }
}
