package org.musicplatform.core.sync.job;

import java.time.Duration;
import org.musicplatform.core.api.bridge.BridgeException;
import org.musicplatform.core.api.bridge.SettingsStore;
import org.musicplatform.core.api.sync.SyncOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of indexing at the begin of a job; each that makes no sense has its default, whatever the others say.
 *
 * @param maxFileSize {@code sync.max-file-size}: bytes above which a file is not read
 * @param extraExtensions {@code sync.extensions-extra}: further extensions of audio files, separated by spaces
 * @param jobTimeout {@code sync.job-timeout}: how many seconds a job may work, 0 for as long as it takes
 * @param downloadTimeout {@code sync.download-timeout}: how many seconds reading one file of another machine may take
 * @param cpu {@code sync.cpu}: most that indexing may take, in percent of one processor, 0 for no limit
 * @param backgroundRate {@code sync.background-rate}: files in a second of a background job, behind a network
 */
public record SyncSettings(
        long maxFileSize,
        String extraExtensions,
        Duration jobTimeout,
        Duration downloadTimeout,
        int cpu,
        int backgroundRate) {

    static final SyncSettings DEFAULT =
            new SyncSettings(4L << 30, "", Duration.ofHours(1), Duration.ofSeconds(60), 0, 8);

    private static final Logger LOG = LoggerFactory.getLogger(SyncSettings.class);
    private static final long MOST_SECONDS = Duration.ofDays(365).toSeconds();

    /** Reads them; the store may be null. */
    public static SyncSettings of(SettingsStore store) {
        if (store == null) {
            return DEFAULT;
        }
        return new SyncSettings(
                number(store, "sync.max-file-size", 1, Long.MAX_VALUE, DEFAULT.maxFileSize),
                extraExtensions(store),
                seconds(store, "sync.job-timeout", 0, DEFAULT.jobTimeout),
                seconds(store, "sync.download-timeout", 1, DEFAULT.downloadTimeout),
                (int) number(store, "sync.cpu", 0, SyncOptions.MAX_CPU, DEFAULT.cpu),
                (int) number(store, "sync.background-rate", 1, 1_000, DEFAULT.backgroundRate));
    }

    /** Tells whether sources may be watched: {@code sync.watch}. */
    public static boolean watches(SettingsStore store) {
        try {
            return store == null || store.get("sync.watch", true);
        } catch (BridgeException wrong) {
            LOG.warn("A setting of indexing is ignored: {}", wrong.getMessage());
            return true;
        }
    }

    private static Duration seconds(SettingsStore store, String key, long least, Duration otherwise) {
        return Duration.ofSeconds(number(store, key, least, MOST_SECONDS, otherwise.toSeconds()));
    }

    private static long number(SettingsStore store, String key, long least, long most, long otherwise) {
        try {
            long value = store.get(key, otherwise);
            if (value >= least && value <= most) {
                return value;
            }
            LOG.warn("The setting {} is {}, which is ignored: set it to {} or more", key, value, least);
        } catch (BridgeException wrong) {
            LOG.warn("A setting of indexing is ignored: {}", wrong.getMessage());
        }
        return otherwise;
    }

    private static String extraExtensions(SettingsStore store) {
        try {
            return store.get("sync.extensions-extra", DEFAULT.extraExtensions);
        } catch (BridgeException wrong) {
            LOG.warn("A setting of indexing is ignored: {}", wrong.getMessage());
            return DEFAULT.extraExtensions;
        }
    }
}
