package org.musicplatform.core.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CursorCodecTest {

    @Test
    void a_position_comes_back_as_it_was() {
        for (String key : List.of("", "a", "björk 東京 🎵", "x".repeat(5000))) {
            for (long id : new long[] {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
                assertEquals(new CursorCodec.Position(key, id), CursorCodec.decode(CursorCodec.encode(key, id)));
            }
        }
    }

    @Test
    void a_cursor_fits_into_an_address() {
        assertTrue(CursorCodec.encode("ÿÿÿ>>>???", -1).matches("[A-Za-z0-9_-]+"));
    }

    @Test
    void what_is_no_cursor_is_refused() {
        for (String text : List.of("", "a", "abc", "ä", "####")) {
            assertThrows(IllegalArgumentException.class, () -> CursorCodec.decode(text), text);
        }
    }
}
