package org.musicplatform.sources.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.testkit.bridge.MemorySettingsStore;

class WatchSettingsTest {

    private final MemorySettingsStore store = new MemorySettingsStore();

    @Test
    void without_settings_there_are_defaults() {
        assertSame(WatchSettings.DEFAULT, WatchSettings.of(null));
        assertEquals(WatchSettings.DEFAULT, WatchSettings.of(store));
    }

    @Test
    void what_a_person_set_is_used() {
        store.set("local.sweep-shortest-seconds", "60");
        store.set("local.sweep-longest-seconds", "3600");
        store.set("local.watched-folders", "100");
        var settings = WatchSettings.of(store);
        assertEquals(Duration.ofMinutes(1), settings.shortest());
        assertEquals(Duration.ofHours(1), settings.longest());
        assertEquals(100, settings.watched());
    }

    @Test
    void each_that_makes_no_sense_has_its_default() {
        store.set("local.sweep-shortest-seconds", "0");
        store.set("local.sweep-longest-seconds", "often");
        store.set("local.watched-folders", "-1");
        assertEquals(WatchSettings.DEFAULT, WatchSettings.of(store));
        store.set("local.sweep-shortest-seconds", "90000");
        store.set("local.sweep-longest-seconds", "60");
        assertEquals(Duration.ofSeconds(90_000), WatchSettings.of(store).longest());
    }
}
