package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Listing;

/**
 * A process that writes is killed at any moment, again and again, over one library. 10 times; for more {@code
 * -Dmusic.test.kills=100}, and {@code -Dmusic.test.seed=N} for the moments of another run.
 */
@Timeout(600)
class KillTest {

    private static final int FILES = 8;

    @TempDir
    Path folder;

    /** Writes round by round, and says what it was told is done. */
    static final class Scanner {
        private Scanner() {}

        public static void main(String[] args) {
            try (var lib = new Lib(Path.of(args[0]))) {
                System.out.println("open");
                for (int round = Integer.parseInt(args[1]); ; round++) {
                    scan(lib, round);
                    System.out.println("scanned " + round);
                    var tracks = lib.tracks().items();
                    var track = tracks.get(round % tracks.size()).id();
                    int stars = 1 + round % 5;
                    System.out.println("rating " + track.value() + " " + stars);
                    lib.engine.rate(track, stars).join();
                    System.out.println("rated " + track.value() + " " + stars);
                }
            }
        }
    }

    private static List<SourceItem> items(int round) {
        var items = new ArrayList<SourceItem>();
        for (int i = 0; i < FILES; i++) {
            items.add(Lib.item(round + "/" + i + ".mp3"));
        }
        return items;
    }

    private static void scan(Lib lib, int round) {
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.CHANGES, false)) {
            intake.observe(items(round));
            for (var task : intake.claim(100)) {
                intake.deliver(
                        task,
                        Lib.reading(Lib.tags(
                                TagField.TITLE, "Title " + task.path(), TagField.ARTIST, "A", TagField.ALBUM, "B")));
            }
            intake.finish(Listing.End.COMPLETE, false);
        }
    }

    /** What must be there: what was said to be done. */
    private static final class Said {
        private final Set<String> titles = new HashSet<>();
        private final Map<TrackId, Set<Integer>> ratings = new HashMap<>();
        private int round;

        void take(String line) {
            var words = line.split(" ");
            if (words[0].equals("scanned")) {
                round = Integer.parseInt(words[1]) + 1;
                titles.addAll(titlesOf(Integer.parseInt(words[1])));
            } else if (words[0].equals("rating")) {
                // until it is said to be done, either is right
                rating(words).add(Integer.parseInt(words[2]));
            } else if (words[0].equals("rated")) {
                rating(words).retainAll(Set.of(Integer.parseInt(words[2])));
            }
        }

        private Set<Integer> rating(String... words) {
            return ratings.computeIfAbsent(new TrackId(Long.parseLong(words[1])), track -> new HashSet<>(Set.of(0)));
        }
    }

    private static List<String> titlesOf(int round) {
        return items(round).stream().map(item -> "Title " + item.id()).toList();
    }

    @Test
    void a_killed_writer_leaves_a_sound_library_with_all_that_was_acknowledged() throws Exception {
        long seed = Long.getLong("music.test.seed", System.nanoTime());
        System.out.println("KillTest: -Dmusic.test.seed=" + seed);
        var random = new Random(seed);
        var said = new Said();
        new Lib(folder).close();
        for (int kill = 1; kill <= Integer.getInteger("music.test.kills", 10); kill++) {
            run(said, random.nextInt(4) > 0, random.nextInt(700));
            assertSound(said, "seed " + seed + ", kill " + kill);
        }
        assertTrue(said.round > 0, "nothing was written in between");
    }

    private void run(Said said, boolean whileWriting, int millis) throws Exception {
        try (var scanner = Child.run(Scanner.class, folder, said.round)) {
            if (whileWriting) {
                assertEquals("open", scanner.line());
            }
            var lines = CompletableFuture.supplyAsync(scanner::rest);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
            scanner.kill();
            lines.get(10, TimeUnit.SECONDS).forEach(said::take);
        }
    }

    private void assertSound(Said said, String when) {
        try (var lib = new Lib(folder)) {
            assertEquals(List.of(), lib.engine.check().join(), when);
            var titles = titles(lib);
            assertTrue(titles.containsAll(said.titles), when + ": " + said.titles + " in " + titles);
            assertTrue(titles.size() <= said.titles.size() + FILES, when + ": more than a round that was not told");
            said.ratings.forEach((track, right) -> {
                int rating = lib.engine.track(track).join().track().annotation().rating();
                assertTrue(right.contains(rating), when + ": " + track + " has " + rating + ", not one of " + right);
                right.retainAll(Set.of(rating));
            });
            // what was under way is done again, and nothing twice
            scan(lib, said.round);
            said.take("scanned " + said.round);
            assertEquals(said.titles, titles(lib), when);
            assertEquals(said.titles.size(), lib.engine.counts().join().tracks(), when);
            assertEquals(List.of(), lib.engine.check().join(), when);
        }
    }

    private static Set<String> titles(Lib lib) {
        var titles = new HashSet<String>();
        for (var page = PageRequest.first(1_000); page != null; ) {
            var found = lib.engine.tracks(TrackFilter.ALL, page).join();
            found.items().stream().map(Track::title).forEach(titles::add);
            page = found.next() == null ? null : new PageRequest(1_000, found.next());
        }
        return titles;
    }
}
