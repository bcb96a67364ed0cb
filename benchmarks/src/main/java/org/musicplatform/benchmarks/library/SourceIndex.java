package org.musicplatform.benchmarks.library;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.metadata.MetadataEngine;
import org.musicplatform.core.metadata.Reader;
import org.musicplatform.core.sync.SyncEngine;

/**
 * Indexes generated sources as a whole, {@code DIR ITEMS}: the listing, the readers and the library are those of a core,
 * the files have tags and no bytes. First everything is new, then nothing has changed.
 */
public final class SourceIndex {

    private static final Set<String> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(pool -> pool.getName())
            .collect(Collectors.toSet());

    private final AtomicLong afterAny = new AtomicLong();
    private final AtomicLong afterFull = new AtomicLong();

    private SourceIndex() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        new SourceIndex().run(Bench.of(args));
    }

    private void run(Bench bench) throws Exception {
        watchCollections();
        Files.createDirectories(bench.folder());
        Bench.delete(bench.database());
        var music = bench.music();
        var source = new SyntheticSource(music);
        var reader = new Reader("synthetic", SyntheticSource.extensions(), source);
        try (var library = Bench.open(bench.database());
                var metadata = new MetadataEngine(source, () -> List.of(reader), texts -> StandardCharsets.UTF_8);
                var sync =
                        new SyncEngine(source::kinds, library, metadata, () -> null, Clock.systemUTC(), event -> {})) {
            for (int i = 0; i < SyntheticLibrary.SOURCES; i++) {
                sync.add(SyntheticSource.kind(i), String.valueOf(i)).get();
            }
            index("everything new", sync, music.tracks());
            index("nothing changed", sync, music.tracks());
            var counts = library.counts().get();
            System.out.println(counts);
            if (counts.tracks() != music.tracks() || counts.files() != music.tracks() || counts.failed() > 0) {
                throw new IllegalStateException("not every track came in: " + counts);
            }
        }
        Machine.printMemory();
        System.out.printf(
                "heap in use after collections: at most %d MB, at most %d MB after those of all of it%n",
                afterAny.get() >> 20, afterFull.get() >> 20);
    }

    private void index(String what, SyncEngine sync, int items) throws Exception {
        long start = System.nanoTime();
        double cpu = Machine.cpu();
        double collecting = Machine.collecting();
        var job = sync.start(Set.of(), SyncOptions.DEFAULT).get();
        var status = job.completion().get().status();
        if (status.state() != SyncState.COMPLETED) {
            throw new IllegalStateException("the job ended " + status);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        double used = Machine.cpu() - cpu;
        System.gc();
        System.out.printf(
                "%s: %d items in %.2f s wall, %.2f s CPU, %.1f us of CPU each, %.2f s of it collecting garbage%n",
                what, items, wall, used, used * 1e6 / items, Machine.collecting() - collecting);
    }

    private void watchCollections() {
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, none) -> note((CompositeData) notification.getUserData()), null, null);
        }
    }

    private void note(CompositeData told) {
        var collection = GarbageCollectionNotificationInfo.from(told);
        long used = collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> HEAP.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
        afterAny.accumulateAndGet(used, Math::max);
        if (collection.getGcAction().contains("major")) {
            afterFull.accumulateAndGet(used, Math::max);
        }
    }
}
