package org.musicplatform.core.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformDirectoriesTest {

    private static final Path USER = Path.of("/home/me").toAbsolutePath();
    private static final Path ELSEWHERE = Path.of("/elsewhere").toAbsolutePath();

    private static Path home(String system, Map<String, String> environment) {
        var properties = new HashMap<>(Map.of("os.name", system, "user.home", USER.toString()));
        return PlatformDirectories.home(environment::get, properties::get);
    }

    @Test
    void linux_follows_the_xdg_specification() {
        var usual = USER.resolve(".local/share/music-platform-core");
        assertEquals(usual, home("Linux", Map.of()));
        assertEquals(usual, home("Linux", Map.of("XDG_DATA_HOME", "")));
        assertEquals(usual, home("Linux", Map.of("XDG_DATA_HOME", "relative/path")));
        assertEquals(usual, home("Linux", Map.of("XDG_DATA_HOME", "/no\0path")));
        assertEquals(
                ELSEWHERE.resolve("music-platform-core"), home("Linux", Map.of("XDG_DATA_HOME", ELSEWHERE.toString())));
    }

    @Test
    void a_mac_has_its_application_support() {
        assertEquals(
                USER.resolve("Library/Application Support/music-platform-core"),
                home("Mac OS X", Map.of("XDG_DATA_HOME", ELSEWHERE.toString())));
    }

    @Test
    void windows_has_its_local_application_data() {
        assertEquals(
                ELSEWHERE.resolve("music-platform-core"),
                home("Windows 11", Map.of("LOCALAPPDATA", ELSEWHERE.toString())));
        assertEquals(USER.resolve("AppData/Local/music-platform-core"), home("Windows 11", Map.of()));
    }
}
