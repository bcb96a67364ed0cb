package org.musicplatform.benchmarks.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.library.LibraryEngine;

/**
 * Kills a process that indexes at random points, and looks each time whether the library is sound and what was told to
 * be committed is there; the next process goes on: {@code DIR KILLS}.
 */
public final class LibraryKill {

    private static final int TRACKS = 10_000;
    private static final long SEED = 977;

    private final Path database;
    private final Path output;
    private final Dice dice;
    private final Map<Long, Integer> ratings = new HashMap<>();
    private final BitSet described = new BitSet();
    private final Map<String, Integer> titles = new HashMap<>();
    private long musicSeed = SEED;
    private int commits;
    private int rated;
    private int again;
    private int finished;
    private int killed;
    private long lasted; // the last process, in milliseconds

    private LibraryKill(Path database, Dice dice) {
        this.database = database;
        this.output = database.resolveSibling("kill.log");
        this.dice = dice;
        expect();
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        int kills = Integer.parseInt(args[1]);
        Files.createDirectories(Path.of(args[0]));
        Path database = Path.of(args[0]).resolve("kill.db");
        Bench.delete(database);
        System.out.printf("seed %d, %d tracks%n", SEED, TRACKS);
        var test = new LibraryKill(database, Dice.at(SEED));
        test.run(Long.MAX_VALUE);
        long whole = test.lasted;
        while (test.killed < kills) {
            long millis = test.dice.below((int) whole);
            System.out.printf("%d: seed %d, for %d ms: ", test.killed + 1, test.musicSeed, millis);
            test.run(millis);
        }
        test.run(Long.MAX_VALUE);
        System.out.printf(
                "%d kills: of %d commits and %d ratings that were told none is lost; at most %d files that were read are"
                        + " read again; %d libraries completed; one alone takes %.1f s%n",
                kills, test.commits, test.rated, test.again, test.finished, whole / 1e3);
        Bench.delete(database);
        Files.deleteIfExists(test.output);
        Machine.printMemory();
    }

    /** What a process told before it ended. */
    private static final class Told {
        private long revision = -1;
        private long delivered;
        private long stored;
        private boolean done;
        private int commits;
    }

    /** Titles of the library that is written now, and how often each is there. */
    private void expect() {
        titles.clear();
        var music = new SyntheticLibrary(musicSeed, TRACKS);
        for (int source = 0; source < SyntheticLibrary.SOURCES; source++) {
            music.walk(source).forEachRemaining(track -> titles.merge(track.title(), 1, Integer::sum));
        }
    }

    private void run(long millis) throws IOException, InterruptedException {
        var before = (BitSet) described.clone();
        long start = System.nanoTime();
        var process = start();
        if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
        lasted = (System.nanoTime() - start) / 1_000_000;
        var told = read();
        if (!told.done && process.exitValue() != 137) {
            throw fail("the process ended by itself with " + process.exitValue());
        }
        commits += told.commits;
        look(told, before);
        if (millis < Long.MAX_VALUE) {
            System.out.printf("%s, %d tracks are described%n", told.done ? "done" : "killed", described.cardinality());
        }
        if (told.done) {
            complete();
        } else {
            killed++;
        }
    }

    private Process start() throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-Xmx128m");
        command.add("-XX:+UseSerialGC");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(LibraryKilled.class.getName());
        command.add(database.toString());
        command.add(String.valueOf(musicSeed));
        command.add(String.valueOf(TRACKS));
        command.add(String.valueOf(
                1 + ratings.keySet().stream().mapToLong(Long::longValue).max().orElse(0)));
        return new ProcessBuilder(command)
                .redirectOutput(output.toFile()) // a pipe would lose what is in it
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Told read() throws IOException {
        var told = new Told();
        for (String line : Files.readAllLines(output)) {
            if (!line.endsWith(" .")) {
                continue; // the last one, cut off
            }
            String[] words = line.split(" ");
            switch (words[0]) {
                case "commit" -> {
                    told.revision = Long.parseLong(words[1]);
                    told.commits++;
                }
                case "delivered" -> told.delivered = Long.parseLong(words[1]);
                case "stored" -> told.stored = Long.parseLong(words[1]);
                case "rated" -> {
                    ratings.put(Long.valueOf(words[1]), Integer.valueOf(words[2]));
                    rated++;
                }
                case "done" -> told.done = true;
                default -> throw new IllegalStateException(line);
            }
        }
        return told;
    }

    private void look(Told told, BitSet before) {
        int known = before.cardinality();
        try (var engine = Bench.open(database)) {
            var wrong = engine.check().join();
            if (!wrong.isEmpty()) {
                throw fail(String.join(" ", wrong));
            }
            long revision = engine.revision().join();
            if (told.revision >= 0 && (revision < told.revision || revision > told.revision + 1)) {
                throw fail("revision " + revision + ", told was " + told.revision);
            }
            int count = describe(engine);
            before.andNot(described);
            if (!before.isEmpty()) {
                throw fail(before.cardinality() + " tracks lost what was known of them");
            }
            if (count - known < told.stored) {
                throw fail(told.stored + " files were stored after " + known + ", now there are " + count);
            }
            again = Math.max(again, (int) told.delivered - (count - known));
            for (var rating : ratings.entrySet()) {
                var track = engine.track(new TrackId(rating.getKey())).join().track();
                if (track.annotation().rating() != rating.getValue()) {
                    throw fail(track.id() + " lost its rating");
                }
            }
        }
    }

    /** Reads all tracks; returns how many are described by tags, each as it should be. */
    private int describe(LibraryEngine engine) {
        var left = new HashMap<>(titles);
        int count = 0;
        var page = PageRequest.first(PageRequest.MAX_LIMIT);
        while (page != null) {
            var tracks = engine.tracks(TrackFilter.ALL, page).join();
            for (Track track : tracks.items()) {
                if (track.album() != null) {
                    count++;
                    described.set((int) track.id().value());
                    if (left.merge(track.title(), -1, Integer::sum) < 0) {
                        throw fail(track + " is not of this library");
                    }
                }
            }
            page = Catalog.after(tracks);
        }
        return count;
    }

    private void complete() throws IOException {
        try (var engine = Bench.open(database)) {
            var counts = engine.counts().join();
            if (described.cardinality() != TRACKS || counts.files() != TRACKS || counts.failed() > 0) {
                throw fail("complete, but " + counts);
            }
        }
        finished++;
        Bench.delete(database);
        described.clear();
        ratings.clear();
        musicSeed++;
        expect();
    }

    private IllegalStateException fail(String what) {
        return new IllegalStateException("library of seed " + musicSeed + ", see " + database + ": " + what);
    }
}
