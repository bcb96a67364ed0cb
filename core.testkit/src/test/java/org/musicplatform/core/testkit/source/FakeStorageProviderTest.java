package org.musicplatform.core.testkit.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.FolderSession;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.StorageSession;
import org.musicplatform.core.api.source.spi.Watch;
import org.musicplatform.core.api.source.spi.WatchingSession;

class FakeStorageProviderTest {

    private static final byte[] X = {'x'};

    private final FakeStorageProvider fake =
            new FakeStorageProvider().file("music/a.mp3", X).file("music/b/c.mp3", X);

    private StorageSession open() throws IOException {
        return fake.open(FakeStorageProvider.account(1, "music"), Credentials.NONE);
    }

    private static List<String> ids(Listing listing) throws IOException {
        return items(listing).stream().map(SourceItem::id).toList();
    }

    private static List<SourceItem> items(Listing listing) throws IOException {
        List<SourceItem> items = new ArrayList<>();
        Listing.ListingPage page;
        do {
            page = listing.next();
            items.addAll(page.items());
        } while (page.end() == null);
        return items;
    }

    @Test
    void it_can_do_no_more_than_it_is_told_to_declare() throws IOException {
        try (var session = open()) {
            assertTrue(session instanceof FolderSession && session instanceof WatchingSession);
        }
        fake.traits(SourceTraits.NONE);
        try (var session = open()) {
            assertFalse(session instanceof FolderSession || session instanceof WatchingSession);
        }
        fake.traits(FakeStorageProvider.LIKE_A_FOLDER)
                .traitsHere(FakeStorageProvider.LIKE_A_FOLDER.withWatch(SourceTraits.Watching.UNRELIABLE))
                .identity("another drive");
        try (var session = open()) {
            assertEquals(
                    SourceTraits.Watching.UNRELIABLE,
                    session.traits(fake.traits()).watch());
            assertEquals("another drive", session.identity());
        }
    }

    @Test
    void a_page_that_is_to_fail_fails_once_and_a_delay_is_kept() throws IOException {
        fake.failPage(new IOException("broken")).latency(Duration.ofMillis(30));
        try (var session = open()) {
            var listing = session.list();
            assertThrows(IOException.class, listing::next);
            long begin = System.nanoTime();
            assertEquals(List.of("a.mp3", "b/c.mp3"), ids(listing));
            assertTrue(System.nanoTime() - begin >= 30_000_000);
        }
    }

    @Test
    void a_cursor_expires_at_once_or_while_changes_are_listed() throws IOException {
        try (var session = open()) {
            var end = session.list().next().end();
            fake.file("music/d.mp3", X).file("music/e.mp3", X).pageSize(1).expireListingAfter(1);
            var changes = session.changes(end.cursor());
            assertEquals(1, changes.next().items().size());
            assertEquals(
                    SourceException.CURSOR_EXPIRED,
                    assertThrows(SourceException.class, changes::next).code());
            fake.expireListingAfter(-1).expireCursors();
            assertEquals(
                    SourceException.CURSOR_EXPIRED,
                    assertThrows(SourceException.class, () -> session.changes(end.cursor()))
                            .code());
        }
    }

    @Test
    void what_is_restored_is_what_was_removed() throws IOException {
        var before = fake.version("music/a.mp3");
        fake.remove("music/a.mp3");
        try (var session = open()) {
            assertEquals(List.of("b/c.mp3"), ids(session.list()));
            fake.restore("music/a.mp3");
            assertEquals(before, items(session.list()).get(0).version());
        }
    }

    @Test
    void an_order_by_chance_is_the_same_for_the_same_number() throws IOException {
        for (int i = 0; i < 20; i++) {
            fake.file("music/" + i + ".mp3", X);
        }
        try (var session = open()) {
            var sorted = ids(session.list());
            fake.shuffle(5L);
            var mixed = ids(session.list());
            assertNotEquals(sorted, mixed);
            assertEquals(mixed, ids(session.list()));
            assertEquals(Set.copyOf(sorted), Set.copyOf(mixed));
        }
    }

    @Test
    void a_moved_folder_keeps_its_files_and_is_told_with_where_it_came_from() throws Exception {
        var version = fake.version("music/b/c.mp3");
        try (var session = (WatchingSession) open();
                var watch = session.watch()) {
            assertTrue(watch.await(Duration.ZERO).everything());
            fake.move("music/b", "music/z");
            assertEquals(version, fake.version("music/z/c.mp3"));
            assertEquals(
                    List.of(Watch.Place.below("b/"), Watch.Place.folder(""), new Watch.Place("z/", true, "b/")),
                    watch.await(Duration.ZERO).places());
            assertEquals(List.of("a.mp3", "z/c.mp3"), ids(session.list()));
        }
    }

    @Test
    void a_watch_is_told_what_the_test_wants() throws Exception {
        try (var session = (WatchingSession) open();
                var watch = session.watch()) {
            assertEquals(1, fake.watches());
            assertTrue(watch.await(Duration.ZERO).everything());
            fake.mute(true).file("music/b/new.mp3", X).mute(false);
            assertTrue(watch.await(Duration.ZERO).isEmpty());
            fake.file("music/b/other.mp3", X);
            assertEquals(
                    List.of(Watch.Place.folder("b/")),
                    watch.await(Duration.ZERO).places());
            fake.overflow();
            assertTrue(watch.await(Duration.ZERO).everything());
            var blindness = new Watch.Blindness("It sees nothing.", "Wait.");
            fake.blind(blindness);
            assertSame(blindness, watch.await(Duration.ofSeconds(10)).blindness());
            fake.blind(null);
            assertNull(watch.await(Duration.ZERO).blindness());
            fake.failWatches(new IOException("gone"));
            assertThrows(IOException.class, () -> watch.await(Duration.ofSeconds(10)));
        }
        assertEquals(0, fake.watches());
    }
}
