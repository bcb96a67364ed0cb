package org.musicplatform.core.testkit.bridge;

import org.musicplatform.core.api.bridge.SettingsStore;

class MemorySettingsStoreTest extends SettingsStoreContractTest {
    private final SettingsStore store = new MemorySettingsStore();

    @Override
    protected SettingsStore open() {
        return store;
    }
}
