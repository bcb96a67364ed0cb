package org.musicplatform.sources.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.FolderSession;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.Watch;

/** Knows what is there by following a watch, as indexing does. */
final class Follower implements AutoCloseable {

    /** Quicker than a person needs, so that tests need not wait long. */
    static final WatchSettings QUICK = new WatchSettings(
            Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMinutes(5), Duration.ofHours(6), 1_000, 10_000);

    private static final Duration GENEROUS = Duration.ofSeconds(60);

    final LocalSession session;
    final Watch watch;
    final Map<String, ItemVersion> known = new TreeMap<>();
    final List<Watch.Changes> answers = new ArrayList<>();

    Follower(Path root, Surroundings surroundings) throws IOException, InterruptedException {
        session = new LocalSession(new LocalRoot(root), surroundings);
        watch = session.watch();
        await(answer -> answer.everything());
    }

    /** Follows the watch until an answer is as wanted, and returns that. */
    Watch.Changes await(Predicate<Watch.Changes> wanted) throws IOException, InterruptedException {
        long until = System.nanoTime() + GENEROUS.toNanos();
        while (true) {
            var answer = watch.await(Duration.ofMillis(500));
            take(answer);
            if (wanted.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + GENEROUS.toSeconds() + " s; told: " + answers);
            }
        }
    }

    /** Follows the watch until what is known is what is there. */
    void awaitTruth() throws IOException, InterruptedException {
        await(answer -> known.equals(truth()));
    }

    Map<String, ItemVersion> truth() {
        Map<String, ItemVersion> there = new TreeMap<>();
        try {
            items(session.list()).forEach(item -> there.put(item.id(), item.version()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return there;
    }

    /** Returns the places that were told in all answers so far. */
    List<Watch.Place> places() {
        return answers.stream().flatMap(answer -> answer.places().stream()).toList();
    }

    private void take(Watch.Changes answer) throws IOException {
        answers.add(answer);
        if (answer.everything()) {
            known.clear();
            items(session.list()).forEach(item -> known.put(item.id(), item.version()));
        }
        for (Watch.Place place : answer.places()) {
            List<SourceItem> there = List.of();
            try {
                there = items(look(place));
            } catch (SourceException gone) {
                assertEquals(SourceException.NOT_FOUND, gone.code());
            }
            known.keySet()
                    .removeIf(id -> id.startsWith(place.folderId())
                            && (place.below()
                                    || id.indexOf('/', place.folderId().length()) < 0));
            there.stream()
                    .filter(item -> item.kind() == SourceItem.Kind.FILE)
                    .forEach(item -> known.put(item.id(), item.version()));
        }
    }

    private Listing look(Watch.Place place) throws IOException {
        FolderSession folders = session;
        return place.below() ? folders.listBelow(place.folderId()) : folders.listFolder(place.folderId());
    }

    private static List<SourceItem> items(Listing listing) throws IOException {
        List<SourceItem> items = new ArrayList<>();
        try (listing) {
            Listing.ListingPage page;
            do {
                page = listing.next();
                items.addAll(page.items());
            } while (page.end() == null);
        }
        return items;
    }

    @Override
    public void close() throws IOException {
        watch.close();
        session.close();
    }
}
