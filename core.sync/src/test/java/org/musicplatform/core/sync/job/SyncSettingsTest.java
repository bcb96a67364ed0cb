package org.musicplatform.core.sync.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.testkit.bridge.MemorySettingsStore;

class SyncSettingsTest {

    private final MemorySettingsStore store = new MemorySettingsStore();

    @Test
    void what_is_set_counts() {
        Map.of(
                        "sync.max-file-size", "123",
                        "sync.extensions-extra", "xm",
                        "sync.job-timeout", "0",
                        "sync.download-timeout", "7",
                        "sync.cpu", "25",
                        "sync.background-rate", "2",
                        "sync.watch", "false")
                .forEach(store::set);
        assertEquals(new SyncSettings(123, "xm", Duration.ZERO, Duration.ofSeconds(7), 25, 2), SyncSettings.of(store));
        assertFalse(SyncSettings.watches(store));
    }

    @Test
    void without_a_store_and_without_values_there_are_defaults() {
        var defaults = new SyncSettings(4L << 30, "", Duration.ofHours(1), Duration.ofMinutes(1), 0, 8);
        assertEquals(defaults, SyncSettings.of(null));
        assertEquals(defaults, SyncSettings.of(store));
        assertTrue(SyncSettings.watches(null) && SyncSettings.watches(store));
    }

    @Test
    void values_out_of_range_and_of_another_type_are_ignored_alone() {
        store.set("sync.extensions-extra", "xm");
        store.set("sync.watch", "perhaps");
        for (String wrong : new String[] {"-1", "large", "99999999999999999999"}) {
            for (String key :
                    new String[] {"max-file-size", "job-timeout", "download-timeout", "cpu", "background-rate"}) {
                store.set("sync." + key, wrong);
            }
            var read = SyncSettings.of(store);
            assertEquals(
                    new SyncSettings(4L << 30, "xm", Duration.ofHours(1), Duration.ofMinutes(1), 0, 8), read, wrong);
        }
        assertTrue(SyncSettings.watches(store));
    }
}
