package org.musicplatform.platform.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plug-ins that failed or hung when they were started: not tried again, in this run or the next, until they change. */
final class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final Path file;
    private final Properties reasons = new Properties();

    Quarantine(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                reasons.load(in);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("{} cannot be read; what failed before is tried again", file, e);
            }
        }
    }

    boolean holds(String key) {
        return reasons.containsKey(key);
    }

    /** Returns why, null when it is not here. */
    String reason(String key) {
        return reasons.getProperty(key);
    }

    void put(String key, String reason) {
        if (reason.equals(reasons.setProperty(key, reason))) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            try (var out = Files.newBufferedWriter(file)) {
                reasons.store(out, null);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be written; what failed is tried again at the next start", file, e);
        }
    }
}
