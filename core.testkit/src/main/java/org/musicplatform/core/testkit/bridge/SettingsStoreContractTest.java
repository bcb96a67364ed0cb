package org.musicplatform.core.testkit.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.bridge.BridgeException;
import org.musicplatform.core.api.bridge.SettingsStore;

/** What a {@link SettingsStore} has to keep to. */
public abstract class SettingsStoreContractTest {

    /**
     * Opens the store of the running test: empty at first, later with what was set.
     *
     * @return the store; one in memory returns the same object each time
     */
    protected abstract SettingsStore open();

    @Test
    void what_is_not_set_has_its_default() {
        var store = open();
        assertEquals("x", store.get("some.text", "x"));
        assertNull(store.get("some.text", null));
        assertEquals(7, store.get("some.number", 7));
        assertTrue(store.get("some.flag", true));
        assertEquals(List.of(), store.keys());
    }

    @Test
    void what_is_set_is_there_when_the_store_is_opened_again() {
        var store = open();
        store.set("b.text", "Björk");
        store.set("a.number", "-20");
        store.set("c.flag", "false");
        for (var each : List.of(store, open())) {
            assertEquals("Björk", each.get("b.text", "x"));
            assertEquals(-20, each.get("a.number", 1));
            assertFalse(each.get("c.flag", true));
            assertEquals(List.of("a.number", "b.text", "c.flag"), each.keys());
        }
    }

    @Test
    void any_text_comes_back_as_it_was_set() {
        for (String text : List.of(
                "",
                " ",
                " a ",
                "\"",
                "\"a\"",
                "C:\\new\\u0041",
                "a\nb\r\nc\t",
                "# = !",
                "\u2028",
                "🎵",
                "\ud800",
                "\0")) {
            open().set("any", text);
            assertEquals(text, open().get("any", "not set"));
        }
    }

    @Test
    void null_goes_back_to_the_default() {
        open().set("a", "1");
        open().set("a", null);
        assertEquals(5, open().get("a", 5));
        assertEquals(List.of(), open().keys());
    }

    @Test
    void another_type_is_named() {
        var store = open();
        store.set("a.b", "many");
        var number = assertThrows(BridgeException.class, () -> store.get("a.b", 1));
        assertEquals(BridgeException.WRONG_TYPE, number.code());
        assertTrue(number.getMessage().contains("a.b") && number.getMessage().contains("many"), number.getMessage());
        assertEquals(
                BridgeException.WRONG_TYPE,
                assertThrows(BridgeException.class, () -> store.get("a.b", true))
                        .code());
    }

    @Test
    void a_key_that_is_not_allowed_is_refused() {
        for (String key : List.of("", "A", "a..b", ".a", "a.", "a b", "a=b", "#a", "../a", "ä", "a\nb")) {
            var refused = assertThrows(BridgeException.class, () -> open().set(key, "1"), key);
            assertEquals(BridgeException.BAD_NAME, refused.code());
        }
        assertEquals(List.of(), open().keys());
    }
}
