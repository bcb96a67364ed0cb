package org.musicplatform.benchmarks.tags;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The audio files below a folder. */
final class Corpus {

    private static final String AUDIO = ".*\\.(mp3|flac|m4a|ogg|opus|wav|aiff)";

    private Corpus() {}

    static List<Path> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().matches(AUDIO))
                    .sorted()
                    .toList();
        }
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static long at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
    }
}
