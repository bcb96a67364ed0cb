package org.musicplatform.benchmarks.tags;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.metadata.tags.NativeTagReader;

/** Reads, bytes and allocation per file, local and remote: {@code CORPUS}. */
public final class TagCost {

    private static final int WARM_UP = 3;

    private TagCost() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException {
        var files = Corpus.files(Path.of(args[0]));
        for (int i = 0; i < WARM_UP; i++) {
            measure(files, true, false);
        }
        measure(files, true, true);
        measure(files, false, true);
    }

    private static void measure(List<Path> files, boolean local, boolean print) throws IOException {
        var reader = new NativeTagReader();
        var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var reads = new long[files.size()];
        var bytes = new long[files.size()];
        var plain = new long[files.size()];
        int withoutPictures = 0;
        long whole = 0;
        long wholeReads = 0;
        for (int i = 0; i < files.size(); i++) {
            try (var content = new FileContent(files.get(i), local)) {
                long before = memory.getCurrentThreadAllocatedBytes();
                TagReading reading =
                        reader.read(content, files.get(i).getFileName().toString());
                long allocated = memory.getCurrentThreadAllocatedBytes() - before;
                if (reading.pictures().isEmpty()) {
                    plain[withoutPictures++] = allocated;
                }
                reads[i] = content.reads();
                bytes[i] = content.bytes();
                whole += content.size();
                wholeReads += content.size() > 1 << 20 && content.bytes() >= content.size() ? 1 : 0;
            }
        }
        if (print) {
            System.out.println(local ? "local" : "remote");
            print("  reads", reads);
            print("  bytes", bytes);
            System.out.printf(
                    "  %.2f %% of all bytes; files over 1 MiB read whole: %d%n",
                    100.0 * Arrays.stream(bytes).sum() / whole, wholeReads);
            print("  allocated, files without pictures", Arrays.copyOf(plain, withoutPictures));
        }
    }

    private static void print(String what, long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "%s: median %d, mean %.2f, p99 %d, most %d%n",
                what,
                Corpus.at(sorted, 0.5),
                Arrays.stream(sorted).average().orElse(0),
                Corpus.at(sorted, 0.99),
                sorted[sorted.length - 1]);
    }
}
