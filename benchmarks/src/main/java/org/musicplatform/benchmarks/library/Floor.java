package org.musicplatform.benchmarks.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The same rows written by the plainest means that there are: a script that tells its CPU time. */
final class Floor {

    private static final Pattern RESULT = Pattern.compile("(\\d+) rows: ([0-9.]+) s wall ([0-9.]+) s cpu, (\\d+) KB");

    private final Path script;
    private final Path manifest;

    Floor(Path script, Path manifest) {
        this.script = script;
        this.manifest = manifest;
    }

    /** Runs it; returns its microseconds of CPU time for each row. */
    double run() throws IOException, InterruptedException {
        Path database = manifest.resolveSibling("floor.db");
        var process = new ProcessBuilder("python3", script.toString(), manifest.toString(), database.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(Path.of(database + suffix));
        }
        var result = RESULT.matcher(output);
        if (code != 0 || !result.find()) {
            throw new IOException("the floor ended with " + code + ": " + output.strip());
        }
        long rows = Long.parseLong(result.group(1));
        double perRow = Double.parseDouble(result.group(3)) * 1e6 / rows;
        System.out.printf(
                "floor: %d rows, %s s wall, %s s CPU, %.2f us each, %d bytes each%n",
                rows, result.group(2), result.group(3), perRow, Long.parseLong(result.group(4)) * 1024 / rows);
        return perRow;
    }
}
