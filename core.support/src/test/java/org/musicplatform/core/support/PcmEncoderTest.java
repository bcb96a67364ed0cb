package org.musicplatform.core.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PcmEncoderTest {

    @Test
    void whole_numbers_come_out_as_they_went_in() {
        for (int bits : new int[] {8, 12, 16, 20, 24}) {
            var encoder = PcmEncoder.integers(bits, false);
            int top = 1 << bits - 1;
            for (int value : new int[] {-top, -top + 1, -1, 0, 1, 77, top - 1}) {
                assertEquals(value, decoded(encoder, value / (float) top), bits + " bit");
            }
        }
    }

    @Test
    void beyond_full_scale_is_cut_and_not_wrapped() {
        var encoder = PcmEncoder.integers(16, false);
        assertEquals(32_767, decoded(encoder, 1.5f));
        assertEquals(-32_768, decoded(encoder, -7f));
        assertEquals(Integer.MAX_VALUE, decoded(PcmEncoder.integers(32, false), 1f));
    }

    @Test
    void floats_keep_every_bit() {
        var bytes = new byte[8];
        PcmEncoder.floats(32).encode(new float[] {0, 1.0f}, 1, 1, bytes, 2);
        assertArrayEquals(new byte[] {0, 0, 0, 0, (byte) 0x80, 0x3f, 0, 0}, bytes);
        PcmEncoder.floats(64).encode(new float[] {0.1f}, 0, 1, bytes, 0);
        long all = 0;
        for (int i = 7; i >= 0; i--) {
            all = all << 8 | bytes[i] & 0xff;
        }
        assertEquals((double) 0.1f, Double.longBitsToDouble(all));
    }

    @Test
    void dither_hides_rounding_without_a_shift() {
        var encoder = PcmEncoder.integers(16, true);
        double sum = 0;
        int rounds = 100_000;
        for (int i = 0; i < rounds; i++) {
            int value = decoded(encoder, 0.3f / 32_768);
            assertTrue(Math.abs(value) <= 1);
            sum += value;
        }
        assertEquals(0.3, sum / rounds, 0.01);
    }

    @Test
    void senseless_depths_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> PcmEncoder.integers(0, false));
        assertThrows(IllegalArgumentException.class, () -> PcmEncoder.integers(33, false));
    }

    /** Reads a sample back as the format says: high bits first used, one byte without a sign. */
    private static int decoded(PcmEncoder encoder, float sample) {
        var bytes = new byte[encoder.bytes()];
        encoder.encode(new float[] {sample}, 0, 1, bytes, 0);
        if (bytes.length == 1) {
            return (bytes[0] & 0xff) - 128;
        }
        int value = 0;
        for (int i = bytes.length - 1; i >= 0; i--) {
            value = value << 8 | bytes[i] & 0xff;
        }
        int unused = 32 - bytes.length * 8;
        return value << unused >> unused >> bytes.length * 8 - encoder.bits();
    }
}
