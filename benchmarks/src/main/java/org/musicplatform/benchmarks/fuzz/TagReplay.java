package org.musicplatform.benchmarks.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the inputs that a fuzzer found cost a reader that is not watched: {@code TagReplay FOLDER}. */
public final class TagReplay {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private TagReplay() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> inputs;
        try (var files = Files.walk(Path.of(arguments[0]))) {
            inputs = files.filter(Files::isRegularFile).toList();
        }
        int refused = 0;
        long longest = 0;
        long most = 0;
        for (Path input : inputs) {
            byte[] bytes = Files.readAllBytes(input);
            long time = Long.MAX_VALUE;
            for (int run = 0; run < 3; run++) { // the best of three: the first ones run before the compiler
                long begun = THREADS.getCurrentThreadCpuTime();
                long had = THREADS.getCurrentThreadAllocatedBytes();
                boolean read = TagTarget.read(bytes, true) != null;
                time = Math.min(time, THREADS.getCurrentThreadCpuTime() - begun);
                most = Math.max(most, THREADS.getCurrentThreadAllocatedBytes() - had);
                refused += run == 0 && !read ? 1 : 0;
            }
            longest = Math.max(longest, time);
        }
        System.out.printf(
                "%d inputs, %d refused, longest %.1f ms CPU, most %.1f MiB allocated%n",
                inputs.size(), refused, longest / 1e6, most / 1048576.0);
    }
}
