package org.musicplatform.core.testkit.bridge;

import org.musicplatform.core.api.bridge.StateStore;

class MemoryStateStoreTest extends StateStoreContractTest {
    private final StateStore store = new MemoryStateStore();

    @Override
    protected StateStore open() {
        return store;
    }
}
