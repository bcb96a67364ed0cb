package org.musicplatform.sources.local;

import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What sessions use of the machine.
 *
 * @param mounts what is mounted
 * @param notifiers opens the notifications of the system
 * @param limits the folder in which the system keeps the limits of these as files
 * @param clock nanoseconds that pass
 * @param settings how folders are to be watched
 */
record Surroundings(
        Mounts mounts, Notifier.Opener notifiers, Path limits, LongSupplier clock, Supplier<WatchSettings> settings) {

    /** Those of this machine. */
    static Surroundings here(Supplier<WatchSettings> settings) {
        return new Surroundings(
                new Mounts(), SystemNotifier::open, Path.of("/proc/sys/fs/inotify"), System::nanoTime, settings);
    }
}
