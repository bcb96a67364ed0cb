package org.musicplatform.benchmarks.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.library.Folder;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncReport;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.standalone.StandaloneCore;

/**
 * What a core that runs takes for a folder: {@code HOME CORPUS}, an empty home. It indexes it for the first time, while
 * somebody looks every 5 ms how many names there are; then looks again with nothing changed, and with 100 files whose
 * times changed, which are put back.
 */
public final class RunningCore {

    private static final int LOOK_MILLIS = 5;
    private static final int RUNS = 7;
    private static final int TOUCHED = 100;
    private static final long LATER_MILLIS = 60_000;

    private RunningCore() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        var corpus = Path.of(args[1]).toRealPath();
        try (var standalone = StandaloneCore.open(Path.of(args[0]))) {
            var core = standalone.core();
            core.sources().add("local", corpus.toString()).join();
            first(core);
            var unchanged = new ArrayList<Double>();
            for (int i = 0; i < RUNS; i++) {
                unchanged.add(seconds(core));
            }
            print("nothing changed", unchanged);
            var before = times(corpus);
            try {
                var touched = new ArrayList<Double>();
                for (int i = 1; i <= RUNS; i++) {
                    touch(before, i * LATER_MILLIS);
                    touched.add(seconds(core));
                }
                print(before.size() + " files touched", touched);
            } finally {
                touch(before, 0);
            }
        }
    }

    private static void print(String what, List<Double> seconds) {
        double first = seconds.get(0);
        var sorted = seconds.stream().sorted().toList();
        System.out.printf(
                "%s: %.3f s wall (median of %d; first %.3f, least %.3f)%n",
                what, sorted.get(RUNS / 2), RUNS, first, sorted.get(0));
    }

    private record Look(double seconds, int files) {}

    private static void first(CoreService core) throws InterruptedException {
        long start = System.nanoTime();
        var done = begin(core);
        List<Look> looks = new ArrayList<>();
        while (!done.isDone()) {
            looks.add(new Look((System.nanoTime() - start) / 1e9, files(core)));
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        double end = (System.nanoTime() - start) / 1e9;
        int all = files(core);
        double names = looks.stream()
                .filter(look -> look.files() == all)
                .mapToDouble(Look::seconds)
                .findFirst()
                .orElse(end);
        System.out.printf(
                "first index: names of %d files visible after %.3f s, all read after %.3f s%n", all, names, end);
    }

    private static int files(CoreService core) {
        return core.library().folders(null, PageRequest.FIRST).join().items().stream()
                .mapToInt(Folder::files)
                .sum();
    }

    private static CompletableFuture<SyncReport> begin(CoreService core) {
        return core.sync().start(Set.of(), SyncOptions.DEFAULT).join().completion();
    }

    private static double seconds(CoreService core) {
        long start = System.nanoTime();
        var status = begin(core).join().status();
        if (status.state() != SyncState.COMPLETED) {
            throw new IllegalStateException("the job ended " + status);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static Map<Path, FileTime> times(Path corpus) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var walk = Files.walk(corpus)) {
            walk.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        var times = new HashMap<Path, FileTime>();
        int step = Math.max(1, files.size() / TOUCHED);
        for (int i = 0; i < files.size() && times.size() < TOUCHED; i += step) {
            times.put(files.get(i), Files.getLastModifiedTime(files.get(i)));
        }
        return times;
    }

    private static void touch(Map<Path, FileTime> before, long later) throws IOException {
        for (var entry : before.entrySet()) {
            Files.setLastModifiedTime(
                    entry.getKey(),
                    later == 0
                            ? entry.getValue()
                            : FileTime.fromMillis(entry.getValue().toMillis() + later));
        }
    }
}
