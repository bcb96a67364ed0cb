package org.musicplatform.core.sync;

import org.musicplatform.core.api.bridge.BridgeException;
import org.musicplatform.core.api.bridge.SettingsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings of indexing at the begin of a job; each that makes no sense has its default, whatever the others say. */
record SyncSettings(long maxFileSize, String extraExtensions) {

    static final long MAX_FILE_SIZE = 4L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(SyncSettings.class);

    static SyncSettings of(SettingsStore store) {
        if (store == null) {
            return new SyncSettings(MAX_FILE_SIZE, "");
        }
        return new SyncSettings(maxFileSize(store), extraExtensions(store));
    }

    private static long maxFileSize(SettingsStore store) {
        try {
            long size = store.get("sync.max-file-size", MAX_FILE_SIZE);
            if (size > 0) {
                return size;
            }
            LOG.warn("The setting sync.max-file-size is {}, which is ignored: set it to 1 or more", size);
        } catch (BridgeException wrong) {
            LOG.warn("A setting of indexing is ignored: {}", wrong.getMessage());
        }
        return MAX_FILE_SIZE;
    }

    private static String extraExtensions(SettingsStore store) {
        try {
            return store.get("sync.extensions-extra", "");
        } catch (BridgeException wrong) {
            LOG.warn("A setting of indexing is ignored: {}", wrong.getMessage());
            return "";
        }
    }
}
