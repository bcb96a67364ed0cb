package org.musicplatform.core.support;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/** Where the product keeps its files on each system, unless a person says otherwise. */
public final class PlatformDirectories {

    private static final String NAME = "music-platform-core";

    private PlatformDirectories() {}

    /**
     * Returns the home of the product for the person who runs it. Makes nothing.
     *
     * @param environment looks up an environment variable, null when it is not set
     * @param properties looks up a system property
     */
    public static Path home(Function<String, String> environment, Function<String, String> properties) {
        String system = String.valueOf(properties.apply("os.name")).toLowerCase(Locale.ROOT);
        Path user = Path.of(properties.apply("user.home"));
        if (system.startsWith("windows")) {
            return absoluteOr(
                            environment.apply("LOCALAPPDATA"),
                            user.resolve("AppData").resolve("Local"))
                    .resolve(NAME);
        }
        if (system.startsWith("mac")) {
            return user.resolve("Library").resolve("Application Support").resolve(NAME);
        }
        return absoluteOr(
                        environment.apply("XDG_DATA_HOME"),
                        user.resolve(".local").resolve("share"))
                .resolve(NAME);
    }

    // the XDG specification: a path that is empty or relative counts as not set
    private static Path absoluteOr(String path, Path otherwise) {
        if (path == null || path.isEmpty()) {
            return otherwise;
        }
        try {
            var given = Path.of(path);
            return given.isAbsolute() ? given : otherwise;
        } catch (InvalidPathException unusable) {
            return otherwise;
        }
    }
}
