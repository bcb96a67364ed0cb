package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.LibraryReplaced;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.PlaylistService;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.library.database.Connections;

/** What stands in for a library that cannot be opened, and the ways back. */
@Timeout(60)
class KeeperTest {

    private static final int TRACKS = 400;

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private final List<CoreEvent> told = Collections.synchronizedList(new ArrayList<>());
    private Path file;
    private Path backup;
    private LibraryKeeper keeper;

    @BeforeAll
    static void makeALibrary() {
        try (var lib = new Lib(made)) {
            var files = new HashMap<String, Map<TagField, List<String>>>();
            for (int i = 0; i < TRACKS; i++) {
                files.put(
                        i + ".mp3",
                        Lib.tags(
                                TagField.TITLE,
                                "Song " + i,
                                TagField.ARTIST,
                                "Ella " + i % 20,
                                TagField.ALBUM,
                                "Album " + i % 40));
            }
            lib.scan(files);
            var tracks = lib.tracks().items();
            for (var track : tracks.subList(0, 50)) {
                lib.engine.rate(track.id(), 4).join();
            }
            lib.engine.notePlay(tracks.get(0).id(), Instant.EPOCH, Duration.ofMinutes(3));
            var list = lib.engine.create("Best").join().id();
            lib.engine
                    .add(list, tracks.subList(0, 10).stream().map(Track::id).toList(), null)
                    .join();
            lib.engine.backup(made.resolve("backup.db")).join();
            lib.engine.rate(tracks.get(0).id(), 5).join();
        }
    }

    @BeforeEach
    void copyIt() throws IOException {
        file = Files.copy(made.resolve("library.db"), folder.resolve("library.db"));
        backup = Files.copy(made.resolve("backup.db"), folder.resolve("backup.db"));
    }

    @AfterEach
    void close() {
        if (keeper != null) {
            keeper.close();
        }
    }

    private void keep() {
        keeper = new LibraryKeeper(file, Clock.systemUTC(), told::add);
    }

    private LibraryService library() {
        return (LibraryService) keeper.service();
    }

    private List<Track> tracks() {
        return library()
                .tracks(TrackFilter.ALL, PageRequest.first(1_000))
                .join()
                .items();
    }

    private static LibraryException failure(CompletableFuture<?> future) {
        return (LibraryException)
                assertThrows(CompletionException.class, future::join).getCause();
    }

    private void overwrite(long at, int length) throws Exception {
        var garbage = new byte[length];
        new Random(7).nextBytes(garbage);
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(at);
            out.write(garbage);
        }
    }

    @Test
    void whoever_asks_a_damaged_library_is_told_why_and_a_backup_brings_it_back() throws Exception {
        overwrite(0, 4096);
        var bytes = Files.readAllBytes(file);
        keep();
        assertEquals(LibraryException.DAMAGED, failure(library().counts()).code());
        assertEquals(
                LibraryException.DAMAGED,
                failure(((PlaylistService) keeper.service()).list()).code());
        var writer = (LibraryWriter) keeper.service();
        assertEquals(
                LibraryException.DAMAGED,
                assertThrows(LibraryException.class, writer::sources).code());
        assertEquals(library(), library());

        var replaced = library().restore(backup).join();
        assertEquals(TRACKS, tracks().size());
        assertEquals(1, writer.sources().size(), "what was handed out before goes on");
        assertArrayEquals(bytes, Files.readAllBytes(Path.of(replaced.aside())));
        assertInstanceOf(LibraryReplaced.class, told.get(told.size() - 1));
        keeper.close();
        keep();
        assertEquals(TRACKS, tracks().size());
        assertTrue(Files.exists(Path.of(replaced.aside())), "nobody but a person deletes it");
    }

    @Test
    void a_bad_backup_leaves_the_damaged_library_as_it_is() throws Exception {
        overwrite(0, 4096);
        var bytes = Files.readAllBytes(file);
        keep();
        var letter = Files.writeString(folder.resolve("letter.db"), "Dear aunt, ".repeat(100));
        assertEquals(
                LibraryException.DAMAGED, failure(library().restore(letter)).code());
        assertArrayEquals(bytes, Files.readAllBytes(file));
        assertEquals(LibraryException.DAMAGED, failure(library().counts()).code());
    }

    @Test
    void a_library_without_its_header_is_salvaged_whole() throws Exception {
        overwrite(0, 100);
        keep();
        var replaced = library().salvage().join();
        assertWhole(50);
        assertTrue(replaced.notes().contains("400 tracks were taken over."), replaced::toString);
        assertTrue(replaced.notes().get(replaced.notes().size() - 1).contains("Index your sources"));
        assertEquals(
                5,
                tracks().stream().mapToInt(t -> t.annotation().rating()).max().orElse(0));
    }

    private void assertWhole(int rated) {
        var tracks = tracks();
        assertEquals(TRACKS, tracks.size());
        assertEquals(
                rated, tracks.stream().filter(t -> t.annotation().rating() > 0).count());
        assertEquals(1, library().history(PageRequest.FIRST).join().items().size());
        var playlists = (PlaylistService) keeper.service();
        var list = playlists.list().join().get(0);
        assertEquals("Best", list.name());
        assertEquals(
                10,
                playlists.entries(list.id(), PageRequest.FIRST).join().items().size());
        assertEquals(
                "Song 7",
                library()
                        .search("song 7", SearchLimits.DEFAULT)
                        .join()
                        .tracks()
                        .get(0)
                        .title());
        assertEquals(20, library().artists(PageRequest.FIRST).join().items().size());
        assertEquals(List.of(), library().check().join());
    }

    @Test
    void pages_of_garbage_cost_what_was_on_them_and_no_more() throws Exception {
        var harmed = new HashSet<Long>();
        try (var sql = new Connections(file).reading()) {
            // a page in the middle of the tracks, one of the ratings' index, and one of what search knows
            harmed.addAll(pagesOf(sql, "track").subList(3, 4));
            harmed.addAll(pagesOf(sql, "annotation_rating").subList(0, 1));
            harmed.addAll(pagesOf(sql, "track_search_data").subList(1, 2));
        }
        for (long page : harmed) {
            overwrite((page - 1) * 4096, 4096);
        }
        Files.createFile(folder.resolve("library.db.open"));
        keep();
        assertEquals(LibraryException.DAMAGED, failure(library().counts()).code());
        var replaced = library().salvage().join();
        assertTrue(
                replaced.notes().stream()
                        .anyMatch(note -> note.endsWith("tracks were taken over; others could not be read.")),
                replaced::toString);
        var tracks = tracks();
        assertTrue(tracks.size() > TRACKS * 3 / 4 && tracks.size() < TRACKS, tracks.size() + " tracks");
        assertEquals(List.of(), library().check().join());
        var rated = tracks.stream().filter(t -> t.annotation().rating() > 0).count();
        assertTrue(rated > 10, rated + " ratings");
        assertEquals(1, ((PlaylistService) keeper.service()).list().join().size());
        library().rate(tracks.get(0).id(), 3).join();
    }

    private static List<Long> pagesOf(org.musicplatform.core.library.database.Sql sql, String name) throws Exception {
        return sql.list(
                "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno",
                row -> row.getLong(1),
                name);
    }

    @Test
    void of_a_file_with_nothing_to_read_there_is_a_new_library() throws Exception {
        overwrite(0, (int) Files.size(file));
        keep();
        var replaced = library().salvage().join();
        assertTrue(replaced.notes().get(0).startsWith("Nothing of the library could be read"), replaced::toString);
        assertEquals(0, tracks().size());
        assertEquals(List.of(), library().check().join());
    }

    @Test
    void an_order_to_begin_anew_does() throws Exception {
        Files.write(file, new byte[0]);
        keep();
        var replaced = library().beginAnew().join();
        assertEquals(0, tracks().size());
        assertEquals(0, Files.size(Path.of(replaced.aside())));
        assertTrue(library().revision().join() > 0);
    }

    @Test
    void an_open_library_is_salvaged_and_begun_anew_too() {
        keep();
        assertInstanceOf(LibraryEngine.class, keeper.service());
        library().salvage().join();
        assertWhole(50);
        library().beginAnew().join();
        assertEquals(0, tracks().size());
    }

    @Test
    void a_library_that_was_in_use_is_opened_when_it_is_free() {
        var other = new LibraryEngine(file, Clock.systemUTC(), event -> {});
        keep();
        assertEquals(LibraryException.IN_USE, failure(library().counts()).code());
        assertEquals(LibraryException.IN_USE, failure(library().restore(backup)).code());
        other.close();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try {
                assertEquals(TRACKS, tracks().size());
                return;
            } catch (CompletionException e) {
                assertEquals(LibraryException.IN_USE, ((LibraryException) e.getCause()).code());
                assertTrue(System.nanoTime() < end, "it stays closed");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }
}
