package org.musicplatform.benchmarks.tags;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.metadata.tags.NativeTagReader;

/** Reads a warm corpus with one and two threads, in turn with a peer: {@code CORPUS RUNS [PEER COMMAND...]}. */
public final class TagTime {

    private static final int WARM_UP = 8;

    /** How often a pass goes over the corpus: once is over before the clock and the scheduler are fair. */
    private static final int ROUNDS = 5;

    /** How many files a thread takes at once, as a scan that goes by folders: files of one folder share locks. */
    private static final int RUN = 64;

    private final NativeTagReader reader = new NativeTagReader();
    private final List<Path> files;

    /** What going over all files once costs, in seconds, on average of a pass. */
    private record Pass(double wall, double cpu, int read, long characters) {}

    private TagTime(List<Path> files) {
        this.files = files;
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        var time = new TagTime(Corpus.files(Path.of(args[0])));
        int runs = Integer.parseInt(args[1]);
        var peer = Arrays.asList(args).subList(2, args.length);
        for (int i = 0; i < WARM_UP; i++) {
            time.pass(1);
            time.pass(2);
        }
        var one = new double[runs];
        var oneWall = new double[runs];
        var twoWall = new double[runs];
        var theirs = new double[runs];
        for (int i = 0; i < runs; i++) {
            var single = time.pass(1);
            var pair = time.pass(2);
            one[i] = single.cpu();
            oneWall[i] = single.wall();
            twoWall[i] = pair.wall();
            theirs[i] = peer.isEmpty() ? 0 : peerCpu(peer);
            System.out.printf(
                    "%d files read, %d characters: one thread %.3f s wall %.3f s CPU, two %.3f s wall, peer %.3f s CPU%n",
                    single.read(), single.characters(), single.wall(), single.cpu(), pair.wall(), theirs[i]);
        }
        System.out.printf(
                "median of %d: %.3f s CPU (%.3f to %.3f), two threads %.2f times one",
                runs,
                Corpus.median(one),
                Arrays.stream(one).min().orElse(0),
                Arrays.stream(one).max().orElse(0),
                Corpus.median(oneWall) / Corpus.median(twoWall));
        System.out.println(
                peer.isEmpty()
                        ? ""
                        : String.format(
                                ", the peer takes %.3f s: %.2f times ours",
                                Corpus.median(theirs), Corpus.median(theirs) / Corpus.median(one)));
    }

    private Pass pass(int count) throws InterruptedException {
        var next = new AtomicInteger();
        var read = new AtomicInteger();
        var characters = new AtomicLong();
        var cpu = new AtomicLong();
        var threads = new ArrayList<Thread>();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            var thread = new Thread(() -> {
                work(next, read, characters);
                cpu.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double wall = (System.nanoTime() - start) / 1e9;
        return new Pass(wall / ROUNDS, cpu.get() / 1e9 / ROUNDS, read.get() / ROUNDS, characters.get() / ROUNDS);
    }

    private void work(AtomicInteger next, AtomicInteger read, AtomicLong characters) {
        int all = ROUNDS * files.size();
        for (int from = next.getAndAdd(RUN); from < all; from = next.getAndAdd(RUN)) {
            for (int i = from; i < Math.min(from + RUN, all); i++) {
                work(files.get(i % files.size()), read, characters);
            }
        }
    }

    private void work(Path file, AtomicInteger read, AtomicLong characters) {
        try (var content = new FileContent(file, true)) {
            var reading = reader.read(content, file.getFileName().toString());
            long sum = 0;
            for (var values : reading.tags().fields().values()) {
                for (String value : values) {
                    sum += value.length();
                }
            }
            characters.addAndGet(sum);
            read.incrementAndGet();
        } catch (MetadataException | IOException e) {
            System.err.println(file + ": " + e.getMessage());
        }
    }

    /** Returns user and system time of a process and its children, as the shell counts them. */
    private static double peerCpu(List<String> command) throws IOException, InterruptedException {
        var call = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%U %S'; time \"$@\" >/dev/null 2>&1", "peer"));
        call.addAll(command);
        var process = new ProcessBuilder(call).redirectErrorStream(true).start();
        String[] times =
                new String(process.getInputStream().readAllBytes()).strip().split("\\s+");
        if (process.waitFor() != 0) {
            throw new IOException("the peer failed: " + String.join(" ", command));
        }
        return Double.parseDouble(times[0]) + Double.parseDouble(times[1]);
    }
}
