package org.musicplatform.sources.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.musicplatform.core.api.source.spi.Watch.Blindness;

/** Says in words why a watch does not see everything at once, and what to do. */
final class Blindnesses {

    private static final int MOST_NAMED = 3;
    private static final long WATCHES = 524_288;
    private static final long INSTANCES = 1_024;

    /** What the system gives to be notified with. */
    enum Notification {
        WORKS,
        /** It allows no more of it. */
        LIMITED,
        /** There is none. */
        NONE
    }

    private final String shown;
    private final Path limits;
    private final Notification notification;

    /**
     * Creates the words for a source.
     *
     * @param shown its path to show
     * @param limits the folder in which the system keeps its limits as files
     */
    Blindnesses(String shown, Path limits, Notification notification) {
        this.shown = shown;
        this.limits = limits;
        this.notification = notification;
    }

    /** Returns what cannot be seen as things stand, or null. */
    Blindness of(WatchTree tree, Mounts.Seen mounted, WatchSettings settings) {
        List<String> reasons = new ArrayList<>();
        List<String> remedies = new ArrayList<>();
        var remote = mounted.remote();
        if (!remote.isEmpty()) {
            reasons.add(remote.stream()
                            .limit(MOST_NAMED)
                            .map(mount -> RawPaths.show(mount.point()) + " (" + mount.type() + ")")
                            .collect(Collectors.joining(", "))
                    + (remote.size() > MOST_NAMED ? " and others do" : remote.size() > 1 ? " do" : " does")
                    + " not tell of changes that are made by others.");
            remedies.add("Index " + shown + " by hand after changes that are to be seen at once.");
        }
        if (notification == Notification.NONE) {
            reasons.add("This system does not tell of changes in " + shown + ".");
            remedies.add("Index it by hand after changes that are to be seen at once.");
        } else if (notification == Notification.LIMITED) {
            reasons.add("This system allows no more programs of this user to watch folders" + now("max_user_instances")
                    + ", so " + shown + " is not watched.");
            remedies.add(sysctl("max_user_instances", INSTANCES) + " Then start again.");
        } else if (tree.isLimitOfSystem()) {
            reasons.add("This system allows no more folders to be watched" + now("max_user_watches") + ": of " + shown
                    + " those that changed last are.");
            remedies.add(sysctl("max_user_watches", WATCHES));
        } else if (tree.isLimitReached()) {
            reasons.add("Of " + shown + " the " + settings.watched()
                    + " folders that changed last are watched, since no more are allowed.");
            remedies.add("Raise the setting " + WatchSettings.WATCHED + ".");
        }
        if (tree.isOverfull()) {
            reasons.add("It has more than " + settings.known() + " folders, which are not all known.");
            remedies.add("Add its parts as sources of their own.");
        }
        if (reasons.isEmpty()) {
            return null;
        }
        reasons.add("What is not watched is looked at every " + words(settings.shortest()) + " to "
                + words(settings.longest()) + ".");
        return new Blindness(String.join(" ", reasons), String.join(" ", remedies));
    }

    private String now(String limit) {
        long value = value(limit);
        return value < 0 ? "" : " (fs.inotify." + limit + " = " + value + ")";
    }

    private String sysctl(String limit, long enough) {
        String set = "fs.inotify." + limit + "=" + Math.max(enough, 2 * value(limit));
        return "Run: sudo sysctl " + set + " (and to keep it: echo " + set
                + " | sudo tee /etc/sysctl.d/60-music-platform.conf).";
    }

    private long value(String limit) {
        try {
            return Long.parseLong(Files.readString(limits.resolve(limit)).strip());
        } catch (IOException | NumberFormatException unknown) {
            return -1;
        }
    }

    private static String words(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds % 3_600 == 0 && seconds > 0) {
            return seconds / 3_600 + " h";
        }
        return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + " min" : Math.max(1, seconds) + " s";
    }
}
