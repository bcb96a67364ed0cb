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
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.standalone.StandaloneCore;

/**
 * What a core that runs takes to look at an indexed folder again: {@code HOME CORPUS}. First with nothing changed, then
 * with 100 files whose times changed, which are put back.
 */
public final class RunningCore {

    private static final int WARM_UP = 3;
    private static final int TOUCHED = 100;
    private static final long LATER_MILLIS = 60_000;

    private RunningCore() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        var corpus = Path.of(args[1]).toRealPath();
        try (var standalone = StandaloneCore.open(Path.of(args[0]))) {
            var core = standalone.core();
            core.sources().add("local", corpus.toString()).join();
            for (int i = 0; i < WARM_UP; i++) {
                index(core);
            }
            System.out.printf("nothing changed, running core: %.3f s wall%n", index(core));
            var before = touch(corpus);
            try {
                System.out.printf("%d files touched, running core: %.3f s wall%n", before.size(), index(core));
            } finally {
                for (var entry : before.entrySet()) {
                    Files.setLastModifiedTime(entry.getKey(), entry.getValue());
                }
            }
        }
    }

    private static double index(CoreService core) {
        long start = System.nanoTime();
        var job = core.sync().start(Set.of(), SyncOptions.DEFAULT).join();
        var report = job.completion().join();
        if (report.status().state() != SyncState.COMPLETED) {
            throw new IllegalStateException("the job ended " + report.status());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static Map<Path, FileTime> touch(Path corpus) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var walk = Files.walk(corpus)) {
            walk.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        var before = new HashMap<Path, FileTime>();
        int step = Math.max(1, files.size() / TOUCHED);
        for (int i = 0; i < files.size() && before.size() < TOUCHED; i += step) {
            var file = files.get(i);
            var time = Files.getLastModifiedTime(file);
            before.put(file, time);
            Files.setLastModifiedTime(file, FileTime.fromMillis(time.toMillis() + LATER_MILLIS));
        }
        return before;
    }
}
