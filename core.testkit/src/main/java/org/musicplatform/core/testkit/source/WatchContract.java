package org.musicplatform.core.testkit.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.spi.FolderSession;
import org.musicplatform.core.api.source.spi.StorageSession;
import org.musicplatform.core.api.source.spi.Watch;
import org.musicplatform.core.api.source.spi.WatchingSession;

/** The part of the contract that holds for providers that declare to tell of changes. */
abstract class WatchContract extends StorageTraitsContract {

    private WatchingSession watching(StorageSession session) {
        Assumptions.assumeTrue(traits().watch() != SourceTraits.Watching.NONE, "it declares no watching");
        return assertInstanceOf(WatchingSession.class, session);
    }

    /** Waits for the answer with which a watch begins. */
    private static void awaitEverything(Watch watch) throws IOException, InterruptedException {
        long until = System.nanoTime() + GENEROUS.toNanos();
        while (!watch.await(Duration.ofSeconds(1)).everything()) {
            assertTrue(System.nanoTime() < until, "the watch never began");
        }
    }

    @Test
    void a_watch_tells_where_to_look() throws IOException, InterruptedException {
        String location = place(Map.of("a/one.mp3", bytes("1"), "b/two.mp3", bytes("2"), "c/gone.mp3", bytes("3")));
        try (var session = watching(open(location));
                var watch = session.watch()) {
            Assumptions.assumeTrue(session.traits(traits()).watch() == SourceTraits.Watching.RELIABLE);
            awaitEverything(watch);
            Set<String> seen = all(session.list()).paths();
            place(Map.of("a/one.mp3", bytes("1"), "b/two.mp3", bytes("changed"), "b/new/deep/four.mp3", bytes("4")));
            var now = Set.of("a/one.mp3", "b/two.mp3", "b/new/deep/four.mp3");
            boolean changed = false;
            long until = System.nanoTime() + GENEROUS.toNanos();
            while (!seen.equals(now) || !changed) {
                assertTrue(System.nanoTime() < until, "what is known by following the watch: " + seen);
                var look = watch.await(Duration.ofSeconds(1));
                if (look.everything()) {
                    seen = all(session.list()).paths();
                    changed = true;
                }
                for (var place : look.places()) {
                    changed |= follow(session, place, seen);
                }
            }
        }
    }

    /** Looks where a watch says, as indexing does, and tells whether the changed file was met. */
    private boolean follow(StorageSession session, Watch.Place place, Set<String> seen) throws IOException {
        if (!(session instanceof FolderSession folders) || !traits().can(SourceCapability.PATH_IDS)) {
            seen.clear();
            seen.addAll(all(session.list()).paths());
            return true;
        }
        List<SourceItem> there = List.of();
        try {
            there = all(place.below() ? folders.listBelow(place.folderId()) : folders.listFolder(place.folderId()))
                    .files();
        } catch (SourceException gone) {
            assertEquals(SourceException.NOT_FOUND, gone.code());
        }
        Set<String> met = there.stream().map(SourceItem::path).collect(Collectors.toSet());
        // what lay there and is not met is gone
        String path = place.folderId();
        seen.removeIf(known -> known.startsWith(path)
                && (place.below() || known.indexOf('/', path.length()) < 0)
                && !met.contains(known));
        seen.addAll(met);
        return there.stream().anyMatch(item -> item.version().size() == "changed".length());
    }

    @Test
    void an_idle_watch_answers_in_time() throws IOException, InterruptedException {
        try (var session = watching(open(place(Map.of("a/one.mp3", bytes("1")))));
                var watch = session.watch()) {
            awaitEverything(watch);
            assertTrue(watch.await(Duration.ofMillis(50)).isEmpty());
            assertTrue(watch.await(Duration.ZERO).isEmpty());
        }
    }

    @Test
    void waiting_for_changes_obeys_interruption_and_goes_on() throws IOException, InterruptedException {
        try (var session = watching(open(place(Map.of("a/one.mp3", bytes("1")))));
                var watch = session.watch()) {
            awaitEverything(watch);
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> watch.await(GENEROUS));
            assertTrue(watch.await(Duration.ZERO).isEmpty());
        }
    }

    @Test
    void closing_a_watch_ends_its_waiting() throws Exception {
        try (var session = watching(open(place(Map.of("a/one.mp3", bytes("1")))))) {
            var watch = session.watch();
            awaitEverything(watch);
            var waiting = new FutureTask<>(() -> watch.await(GENEROUS));
            var thread = new Thread(waiting);
            thread.start();
            watch.close();
            watch.close();
            var ended = assertThrows(ExecutionException.class, () -> waiting.get(10, TimeUnit.SECONDS));
            assertInstanceOf(SourceException.class, ended.getCause());
            thread.join();
        }
    }
}
