package org.musicplatform.core.sync.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.Watch;
import org.musicplatform.core.api.source.spi.Watch.Place;
import org.musicplatform.core.sync.Provider;
import org.musicplatform.core.sync.source.ProviderCalls;
import org.musicplatform.core.testkit.source.FakeStorageProvider;

@Timeout(20)
class SourceListingTest {

    private final FakeStorageProvider source = new FakeStorageProvider();
    private final ProviderCalls calls = new ProviderCalls(Duration.ofSeconds(5));

    @AfterEach
    void close() {
        calls.close();
    }

    private void files(String... paths) {
        for (String path : paths) {
            source.file("m/" + path, new byte[1]);
        }
    }

    private static Look at(Place... places) {
        return Look.at(new Watch.Changes(List.of(places), false, null));
    }

    private SourceListing listing(Look look) {
        var account = FakeStorageProvider.account(1, "m");
        return new SourceListing(account, look, () -> new Provider("fake", source.traits(), source), calls);
    }

    /** Goes through a listing and writes down each step. */
    private List<String> steps(Look look, String cursor) throws Exception {
        var steps = new ArrayList<String>();
        try (var listing = listing(look)) {
            steps.add(words(listing.open(cursor)));
            while (!steps.get(steps.size() - 1).endsWith("end")) {
                listing.next(step -> steps.add(words(step)));
            }
        }
        return steps;
    }

    private String cursor; // of the last listing of everything

    private String words(SourceListing.Step step) {
        if (step instanceof SourceListing.Begun begun) {
            return begun.kind().name();
        } else if (step instanceof SourceListing.Items page) {
            cursor = page.ended() == null ? cursor : page.ended().end().cursor();
            var ids = page.items().stream().map(SourceItem::id).sorted().toList();
            return ids + (page.ended() == null ? "" : " end");
        } else if (step instanceof SourceListing.FolderEnd folder) {
            return "done " + folder.folderId() + (folder.below() ? " below" : " with " + folder.folders());
        } else if (step instanceof SourceListing.Moved moved) {
            return "moved " + moved.fromId() + " to " + moved.toId();
        }
        return ((SourceListing.Ended) step)
                        .end().skipped().stream().map(Listing.Skipped::itemId).toList()
                + " end";
    }

    @Test
    void a_folder_is_listed_by_itself_with_the_folders_it_has() throws Exception {
        files("a/1.mp3", "a/x/2.mp3", "b/3.mp3");
        assertEquals(
                List.of("FOLDERS", "[a/1.mp3, a/x/]", "done a/ with [a/x/]", "[] end"),
                steps(at(Place.folder("a/")), null));
        assertEquals(
                List.of("FOLDERS", "[a/1.mp3, a/x/2.mp3]", "done a/ below", "[] end"),
                steps(at(Place.below("a/")), null));
    }

    @Test
    void a_folder_that_is_gone_ends_with_all_below_it_and_the_next_is_listed() throws Exception {
        files("b/3.mp3");
        assertEquals(
                List.of("FOLDERS", "done gone/ below", "[b/3.mp3]", "done b/ with []", "[] end"),
                steps(at(Place.folder("gone/"), Place.folder("b/")), null));
    }

    @Test
    void moves_are_told_before_anything_is_listed() throws Exception {
        files("b/3.mp3", "z/1.mp3");
        assertEquals(
                List.of(
                        "FOLDERS",
                        "moved a/ to z/",
                        "[b/3.mp3]",
                        "done b/ with []",
                        "[z/1.mp3]",
                        "done z/ below",
                        "[] end"),
                steps(at(Place.folder("b/"), new Place("z/", true, "a/")), null));
    }

    @Test
    void pages_come_for_as_long_as_more_are_wanted() throws Exception {
        files("1.mp3", "2.mp3", "3.mp3", "4.mp3", "5.mp3");
        source.pageSize(1);
        var taken = new ArrayList<String>();
        try (var listing = listing(Look.ALL)) {
            listing.open(null);
            listing.next(step -> taken.add(words(step)) && taken.size() < 2);
            assertEquals(List.of("[1.mp3]", "[2.mp3]"), taken);
            listing.next(step -> taken.add(words(step)));
        }
        assertEquals(List.of("[1.mp3]", "[2.mp3]", "[3.mp3]", "[4.mp3]", "[5.mp3] end"), taken);
    }

    @Test
    void what_a_folder_skipped_is_told_at_the_end() throws Exception {
        files("a/1.mp3", "a/x/2.mp3");
        source.skip(new Listing.Skipped("a/x/", "a/x", "not permitted"));
        var steps = steps(at(Place.below("a/")), null);
        assertEquals("[a/x/] end", steps.get(steps.size() - 1));
    }

    @Test
    void a_source_that_tells_what_changed_is_asked_for_that_rather_than_for_folders() throws Exception {
        source.traits(FakeStorageProvider.LIKE_A_CLOUD_DRIVE);
        files("a/1.mp3");
        steps(Look.ALL, null);
        var begin = cursor;
        assertEquals("CHANGES", steps(at(Place.folder("")), begin).get(0));
        assertEquals("FULL", steps(at(Place.folder("")), null).get(0));
        source.expireCursors();
        assertEquals("FULL", steps(Look.ALL, begin).get(0));
    }

    @Test
    void a_listing_of_changes_that_expires_midway_begins_anew_with_everything() throws Exception {
        source.traits(FakeStorageProvider.LIKE_A_CLOUD_DRIVE).pageSize(1);
        files("a/1.mp3");
        steps(Look.ALL, null);
        files("a/2.mp3", "a/3.mp3", "a/4.mp3");
        source.expireListingAfter(1);
        var kinds = steps(Look.ALL, cursor).stream()
                .filter(step -> step.equals("CHANGES") || step.equals("FULL"))
                .toList();
        assertEquals(List.of("CHANGES", "FULL"), kinds);
    }

    @Test
    void a_folder_that_somebody_asks_for_and_whose_id_is_another_is_looked_for_in_everything() throws Exception {
        files("a b/1.mp3");
        assertEquals(List.of("FOLDERS", "FULL", "[a b/1.mp3] end"), steps(Look.folder("a b"), null));
    }

    @Test
    void a_place_that_takes_back_what_its_kind_declares_is_listed_whole() throws Exception {
        files("a/1.mp3");
        source.traitsHere(SourceTraits.NONE);
        assertEquals("FULL", steps(at(Place.folder("a/")), null).get(0));
    }

    @Test
    void a_source_that_is_not_there_is_no_folder_that_is_gone() {
        files("a/1.mp3");
        source.unavailable("unplugged");
        var failed = assertThrows(SourceException.class, () -> steps(at(Place.folder("a/")), null));
        assertEquals(SourceException.UNAVAILABLE, failed.code());
    }
}
