package org.musicplatform.core.library.browse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class PermutationTest {

    @Test
    void each_number_has_one_position_and_each_position_one_number() {
        for (int bits = Permutation.FEWEST_BITS; bits <= 15; bits++) {
            var permutation = new Permutation(bits * 31L, bits);
            var seen = new BitSet();
            for (long position = 0; position < permutation.size(); position++) {
                long number = permutation.numberAt(position);
                assertTrue(number >= 0 && number < permutation.size());
                assertEquals(position, permutation.positionOf(number));
                seen.set((int) number);
            }
            assertEquals(permutation.size(), seen.cardinality());
        }
        var large = new Permutation(-7, Permutation.MOST_BITS);
        assertEquals(123_456_789_012L, large.numberAt(large.positionOf(123_456_789_012L)));
    }

    @Test
    void what_follows_in_the_one_order_is_far_apart_in_the_other() {
        var permutation = new Permutation(42, 16);
        long apart = 0;
        for (long position = 1; position < permutation.size(); position++) {
            apart += Math.abs(permutation.numberAt(position) - permutation.numberAt(position - 1));
        }
        // a third of the range, as of two numbers by chance
        assertEquals(1 / 3.0, (double) apart / permutation.size() / permutation.size(), 0.01);
    }

    @Test
    void the_numbers_up_to_the_greatest_fit() {
        assertEquals(2, Permutation.bits(0));
        assertEquals(2, Permutation.bits(3));
        assertEquals(3, Permutation.bits(4));
        assertEquals(20, Permutation.bits(1_000_000));
    }
}
