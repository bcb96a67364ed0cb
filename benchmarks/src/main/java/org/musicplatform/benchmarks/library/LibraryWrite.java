package org.musicplatform.benchmarks.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.library.Annotation;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.library.LibraryEngine;

/** Fills a new library in the order of folders, in turn with the floor: {@code DIR TRACKS [FLOOR_SCRIPT]}. */
public final class LibraryWrite {

    private static final int WARM_UP = 20_000;
    private static final long LOOK_MILLIS = 250;
    private static final double IDLE = 0.01;
    private static final int IDLE_LOOKS = 12; // longer than the library waits before it makes what it put off
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int OPEN_WRITES = 32;

    private final Bench bench;
    private final Floor floor;

    private LibraryWrite(Bench bench, Floor floor) {
        this.bench = bench;
        this.floor = floor;
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        var bench = Bench.of(args);
        var manifest = bench.folder().resolve("rows.jsonl");
        var floor = args.length > 2 ? new Floor(Path.of(args[2]), manifest) : null;
        Files.createDirectories(bench.folder());
        Manifest.write(bench.music(), manifest);
        var write = new LibraryWrite(bench, floor);
        double making = write.make();
        write.warmUp();
        double before = floor == null ? 0 : floor.run();
        var cost = write.write(bench.music(), bench.database());
        double after = floor == null ? 0 : floor.run();
        cost.print("whole library", bench.music().tracks());
        if (floor != null) {
            cost.compare((before + after) / 2, bench.music().tracks(), making);
        }
        write.sayThings();
        Machine.printMemory();
    }

    /** Seconds of CPU time but for {@code wall}. */
    private record Cost(
            double wall,
            double process,
            double writer,
            double feeder,
            double making,
            double settling,
            double collecting) {

        void print(String what, int tracks) {
            double each = 1e6 / tracks;
            System.out.printf(
                    "%s: %d tracks in %.2f s wall; us of CPU for each: process %.1f (of that settling %.1f), writer"
                            + " thread %.1f, feeding thread %.1f with %.1f for making the rows, the JVM itself and other"
                            + " threads %.1f with %.1f for collecting garbage; %.0f tracks each CPU second%n",
                    what,
                    tracks,
                    wall,
                    process * each,
                    settling * each,
                    writer * each,
                    feeder * each,
                    making * each,
                    (process - writer - feeder) * each,
                    collecting * each,
                    tracks / process);
        }

        void compare(double floor, int tracks, double alone) {
            double ours = process * 1e6 / tracks;
            double made = alone * 1e6 / tracks;
            System.out.printf(
                    "the floor takes %.2f us for a track: %.3f times the process (%.1f us), %.3f times the process"
                            + " without making the rows (%.1f us), %.3f times the writer thread alone%n",
                    floor, floor / ours, ours, floor / (ours - made), ours - made, floor / (writer * 1e6 / tracks));
        }
    }

    /** Makes all rows and nothing else; returns the CPU time of that. */
    private double make() {
        long start = System.nanoTime();
        double cpu = Machine.ownCpu();
        long raw = 0;
        long rawBytes = 0;
        long characters = 0;
        for (int source = 0; source < SyntheticLibrary.SOURCES; source++) {
            for (var tracks = bench.music().walk(source); tracks.hasNext(); ) {
                var track = tracks.next();
                characters += track.item().id().length();
                for (var tag : SyntheticTags.reading(track).tags().raw().entrySet()) {
                    raw++;
                    rawBytes += tag.getKey().length() + tag.getValue().get(0).length();
                }
            }
        }
        double took = Machine.ownCpu() - cpu;
        int all = bench.music().tracks();
        System.out.printf(
                "making the rows alone: %d tracks, %.2f s wall, %.2f us of CPU each; %.1f raw tags of %d characters,"
                        + " item ids of %d characters each%n",
                all,
                (System.nanoTime() - start) / 1e9,
                took * 1e6 / all,
                (double) raw / all,
                rawBytes / all,
                characters / all);
        return took;
    }

    /** Writes a small library first: what the first seconds of a JVM cost is told apart. */
    private void warmUp() throws IOException, InterruptedException {
        Path scratch = bench.folder().resolve("warm-up.db");
        double compiling = Machine.compiling();
        var cost = write(new SyntheticLibrary(bench.music().seed() + 1, WARM_UP), scratch);
        cost.print("cold", WARM_UP);
        System.out.printf("cold: compiling took %.1f s%n", Machine.compiling() - compiling);
        Bench.delete(scratch);
    }

    private Cost write(SyntheticLibrary music, Path database) throws IOException, InterruptedException {
        Bench.delete(database);
        long start = System.nanoTime();
        double process = Machine.cpu();
        double own = Machine.ownCpu();
        double collecting = Machine.collecting();
        try (var engine = Bench.open(database)) {
            var feed = new Feed(engine, delivered -> true);
            feed.index(music);
            double wall = (System.nanoTime() - start) / 1e9;
            double feeder = Machine.ownCpu() - own;
            double written = Machine.cpu() - process;
            settle(database);
            double all = Machine.cpu() - process;
            double writer = Machine.cpuOf("library-writer");
            check(engine, music);
            return new Cost(wall, all, writer, feeder, feed.making(), all - written, Machine.collecting() - collecting);
        }
    }

    /** Waits until the library does nothing more by itself. */
    private static void settle(Path database) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        double cpu = Machine.cpu();
        long size = Files.size(database);
        for (int idle = 0; idle < IDLE_LOOKS && System.nanoTime() < end; ) {
            Thread.sleep(LOOK_MILLIS);
            boolean still = Machine.cpu() - cpu < IDLE && Files.size(database) == size;
            idle = still ? idle + 1 : 0;
            cpu = Machine.cpu();
            size = Files.size(database);
        }
    }

    private static void check(LibraryEngine engine, SyntheticLibrary music) {
        var counts = engine.counts().join();
        System.out.println(counts);
        if (counts.tracks() != music.tracks() || counts.files() != music.tracks() || counts.failed() > 0) {
            throw new IllegalStateException("not every track came in: " + counts);
        }
    }

    /** Says of tracks what people say of them: plays, favourites, ratings. */
    private void sayThings() throws IOException {
        long start = System.nanoTime();
        int tracks = bench.music().tracks();
        int plays = Math.min(tracks / 2, 200_000);
        int ratings = Math.min(tracks / 20, 50_000);
        int favourites = Math.min(tracks / 50, 20_000);
        try (var engine = bench.open()) {
            var dice = Dice.at(bench.music().seed(), 21);
            for (int i = 0; i < plays; i++) {
                var started = Instant.ofEpochSecond(1_600_000_000L + i * 700L);
                engine.notePlay(id(dice, tracks), started, Duration.ofMinutes(5));
            }
            var open = new ArrayDeque<CompletableFuture<Annotation>>();
            for (int i = 0; i < ratings + favourites; i++) {
                open.add(
                        i < ratings
                                ? engine.rate(id(dice, tracks), dice.between(1, Annotation.MAX_RATING))
                                : engine.favourite(id(dice, tracks), true));
                if (open.size() == OPEN_WRITES) {
                    open.remove().join();
                }
            }
            open.forEach(CompletableFuture::join);
        }
        System.out.printf(
                "%d plays, %d ratings and %d favourites in %.1f s wall%n",
                plays, ratings, favourites, (System.nanoTime() - start) / 1e9);
    }

    /** Ids of a new library count from 1; what is popular lies anywhere in it. */
    private static TrackId id(Dice dice, int tracks) {
        return new TrackId(1 + Math.floorMod(dice.popular(tracks) * 7_919L, (long) tracks));
    }
}
