package org.musicplatform.core.testkit.bridge;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.musicplatform.core.api.bridge.BridgeException;
import org.musicplatform.core.api.bridge.StateStore;

/** State that lasts as long as the object. */
public final class MemoryStateStore implements StateStore {

    private final ConcurrentSkipListMap<String, byte[]> values = new ConcurrentSkipListMap<>();

    @Override
    public byte[] get(String key) {
        Keys.check(key);
        byte[] value = values.get(key);
        return value == null ? null : value.clone();
    }

    @Override
    public void put(String key, byte[] value) {
        Keys.check(key);
        if (value == null) {
            values.remove(key);
        } else if (value.length > MAX_VALUE) {
            throw new BridgeException(BridgeException.BAD_NAME, "The state " + key + " is greater than 1 MiB.", null);
        } else {
            values.put(key, value.clone());
        }
    }

    @Override
    public List<String> keys() {
        return List.copyOf(values.keySet());
    }
}
