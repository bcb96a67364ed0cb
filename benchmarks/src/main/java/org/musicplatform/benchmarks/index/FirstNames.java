package org.musicplatform.benchmarks.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.standalone.StandaloneCore;

/**
 * How soon the names of a folder can be seen: {@code HOME CORPUS}, an empty home. A core that runs indexes it with names
 * and tags at once, as ever, while somebody looks at the folder's count of files every 5 ms.
 */
public final class FirstNames {

    private static final int LOOK_MILLIS = 5;

    private FirstNames() {}

    private record Seen(double seconds, int files) {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        try (var standalone = StandaloneCore.open(Path.of(args[0]))) {
            var core = standalone.core();
            core.sources()
                    .add("local", Path.of(args[1]).toRealPath().toString())
                    .join();
            long start = System.nanoTime();
            var done = core.sync().start(Set.of(), SyncOptions.DEFAULT).join().completion();
            List<Seen> seen = new ArrayList<>();
            while (!done.isDone()) {
                seen.add(new Seen((System.nanoTime() - start) / 1e9, files(core)));
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            int all = files(core);
            double end = (System.nanoTime() - start) / 1e9;
            double visible = seen.stream()
                    .filter(look -> look.files() == all)
                    .mapToDouble(Seen::seconds)
                    .findFirst()
                    .orElse(end);
            System.out.printf(
                    "names of %d files visible after %.3f s, all tags read after %.3f s%n", all, visible, end);
        }
    }

    private static int files(CoreService core) {
        return core.library().folders(null, PageRequest.FIRST).join().items().stream()
                .mapToInt(folder -> folder.files())
                .sum();
    }
}
