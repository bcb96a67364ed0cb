package org.musicplatform.sources.local;

import java.time.Duration;
import org.musicplatform.core.api.bridge.BridgeException;
import org.musicplatform.core.api.bridge.SettingsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How folders are watched; each setting that makes no sense has its default, whatever the others say.
 *
 * @param quiet how long a file is left alone before its folder is told of
 * @param spacing how long at least between two times that one folder is told of
 * @param shortest how long at least between two looks at folders that are not watched
 * @param longest how long at most, when nothing changes
 * @param watched how many folders are watched at most
 * @param known how many folders are looked at at most
 */
record WatchSettings(Duration quiet, Duration spacing, Duration shortest, Duration longest, int watched, int known) {

    static final String SHORTEST = "local.sweep-shortest-seconds";
    static final String LONGEST = "local.sweep-longest-seconds";
    static final String WATCHED = "local.watched-folders";

    static final WatchSettings DEFAULT = new WatchSettings(
            Duration.ofMillis(400), Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofHours(6), 32_768, 200_000);

    private static final Logger LOG = LoggerFactory.getLogger(WatchSettings.class);

    /** Reads what a person has set; null for nothing. */
    static WatchSettings of(SettingsStore store) {
        if (store == null) {
            return DEFAULT;
        }
        long shortest = number(store, SHORTEST, DEFAULT.shortest().toSeconds(), 1);
        long longest =
                number(store, LONGEST, Math.max(shortest, DEFAULT.longest().toSeconds()), shortest);
        long watched = number(store, WATCHED, DEFAULT.watched(), 0);
        return new WatchSettings(
                DEFAULT.quiet(),
                DEFAULT.spacing(),
                Duration.ofSeconds(shortest),
                Duration.ofSeconds(longest),
                (int) Math.min(watched, DEFAULT.known()),
                DEFAULT.known());
    }

    private static long number(SettingsStore store, String key, long otherwise, long least) {
        try {
            long number = store.get(key, otherwise);
            if (number >= least && number <= Integer.MAX_VALUE) {
                return number;
            }
            LOG.warn("The setting {} is {}, which is ignored: set it to {} or more", key, number, least);
        } catch (BridgeException wrong) {
            LOG.warn("A setting of watching is ignored: {}", wrong.getMessage());
        }
        return otherwise;
    }
}
