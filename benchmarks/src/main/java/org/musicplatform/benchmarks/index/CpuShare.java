package org.musicplatform.benchmarks.index;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.playback.OutputRequest;
import org.musicplatform.core.api.playback.Player;
import org.musicplatform.core.api.sync.SyncJob;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.sync.reading.IndexingCpu;
import org.musicplatform.standalone.StandaloneCore;

/**
 * How well indexing keeps to its share of a processor, second by second: {@code HOME CORPUS PERCENT SECONDS [play]}. A
 * first index from a cold start, then all files again and again until the time is over; with {@code play} while music
 * plays to nowhere, in time.
 */
public final class CpuShare {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final int PLAYED = 500;

    private final CoreService core;
    private final SyncOptions options;
    private SyncJob job;
    private int rounds;
    private Player player; // null before there is something to play

    private CpuShare(CoreService core, int percent) {
        this.core = core;
        this.options = SyncOptions.DEFAULT.withCpu(percent);
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        int percent = Integer.parseInt(args[2]);
        int seconds = Integer.parseInt(args[3]);
        boolean play = args.length > 4;
        try (var standalone = StandaloneCore.open(Path.of(args[0]))) {
            var core = standalone.core();
            core.sources()
                    .add("local", Path.of(args[1]).toRealPath().toString())
                    .join();
            new CpuShare(core, percent).run(seconds, play);
        }
    }

    private void run(int seconds, boolean play) throws InterruptedException, ExecutionException {
        var process = new ArrayList<Double>();
        var indexing = new ArrayList<Double>();
        var counted = new IndexingCpu();
        job = core.sync().start(Set.of(), options).join();
        long time = System.nanoTime();
        long before = PROCESS.getProcessCpuTime();
        long ours = counted.getAsLong();
        for (int second = 0; second < seconds; second++) {
            if (play && player == null) {
                startPlaying();
            }
            indexUntil(time + TimeUnit.SECONDS.toNanos(1));
            long now = System.nanoTime();
            long used = PROCESS.getProcessCpuTime();
            long oursNow = counted.getAsLong();
            process.add(100.0 * (used - before) / (now - time));
            indexing.add(100.0 * (oursNow - ours) / (now - time));
            time = now;
            before = used;
            ours = oursNow;
        }
        job.cancel();
        print("the process", process);
        print("indexing", indexing);
        System.out.printf("all files were read %d times%n", rounds);
        if (player != null) {
            var status = player.status();
            System.out.printf(
                    "played: %s, %d underruns%n",
                    status.state(), status.output().underruns());
            player.close();
        }
    }

    private static void print(String what, List<Double> shares) {
        var all = shares.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        System.out.printf(
                "%s: %.1f %% of a processor over %d s, %.1f to %.1f in single seconds%n",
                what, all.getAverage(), all.getCount(), all.getMin(), all.getMax());
    }

    /** Waits, and has everything read anew as soon as all was read. */
    private void indexUntil(long end) throws InterruptedException, ExecutionException {
        while (true) {
            try {
                var report = job.completion().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (report.status().state() != SyncState.COMPLETED) {
                    throw new IllegalStateException("the job ended " + report.status());
                }
            } catch (TimeoutException timeIsOver) {
                return;
            }
            rounds++;
            job = core.sync()
                    .start(Set.of(), new SyncOptions(false, true, false).withCpu(options.cpu()))
                    .join();
        }
    }

    private void startPlaying() {
        var tracks = core.library()
                .tracks(TrackFilter.ALL, PageRequest.first(PLAYED))
                .join()
                .items();
        if (tracks.isEmpty()) {
            return;
        }
        player = core.playback().open(OutputRequest.parse("null")).join();
        player.queue().add(tracks.stream().map(Track::id).toList()).join();
        player.play().join();
        System.out.println("playing");
    }
}
