package org.musicplatform.benchmarks.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.TrackFilter;

/**
 * Asks for pages of the lists of tracks, in every order with every filter, at any depth; for the first page of several
 * filters at once; and how soon a question that is withdrawn makes room: {@code DIR TRACKS}.
 */
public final class LibraryPages {

    private static final int LIMIT = 50;
    private static final int UNFILTERED = 400;
    private static final int VALUES = 16;
    private static final int EACH = 20;
    private static final int WALK = 300;
    /** Of lists that need not be fast, or the whole would take half an hour. */
    private static final int FEW_VALUES = 4;

    private static final int SHORT_WALK = 30;
    private static final int SHORT_STEPS = 20;
    private static final int COMBINATIONS = 200;
    private static final int CANCELS = 20;
    private static final long UNDER_WAY_MILLIS = 10;

    private final LibraryService library;
    private final Catalog catalog;
    private final Dice dice;
    private final Figures fast = new Figures();
    private final Figures others = new Figures();

    private LibraryPages(LibraryService library, Catalog catalog) {
        this.library = library;
        this.catalog = catalog;
        this.dice = catalog.dice();
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        var bench = Bench.of(args);
        try (var engine = bench.open()) {
            var catalog =
                    new Catalog(engine, bench.music(), Dice.at(bench.music().seed(), 41));
            var pages = new LibraryPages(engine, catalog);
            pages.warmUp();
            pages.lists();
            pages.combinations();
            pages.cancelled();
        }
        Machine.printMemory();
    }

    private void warmUp() {
        for (int i = 0; i < 2_000; i++) {
            var sort = TrackLists.SORTS.get(i % TrackLists.SORTS.size());
            sort.page(library, TrackFilter.ALL, PageRequest.first(LIMIT)).join();
        }
    }

    private void lists() {
        for (var sort : TrackLists.SORTS) {
            var all = new Figures();
            ask(sort, TrackFilter.ALL, Integer.MAX_VALUE, UNFILTERED, all);
            tell(sort.name() + " of all", true, all);
            for (var filter : TrackLists.FILTERS) {
                var figures = new Figures();
                for (int i = 0; i < (filter.fast() ? VALUES : FEW_VALUES); i++) {
                    var value = filter.draw().draw(TrackFilter.ALL, catalog, i % 2 == 0);
                    ask(sort, value, filter.fast() ? WALK : SHORT_WALK, EACH, figures);
                }
                tell(sort.name() + " with " + filter.name(), filter.fast(), figures);
            }
        }
        System.out.printf("any page, all or with one of artist, album, genre, folder, source, favourite: %s%n", fast);
        System.out.printf("any page with another filter: %s%n", others);
    }

    private void tell(String list, boolean isFast, Figures figures) {
        System.out.printf("  %-26s %s%n", list, figures);
        (isFast ? fast : others).addAll(figures);
    }

    /** Walks through a list, and asks for pages anywhere in it. */
    private void ask(TrackLists.Sort sort, TrackFilter filter, int steps, int times, Figures figures) {
        var cursors = new ArrayList<String>();
        String cursor = null;
        for (int i = 0; i < steps; i++) {
            cursors.add(cursor);
            int step = i < SHORT_STEPS ? LIMIT : PageRequest.MAX_LIMIT;
            cursor = sort.page(library, filter, new PageRequest(step, cursor))
                    .join()
                    .next();
            if (cursor == null) {
                break;
            }
        }
        for (int i = 0; i < times; i++) {
            int at = dice.below(cursors.size());
            var page = new PageRequest(LIMIT, cursors.get(at));
            String question = "step " + at + " of " + cursors.size() + " by " + sort.name() + " with " + filter;
            figures.time(question, () -> sort.page(library, filter, page));
        }
    }

    private void combinations() {
        var figures = new Figures();
        for (int i = 0; i < COMBINATIONS; i++) {
            var asked = TrackFilter.ALL;
            var rest = new ArrayList<>(TrackLists.FILTERS);
            for (int more = dice.between(2, 4); more > 0; more--) {
                asked = rest.remove(dice.below(rest.size())).draw().draw(asked, catalog, dice.chance(50));
            }
            var filter = asked;
            var sort = dice.any(TrackLists.SORTS);
            figures.time(sort.name() + " with " + filter, () -> sort.page(library, filter, PageRequest.first(LIMIT)));
        }
        System.out.printf("first page with 2 to 4 filters: %s%n", figures);
    }

    /** Keeps all readers busy with a long question, withdraws it, and asks a short one; then the long one again. */
    private void cancelled() throws InterruptedException {
        int readers = Math.min(Runtime.getRuntime().availableProcessors(), 4);
        var figures = new Figures();
        for (int i = 0; i < CANCELS; i++) {
            List<CompletableFuture<List<String>>> busy = new ArrayList<>();
            for (int j = 0; j < readers; j++) {
                busy.add(library.check());
            }
            Thread.sleep(UNDER_WAY_MILLIS);
            long start = System.nanoTime();
            long underWay = busy.stream().filter(one -> one.cancel(true)).count();
            library.revision().join();
            if (underWay == readers) {
                figures.add(System.nanoTime() - start, 0, "check");
            }
        }
        System.out.printf("from withdrawing %d long questions to the answer to a short one: %s%n", readers, figures);
        String again = library.check()
                .handle((wrong, failure) -> failure == null ? wrong.toString() : failure.getMessage())
                .join();
        System.out.printf("what was withdrawn asked again: %s%n", again);
    }
}
