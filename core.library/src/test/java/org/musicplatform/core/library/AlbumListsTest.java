package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.musicplatform.core.api.metadata.TagField.ALBUM;
import static org.musicplatform.core.api.metadata.TagField.ALBUM_ARTIST;
import static org.musicplatform.core.api.metadata.TagField.ARTIST;
import static org.musicplatform.core.api.metadata.TagField.DATE;
import static org.musicplatform.core.api.metadata.TagField.GENRE;
import static org.musicplatform.core.api.metadata.TagField.TITLE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.Album;
import org.musicplatform.core.api.library.AlbumFilter;
import org.musicplatform.core.api.library.AlbumQuery;
import org.musicplatform.core.api.library.AlbumSort;
import org.musicplatform.core.api.library.Artist;
import org.musicplatform.core.api.library.Genre;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.NameOrder;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.metadata.TagField;

/** Lists of albums, artists and genres. */
class AlbumListsTest {

    @TempDir
    Path folder;

    private Lib lib;
    private final Map<String, Map<TagField, List<String>>> files = new LinkedHashMap<>();

    @BeforeEach
    void open() {
        lib = new Lib(folder);
        album("1", "The Zoo", "Ella", "1999", "Jazz", 2);
        album("2", "Animals", "The Beatles", "1970", "Rock|Pop", 3);
        album("3", "animals", "ella", null, "jazz", 2);
        album("4", "Nobody", null, "1999", "Rock", 2);
        lib.scan(files);
    }

    @AfterEach
    void close() {
        lib.close();
    }

    private void album(String folder, String title, String artist, String year, String genre, int tracks) {
        for (int i = 0; i < tracks; i++) {
            var tags = new ArrayList<Object>(List.of(TITLE, "T" + i, ALBUM, title, GENRE, genre));
            if (artist != null) {
                tags.addAll(List.of(ARTIST, artist, ALBUM_ARTIST, artist));
            }
            if (year != null) {
                tags.addAll(List.of(DATE, year));
            }
            files.put(folder + "/" + i + ".mp3", Lib.tags(tags.toArray()));
        }
    }

    private static <T> List<T> all(Function<PageRequest, Page<T>> ask) {
        var all = new ArrayList<T>();
        String after = null;
        do {
            var page = ask.apply(new PageRequest(1, after));
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    private List<String> titles(AlbumQuery query) {
        return all(page -> lib.engine.albums(query, page).join()).stream()
                .map(Album::title)
                .toList();
    }

    private List<String> titles(AlbumSort sort, boolean descending) {
        return titles(new AlbumQuery(AlbumFilter.ALL, sort, descending, 0));
    }

    @Test
    void albums_are_listed_in_every_order_what_lacks_a_value_last() {
        assertEquals(List.of("Animals", "animals", "Nobody", "The Zoo"), titles(AlbumSort.TITLE, false));
        assertEquals(List.of("The Zoo", "Nobody", "animals", "Animals"), titles(AlbumSort.TITLE, true));
        assertEquals(List.of("Animals", "animals", "The Zoo", "Nobody"), titles(AlbumSort.ARTIST, false));
        assertEquals(List.of("The Zoo", "animals", "Animals", "Nobody"), titles(AlbumSort.ARTIST, true));
        assertEquals(List.of("Animals", "The Zoo", "Nobody", "animals"), titles(AlbumSort.YEAR, false));
        assertEquals(List.of("Nobody", "The Zoo", "Animals", "animals"), titles(AlbumSort.YEAR, true));
        assertEquals(List.of("The Zoo", "Animals", "animals", "Nobody"), titles(AlbumSort.ADDED, false));
    }

    @Test
    void albums_come_by_chance_each_once_and_the_same_for_the_same_seed() {
        var orders = new HashSet<List<String>>();
        for (int seed = 0; seed < 20; seed++) {
            var query = new AlbumQuery(AlbumFilter.ALL, AlbumSort.RANDOM, false, seed);
            var titles = titles(query);
            assertEquals(4, new HashSet<>(titles).size());
            assertEquals(titles, titles(query));
            orders.add(titles);
        }
        assertNotEquals(1, orders.size());
    }

    @Test
    void albums_are_filtered_by_artist_genre_and_years() {
        var artists = lib.engine.artists(PageRequest.FIRST).join().items();
        var ella = artists.stream()
                .filter(artist -> artist.name().equals("Ella"))
                .findFirst()
                .orElseThrow();
        for (AlbumSort sort : AlbumSort.values()) {
            Function<AlbumFilter, HashSet<String>> found =
                    filter -> new HashSet<>(titles(new AlbumQuery(filter, sort)));
            assertEquals(2, found.apply(AlbumFilter.ALL.withArtist(ella.id())).size());
            assertEquals(2, found.apply(AlbumFilter.ALL.withGenre("JAZZ")).size());
            assertEquals(0, found.apply(AlbumFilter.ALL.withGenre("Metal")).size());
            assertEquals(2, found.apply(AlbumFilter.ALL.withYears(1980, null)).size());
            assertEquals(1, found.apply(AlbumFilter.ALL.withYears(null, 1980)).size());
            assertEquals(
                    1,
                    found.apply(AlbumFilter.ALL.withGenre("rock").withYears(1990, 1999))
                            .size());
        }
    }

    @Test
    void artists_and_genres_are_listed_by_name_or_by_how_much_there_is() {
        Function<NameOrder, List<String>> artists =
                order -> all(page -> lib.engine.artists(order, page).join()).stream()
                        .map(Artist::name)
                        .toList();
        assertEquals(List.of("The Beatles", "Ella"), artists.apply(NameOrder.BY_NAME));
        assertEquals(List.of("Ella", "The Beatles"), artists.apply(new NameOrder(NameOrder.Sort.NAME, true)));
        assertEquals(List.of("Ella", "The Beatles"), artists.apply(NameOrder.MOST_TRACKS));
        Function<NameOrder, List<Genre>> genres =
                order -> all(page -> lib.engine.genres(order, page).join());
        assertEquals(
                List.of(new Genre("Jazz", 4), new Genre("Pop", 3), new Genre("Rock", 5)),
                genres.apply(NameOrder.BY_NAME));
        assertEquals("Rock", genres.apply(NameOrder.MOST_TRACKS).get(0).name());
    }

    @Test
    void what_is_gone_is_not_listed() {
        files.keySet().removeIf(path -> path.startsWith("2/"));
        lib.scan(files);
        assertEquals(List.of("animals", "Nobody", "The Zoo"), titles(AlbumSort.TITLE, false));
        assertEquals(
                List.of(new Genre("Jazz", 4), new Genre("Rock", 2)),
                lib.engine.genres(NameOrder.BY_NAME, PageRequest.FIRST).join().items());
        assertEquals(1, lib.engine.artists(PageRequest.FIRST).join().items().size());
    }

    @Test
    void cursors_of_other_lists_are_refused() {
        var next = new PageRequest(
                1,
                lib.engine.albums(AlbumFilter.ALL, PageRequest.first(1)).join().next());
        for (Runnable other : List.<Runnable>of(
                () -> lib.engine
                        .albums(AlbumFilter.ALL.withYears(1990, null), next)
                        .join(),
                () -> lib.engine
                        .albums(new AlbumQuery(AlbumFilter.ALL, AlbumSort.RANDOM), next)
                        .join(),
                () -> lib.engine.artists(next).join(),
                () -> lib.engine.genres(NameOrder.BY_NAME, next).join())) {
            var refused = assertThrows(CompletionException.class, other::run);
            assertEquals(LibraryException.BAD_CURSOR, ((LibraryException) refused.getCause()).code());
        }
    }
}
