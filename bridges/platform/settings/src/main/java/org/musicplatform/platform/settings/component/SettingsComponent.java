package org.musicplatform.platform.settings.component;

import java.util.List;
import org.musicplatform.core.api.bridge.FileSystemAccess;
import org.musicplatform.core.api.bridge.SettingsStore;
import org.musicplatform.platform.settings.FileSettingsStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Settings in a file, wherever the best {@link FileSystemAccess} keeps it. */
@Component(service = SettingsStore.class)
public final class SettingsComponent implements SettingsStore {

    private final SettingsStore store;

    /** Creates the service; greedy, so that a host's own directories take over at once. */
    @Activate
    public SettingsComponent(@Reference(policyOption = ReferencePolicyOption.GREEDY) FileSystemAccess files) {
        store = new FileSettingsStore(files);
    }

    @Override
    public String get(String key, String otherwise) {
        return store.get(key, otherwise);
    }

    @Override
    public long get(String key, long otherwise) {
        return store.get(key, otherwise);
    }

    @Override
    public boolean get(String key, boolean otherwise) {
        return store.get(key, otherwise);
    }

    @Override
    public void set(String key, String value) {
        store.set(key, value);
    }

    @Override
    public List<String> keys() {
        return store.keys();
    }
}
