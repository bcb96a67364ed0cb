package org.musicplatform.core.testkit.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.bridge.BridgeException;
import org.musicplatform.core.api.bridge.StateStore;

/** What a {@link StateStore} has to keep to. */
public abstract class StateStoreContractTest {

    /**
     * Opens the store of the running test: empty at first, later with what was put.
     *
     * @return the store; one in memory returns the same object each time
     */
    protected abstract StateStore open();

    @Test
    void what_was_never_put_is_null() {
        assertNull(open().get("sync.history"));
        assertEquals(List.of(), open().keys());
    }

    @Test
    void what_was_put_is_there_when_the_store_is_opened_again() {
        open().put("b", new byte[] {0, -1, 10});
        open().put("a.c-d", new byte[0]);
        assertArrayEquals(new byte[] {0, -1, 10}, open().get("b"));
        assertArrayEquals(new byte[0], open().get("a.c-d"));
        assertEquals(List.of("a.c-d", "b"), open().keys());
    }

    @Test
    void a_later_value_replaces_the_earlier_and_null_removes_it() {
        open().put("a", new byte[] {1, 2, 3});
        open().put("a", new byte[] {4});
        assertArrayEquals(new byte[] {4}, open().get("a"));
        open().put("a", null);
        open().put("a", null);
        assertNull(open().get("a"));
        assertEquals(List.of(), open().keys());
    }

    @Test
    void the_callers_array_stays_the_callers() {
        byte[] value = {1};
        var store = open();
        store.put("a", value);
        value[0] = 9;
        store.get("a")[0] = 8;
        assertArrayEquals(new byte[] {1}, store.get("a"));
    }

    @Test
    void a_value_too_great_is_refused_and_the_old_one_stays() {
        var store = open();
        store.put("a", new byte[] {1});
        assertThrows(BridgeException.class, () -> store.put("a", new byte[StateStore.MAX_VALUE + 1]));
        assertArrayEquals(new byte[] {1}, store.get("a"));
        store.put("a", new byte[StateStore.MAX_VALUE]);
        assertEquals(StateStore.MAX_VALUE, store.get("a").length);
    }

    @Test
    void a_key_that_is_not_allowed_is_refused() {
        for (String key : List.of("", "A", "a..b", ".a", "a.", "a b", "../a", "a/b", "a\\b", "ä")) {
            var refused = assertThrows(BridgeException.class, () -> open().put(key, new byte[1]), key);
            assertEquals(BridgeException.BAD_NAME, refused.code());
        }
        assertEquals(List.of(), open().keys());
    }
}
