package org.musicplatform.benchmarks.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.musicplatform.core.api.library.LibraryService;

/** Asks for all that is known of one track, album or artist, half of them drawn by popularity: {@code DIR TRACKS}. */
public final class LibraryDetails {

    private static final int TRACKS = 10_000;
    private static final int OTHERS = 2_000;
    private static final int WARM_UP = 2_000;

    private LibraryDetails() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        var bench = Bench.of(args);
        try (var engine = bench.open()) {
            LibraryService library = engine;
            var catalog =
                    new Catalog(library, bench.music(), Dice.at(bench.music().seed(), 31));
            print("track", drawn(TRACKS, catalog::track), library::track);
            print("album", drawn(OTHERS, catalog::album), library::album);
            print("artist", drawn(OTHERS, catalog::artist), library::artist);
        }
        Machine.printMemory();
    }

    private static <T> List<T> drawn(int count, Function<Boolean, T> draw) {
        var all = new ArrayList<T>();
        for (int i = 0; i < count; i++) {
            all.add(draw.apply(i % 2 == 0));
        }
        return all;
    }

    private static <I, T> void print(String what, List<I> ids, Function<I, CompletableFuture<T>> ask) {
        ids.stream().limit(WARM_UP).forEach(id -> ask.apply(id).join());
        var figures = new Figures();
        for (I id : ids) {
            figures.time(id.toString(), () -> ask.apply(id));
        }
        System.out.printf("%-7s %s%n", what, figures);
    }
}
