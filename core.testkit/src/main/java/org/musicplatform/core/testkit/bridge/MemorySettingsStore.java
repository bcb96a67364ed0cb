package org.musicplatform.core.testkit.bridge;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.musicplatform.core.api.bridge.BridgeException;
import org.musicplatform.core.api.bridge.SettingsStore;

/** Settings that last as long as the object. */
public final class MemorySettingsStore implements SettingsStore {

    private final ConcurrentSkipListMap<String, String> values = new ConcurrentSkipListMap<>();

    @Override
    public String get(String key, String otherwise) {
        Keys.check(key);
        return values.getOrDefault(key, otherwise);
    }

    @Override
    public long get(String key, long otherwise) {
        String value = get(key, null);
        try {
            return value == null ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw wrongType(key, value, e);
        }
    }

    @Override
    public boolean get(String key, boolean otherwise) {
        String value = get(key, null);
        if (value == null) {
            return otherwise;
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw wrongType(key, value, null);
        }
        return value.equals("true");
    }

    @Override
    public void set(String key, String value) {
        Keys.check(key);
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    @Override
    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    private static BridgeException wrongType(String key, String value, Exception cause) {
        return new BridgeException(
                BridgeException.WRONG_TYPE, "The setting " + key + " is \"" + value + "\", of another type.", cause);
    }
}
