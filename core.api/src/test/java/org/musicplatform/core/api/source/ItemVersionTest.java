package org.musicplatform.core.api.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ItemVersionTest {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = THEN.plusNanos(1);

    private static boolean same(ItemVersion one, ItemVersion other) {
        boolean same = one.sameContentAs(other);
        assertEquals(same, other.sameContentAs(one));
        return same;
    }

    @Test
    void size_and_time_decide_whatever_the_etag() {
        var before = new ItemVersion(10, THEN, "inode1", null);
        assertTrue(same(before, new ItemVersion(10, THEN, "inode2", null)));
        assertFalse(same(before, new ItemVersion(10, LATER, "inode1", null)));
        assertFalse(same(before, new ItemVersion(11, THEN, "inode1", null)));
    }

    @Test
    void a_hash_of_one_kind_decides_before_the_time() {
        var before = new ItemVersion(10, THEN, null, "md5:a");
        assertTrue(same(before, new ItemVersion(10, LATER, null, "md5:a")));
        assertFalse(same(before, new ItemVersion(10, THEN, null, "md5:b")));
        assertTrue(same(before, new ItemVersion(10, THEN, null, "sha1:c")));
        assertTrue(same(before, new ItemVersion(10, THEN, null, null)));
    }

    @Test
    void without_a_time_the_etag_decides() {
        var before = new ItemVersion(10, null, "v1", null);
        assertTrue(same(before, new ItemVersion(10, null, "v1", null)));
        assertTrue(same(before, new ItemVersion(10, THEN, "v1", null)));
        assertFalse(same(before, new ItemVersion(10, null, "v2", null)));
    }

    @Test
    void where_nothing_can_be_compared_only_equal_versions_are_the_same() {
        assertTrue(same(ItemVersion.UNKNOWN, ItemVersion.UNKNOWN));
        assertFalse(same(new ItemVersion(10, THEN, null, null), new ItemVersion(10, null, "v1", null)));
    }
}
