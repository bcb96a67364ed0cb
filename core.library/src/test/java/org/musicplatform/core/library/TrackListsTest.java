package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.FolderId;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.ListenerId;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.TrackOrder;
import org.musicplatform.core.api.library.TrackQuery;
import org.musicplatform.core.api.library.TrackSort;
import org.musicplatform.core.api.library.YearRange;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.source.SourceId;

/** Lists of tracks in every order, with every filter, page by page. */
class TrackListsTest {

    private static final long SEED = 11;

    @TempDir
    static Path folder;

    private static Lib lib;
    private static Shelf shelf;

    @BeforeAll
    static void open() {
        lib = new Lib(folder);
        shelf = new Shelf(lib, new Random(SEED));
    }

    @AfterAll
    static void close() {
        lib.close();
    }

    private static List<TrackId> listed(TrackFilter filter, TrackOrder order, int limit) {
        var ids = new ArrayList<TrackId>();
        String after = null;
        do {
            var page = lib.engine
                    .tracks(new TrackQuery(filter, order), new PageRequest(limit, after))
                    .join();
            page.items().forEach(track -> ids.add(track.id()));
            after = page.next();
            assertTrue(after == null || page.items().size() == limit, "a page is full when another one follows");
        } while (after != null);
        return ids;
    }

    private static void check(TrackFilter filter, TrackOrder order) {
        int limit = 9 + shelf.random().nextInt(50);
        assertEquals(
                shelf.expected(filter, order),
                listed(filter, order, limit),
                () -> filter + " " + order + " by pages of " + limit + ", seed " + SEED);
    }

    private static List<TrackOrder> orders() {
        var orders = new ArrayList<TrackOrder>();
        for (TrackSort sort : TrackSort.values()) {
            if (sort != TrackSort.RANDOM) {
                orders.add(TrackOrder.by(sort));
                orders.add(TrackOrder.by(sort).reversed());
            }
        }
        return orders;
    }

    private static TrackFilter with(TrackFilter filter, int what) {
        var all = shelf.all();
        var any = all.get(shelf.random().nextInt(all.size()));
        var file = any.files().get(0);
        var album = any.track().album();
        return switch (what) {
            case 0 -> filter.withAlbum(album == null ? null : album.id());
            case 1 ->
                filter.withArtist(
                        any.artists().isEmpty() ? null : any.artists().get(0).artist());
            case 2 -> filter.withGenre(shelf.random().nextBoolean() ? "JAZZ" : "Rock");
            case 3 -> filter.withYears(1991, shelf.random().nextBoolean() ? null : 1993);
            case 4 -> filter.withSource(file.file().source().id());
            case 5 ->
                filter.withFolder(lib.engine
                        .folder(
                                file.file().source().id(),
                                file.path().substring(0, file.path().indexOf('/')))
                        .join()
                        .id());
            case 6 -> filter.withFormat(shelf.random().nextBoolean() ? "flac" : "Mp3");
            case 7 -> filter.withMinRating(1 + shelf.random().nextInt(3));
            case 8 -> filter.withPlayed(shelf.random().nextBoolean());
            case 9 -> filter.withFavourite(shelf.random().nextBoolean());
            default -> filter.withMissing(true);
        };
    }

    @Test
    void every_order_has_ties_in_the_order_of_ids_and_what_lacks_a_value_last() {
        for (TrackOrder order : orders()) {
            check(TrackFilter.ALL, order);
        }
    }

    @Test
    void each_filter_restricts_every_order() {
        for (int what = 0; what <= 10; what++) {
            for (TrackOrder order : orders()) {
                check(with(TrackFilter.ALL, what), order);
            }
        }
    }

    @Test
    void filters_combine() {
        var orders = orders();
        for (int i = 0; i < 100; i++) {
            var filter = TrackFilter.ALL;
            for (int more = 2 + shelf.random().nextInt(3); more > 0; more--) {
                filter = with(filter, shelf.random().nextInt(11));
            }
            check(filter, orders.get(shelf.random().nextInt(orders.size())));
        }
    }

    @Test
    void an_order_by_chance_holds_each_track_once_and_is_the_same_for_the_same_seed() {
        var filters = new ArrayList<>(List.of(TrackFilter.ALL));
        for (int what = 0; what <= 10; what++) {
            filters.add(with(TrackFilter.ALL, what));
        }
        for (TrackFilter filter : filters) {
            var expected = shelf.expected(filter, TrackOrder.by(TrackSort.ADDED));
            var first = listed(filter, TrackOrder.random(5), 7);
            assertEquals(expected.size(), first.size(), filter::toString);
            assertEquals(new HashSet<>(expected), new HashSet<>(first), filter::toString);
            assertEquals(first, listed(filter, TrackOrder.random(5), 30));
            var backwards = listed(filter, TrackOrder.random(5).reversed(), 11);
            Collections.reverse(backwards);
            assertEquals(first, backwards);
        }
        assertNotEquals(
                listed(TrackFilter.ALL, TrackOrder.random(5), 50), listed(TrackFilter.ALL, TrackOrder.random(6), 50));
    }

    @Test
    void what_is_left_of_an_order_by_chance_keeps_its_order_under_a_filter() {
        var all = listed(TrackFilter.ALL, TrackOrder.random(3), 50);
        var some = listed(TrackFilter.ALL.withGenre("jazz"), TrackOrder.random(3), 50);
        assertEquals(all.stream().filter(some::contains).toList(), some);
    }

    @Test
    void a_cursor_goes_on_in_its_own_list_only() {
        var page = PageRequest.first(3);
        var query = new TrackQuery(TrackFilter.ALL.withGenre("Rock"), TrackOrder.by(TrackSort.TITLE));
        var next = new PageRequest(3, lib.engine.tracks(query, page).join().next());
        assertEquals(3, lib.engine.tracks(query, next).join().items().size());
        for (TrackQuery other : List.of(
                new TrackQuery(query.filter(), query.order().reversed()),
                new TrackQuery(query.filter(), TrackOrder.by(TrackSort.ALBUM)),
                new TrackQuery(query.filter(), TrackOrder.random(0)),
                new TrackQuery(TrackFilter.ALL, query.order()))) {
            assertRefused(() -> lib.engine.tracks(other, next).join());
        }
        assertRefused(() -> lib.engine.artists(next).join());
        assertRefused(
                () -> lib.engine.tracks(query, new PageRequest(3, "nonsense")).join());
        var chance = new TrackQuery(TrackFilter.ALL, TrackOrder.random(1));
        var after = new PageRequest(3, lib.engine.tracks(chance, page).join().next());
        assertRefused(() -> lib.engine
                .tracks(new TrackQuery(TrackFilter.ALL, TrackOrder.random(2)), after)
                .join());
    }

    private static void assertRefused(Runnable question) {
        assertEquals(LibraryException.BAD_CURSOR, failure(question).code());
    }

    private static LibraryException failure(Runnable question) {
        return (LibraryException)
                assertThrows(CompletionException.class, question::run).getCause();
    }

    @Test
    void what_is_asked_for_and_is_not_there_is_named() {
        for (var filter : Map.of(
                        "album al999", TrackFilter.ALL.withAlbum(new AlbumId(999)),
                        "artist ar999", TrackFilter.ALL.withArtist(new ArtistId(999)),
                        "folder fo999", TrackFilter.ALL.withFolder(new FolderId(999)),
                        "source s999", TrackFilter.ALL.withSource(new SourceId(999)))
                .entrySet()) {
            var failure = failure(() ->
                    lib.engine.tracks(filter.getValue(), PageRequest.FIRST).join());
            assertEquals(LibraryException.NOT_FOUND, failure.code());
            assertTrue(failure.getMessage().contains(filter.getKey()), failure::getMessage);
        }
        var stranger = new TrackQuery(TrackFilter.ALL, TrackOrder.by(TrackSort.PLAYED), new ListenerId(9));
        assertTrue(failure(() -> lib.engine.tracks(stranger, PageRequest.FIRST).join())
                .getMessage()
                .contains("listener li9"));
        assertThrows(IllegalArgumentException.class, () -> new YearRange(2001, 2000));
        assertThrows(IllegalArgumentException.class, () -> TrackFilter.ALL.withMinRating(6));
        for (TrackSort sort : TrackSort.values()) {
            var order = TrackOrder.by(sort);
            assertEquals(List.of(), listed(TrackFilter.ALL.withGenre("no such genre"), order, 5));
            assertEquals(List.of(), listed(TrackFilter.ALL.withFormat("no such format"), order, 5));
        }
    }

    @Test
    void the_short_form_lists_an_album_in_its_order_and_others_by_title() {
        var album = lib.albums().get(0).id();
        var ofAlbum = TrackFilter.ALL.withAlbum(album);
        assertEquals(
                shelf.expected(ofAlbum, TrackOrder.by(TrackSort.ALBUM)),
                lib.engine.tracks(ofAlbum, PageRequest.first(500)).join().items().stream()
                        .map(Track::id)
                        .toList());
        assertEquals(
                shelf.expected(TrackFilter.ALL, TrackOrder.by(TrackSort.TITLE)),
                lib.tracks().items().stream().map(Track::id).toList());
    }

    @Test
    void pages_go_on_where_they_ended_when_tracks_come_and_go_meanwhile(@TempDir Path dir) {
        try (var own = new Lib(dir)) {
            var files = new HashMap<String, Map<TagField, List<String>>>();
            for (int i = 0; i < 60; i++) {
                files.put(i + ".mp3", Lib.tags(TagField.TITLE, "T" + i % 20, TagField.ARTIST, "A" + i % 3));
            }
            own.scan(files);
            var orders = List.of(
                    TrackOrder.by(TrackSort.TITLE),
                    TrackOrder.by(TrackSort.ARTIST).reversed(),
                    TrackOrder.by(TrackSort.YEAR),
                    TrackOrder.random(4));
            for (int i = 0; i < orders.size(); i++) {
                pagesGoOn(own, files, orders.get(i), i);
            }
        }
    }

    private static void pagesGoOn(
            Lib own, Map<String, Map<TagField, List<String>>> files, TrackOrder order, int number) {
        var query = new TrackQuery(TrackFilter.ALL, order);
        var stay = new HashSet<>(ids(own));
        var seen = new ArrayList<TrackId>();
        String after = null;
        int round = 0;
        do {
            var page = own.engine.tracks(query, new PageRequest(17, after)).join();
            page.items().forEach(track -> seen.add(track.id()));
            after = page.next();
            files.remove(10 * number + round + ".mp3");
            files.put(number + "-" + round + ".mp3", Lib.tags(TagField.TITLE, "T" + round, TagField.ARTIST, "A1"));
            own.scan(files);
            round++;
        } while (after != null);
        assertTrue(round >= 4);
        assertEquals(seen.size(), new HashSet<>(seen).size(), "none twice");
        stay.retainAll(ids(own));
        assertTrue(seen.containsAll(stay), "none that stays is left out");
    }

    private static List<TrackId> ids(Lib own) {
        return own.tracks().items().stream().map(Track::id).toList();
    }
}
