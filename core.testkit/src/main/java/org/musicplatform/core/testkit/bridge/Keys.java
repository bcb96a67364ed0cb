package org.musicplatform.core.testkit.bridge;

import java.util.regex.Pattern;
import org.musicplatform.core.api.bridge.BridgeException;

/** The syntax of keys, as the API says it. */
final class Keys {

    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9]+(?:[-.][a-z0-9]+)*");

    private Keys() {}

    static void check(String key) {
        if (!SYNTAX.matcher(key).matches()) {
            throw new BridgeException(
                    BridgeException.BAD_NAME, "The key \"" + key + "\" is not lower case words joined by dots.", null);
        }
    }
}
