package org.musicplatform.benchmarks.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.ingest.Intake;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.library.LibraryEngine;

/**
 * Searches as somebody types, every beginning of every text: alone, beside a writer that describes files anew, and
 * beside the first index of another source. Works on a copy: {@code DIR TRACKS}.
 */
public final class LibrarySearch {

    private static final int QUERIES = 1_000;
    private static final int WARM_UP = 200;
    private static final int REWRITTEN = 2_000;
    private static final int AT_ONCE = 500;
    private static final int OTHER_TRACKS = 50_000;

    /** Of a collection of so many, the first source has {@link #OTHER_TRACKS}. */
    private static final int OTHER_COLLECTION = OTHER_TRACKS * 5 / 4;

    private final Bench bench;
    private final LibraryEngine engine;
    private final List<String> queries;

    private LibrarySearch(Bench bench, LibraryEngine engine) {
        this.bench = bench;
        this.engine = engine;
        this.queries = Queries.drawn(bench.music(), Dice.at(bench.music().seed(), 51), QUERIES);
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        var bench = Bench.of(args);
        Path copy = bench.folder().resolve("search.db");
        Bench.delete(copy);
        Files.copy(bench.database(), copy);
        try (var engine = Bench.open(copy)) {
            new LibrarySearch(bench, engine).run();
        } finally {
            Bench.delete(copy);
        }
        Machine.printMemory();
    }

    private void run() {
        for (String text : Queries.drawn(bench.music(), Dice.at(bench.music().seed(), 52), WARM_UP)) {
            for (String typed : Queries.typed(text)) {
                engine.search(typed, SearchLimits.DEFAULT).join();
            }
        }
        System.out.printf("alone:                    %s%n", search(() -> true));
        beside("beside the writer alone: ", this::rewrite);
        beside("beside a first index:     ", this::index);
    }

    /** Work that goes on until it is told to stop; returns how many files it wrote. */
    private interface Work {
        long run(BooleanSupplier goOn);
    }

    private void beside(String what, Work work) {
        var goOn = new AtomicBoolean(true);
        double writer = Machine.cpuOf("library-writer");
        var written = CompletableFuture.supplyAsync(() -> work.run(goOn::get), task -> new Thread(task).start());
        long start = System.nanoTime();
        var figures = search(() -> !written.isDone());
        double took = (System.nanoTime() - start) / 1e9;
        goOn.set(false);
        long files = written.join();
        System.out.printf(
                "%s%s; %d files written, %.1f s of CPU by the writer in %.1f s%n",
                what, figures, files, Machine.cpuOf("library-writer") - writer, took);
    }

    private Figures search(BooleanSupplier goOn) {
        var figures = new Figures();
        for (String text : queries) {
            if (!goOn.getAsBoolean()) {
                break;
            }
            for (String typed : Queries.typed(text)) {
                figures.time("'" + typed + "'", () -> engine.search(typed, SearchLimits.DEFAULT));
            }
        }
        return figures;
    }

    /** Describes files from all over the first source anew, again and again. */
    private long rewrite(BooleanSupplier goOn) {
        var tracks = new ArrayList<SyntheticTrack>();
        int every = Math.max(1, bench.music().tracks() * 4 / 5 / REWRITTEN);
        int at = 0;
        for (var walk = bench.music().walk(0); walk.hasNext() && tracks.size() < REWRITTEN; at++) {
            var track = walk.next();
            if (at % every == 0) {
                tracks.add(track);
            }
        }
        long written = 0;
        try (var intake = engine.begin(Feed.source(engine, 0), IntakeKind.CHANGES, false)) {
            for (int edits = 1; goOn.getAsBoolean(); edits++) {
                for (int from = 0; from < tracks.size() && goOn.getAsBoolean(); from += AT_ONCE) {
                    var some = tracks.subList(from, Math.min(tracks.size(), from + AT_ONCE));
                    written += rewrite(intake, some, edits);
                }
            }
        }
        return written;
    }

    private static long rewrite(Intake intake, List<SyntheticTrack> tracks, int edits) {
        var byId = new HashMap<String, SyntheticTrack>();
        var items = new ArrayList<SourceItem>();
        for (var track : tracks) {
            var item = track.item(edits);
            items.add(item);
            byId.put(item.id(), track);
        }
        intake.observe(items);
        long written = 0;
        for (var task : intake.claim(AT_ONCE)) {
            intake.deliver(task, SyntheticTags.reading(byId.get(task.file().itemId()), edits));
            written++;
        }
        return written;
    }

    private long index(BooleanSupplier goOn) {
        var other = new SyntheticLibrary(bench.music().seed() + 2, OTHER_COLLECTION);
        var feed = new Feed(engine, delivered -> goOn.getAsBoolean());
        feed.index(engine.addSource("local", "/srv/others", "Others").id(), other.walk(0));
        return feed.delivered();
    }
}
