package org.musicplatform.core.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.musicplatform.core.testkit.bridge.MemorySettingsStore;

class SyncSettingsTest {

    private final MemorySettingsStore store = new MemorySettingsStore();

    @Test
    void what_is_set_counts() {
        store.set("sync.max-file-size", "123");
        store.set("sync.extensions-extra", "xm");
        assertEquals(new SyncSettings(123, "xm"), SyncSettings.of(store));
    }

    @Test
    void without_a_store_and_without_values_there_are_defaults() {
        assertEquals(new SyncSettings(4L << 30, ""), SyncSettings.of(null));
        assertEquals(new SyncSettings(4L << 30, ""), SyncSettings.of(store));
    }

    @Test
    void values_out_of_range_and_of_another_type_are_ignored_alone() {
        store.set("sync.extensions-extra", "xm");
        for (String wrong : new String[] {"0", "-1", "large", "99999999999999999999"}) {
            store.set("sync.max-file-size", wrong);
            assertEquals(new SyncSettings(4L << 30, "xm"), SyncSettings.of(store), wrong);
        }
    }
}
