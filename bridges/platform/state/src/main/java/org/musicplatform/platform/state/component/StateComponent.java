package org.musicplatform.platform.state.component;

import java.util.List;
import org.musicplatform.core.api.bridge.FileSystemAccess;
import org.musicplatform.core.api.bridge.StateStore;
import org.musicplatform.platform.state.FileStateStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** State in files, wherever the best {@link FileSystemAccess} keeps them. */
@Component(service = StateStore.class)
public final class StateComponent implements StateStore {

    private final StateStore store;

    /** Creates the service; greedy, so that a host's own directories take over at once. */
    @Activate
    public StateComponent(@Reference(policyOption = ReferencePolicyOption.GREEDY) FileSystemAccess files) {
        store = new FileStateStore(files);
    }

    @Override
    public byte[] get(String key) {
        return store.get(key);
    }

    @Override
    public void put(String key, byte[] value) {
        store.put(key, value);
    }

    @Override
    public List<String> keys() {
        return store.keys();
    }
}
