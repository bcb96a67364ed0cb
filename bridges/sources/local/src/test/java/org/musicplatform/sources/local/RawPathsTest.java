package org.musicplatform.sources.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RawPathsTest {

    private static void assertSame(Path path) {
        String whole = RawPaths.encode(path);
        String last = whole.substring(whole.lastIndexOf('/') + 1);
        assertEquals(new RawPaths.Name(last, RawPaths.show(last)), RawPaths.name(path));
        assertEquals(path, RawPaths.decode(whole));
    }

    @Test
    void the_quick_way_to_a_name_gives_what_the_long_one_gives() {
        for (int b = 1; b < 256; b++) {
            if (b != '/') {
                assertSame(RawPaths.decode(String.format("/music/a%%%02xz", b)));
            }
        }
        for (String raw : new String[] {"%f0%9f%8e%b5", "bj%c3%b6rk", "bj%f6rk", "%ef%bf%bd", "%ed%a0%80", "%c0%af"}) {
            assertSame(RawPaths.decode("/music/" + raw));
        }
    }
}
