package org.musicplatform.hosts.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.library.AlbumFilter;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.AlbumQuery;
import org.musicplatform.core.api.library.AlbumSort;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.library.Folder;
import org.musicplatform.core.api.library.FolderEntry;
import org.musicplatform.core.api.library.FolderId;
import org.musicplatform.core.api.library.Genre;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.NameOrder;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackOrder;
import org.musicplatform.core.api.library.TrackQuery;
import org.musicplatform.core.api.library.TrackSort;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.api.source.SourceStatus;

/** Commands that browse. */
class ListCommandsTest extends CommandRunner {

    private static final SourceId SOURCE = new SourceId(1);

    @BeforeEach
    void a_library() {
        core.answer("tracks", new Page<>(List.of(CommandsTest.track("Regen")), "more"));
        core.answer("albums", new Page<>(List.of(), null));
        core.answer("genres", new Page<>(List.of(new Genre("Jazz", 12)), null));
        core.answer("artists", new Page<>(List.of(), null));
        var account = new SourceAccount(SOURCE, "local", "/music", "music");
        core.answer("list", List.of(new SourceStatus(account, SourceState.READY, "", 3, 0, 0, Instant.EPOCH)));
        core.answer("folder", new Folder(new FolderId(5), new FolderId(1), SOURCE, "abba", "abba", 1, 3));
    }

    private void assertAsked(Object query) {
        String last = core.calls.get(core.calls.size() - 1);
        assertTrue(last.contains(query.toString()), () -> query + " is not in " + core.calls);
    }

    @Test
    void tracks_are_asked_for_with_all_filters_in_the_order_that_is_named() {
        assertEquals(
                0,
                run("tracks --album al7 --artist ar3 --genre Jazz --from-year 1990 --to-year 1999 --in-source s1"
                        .split(" ")));
        var filter = TrackFilter.ALL
                .withAlbum(new AlbumId(7))
                .withArtist(new ArtistId(3))
                .withGenre("Jazz")
                .withYears(1990, 1999)
                .withSource(SOURCE);
        assertAsked(new TrackQuery(filter, TrackOrder.by(TrackSort.ALBUM)));
        assertEquals(0, run("tracks --format flac --rating 4 --played --favourite --sort rating --desc".split(" ")));
        filter = TrackFilter.ALL
                .withFormat("flac")
                .withMinRating(4)
                .withPlayed(true)
                .withFavourite(true);
        assertAsked(new TrackQuery(filter, TrackOrder.by(TrackSort.RATING).reversed()));
        assertEquals(0, run("tracks --no-played --missing --sort RANDOM --seed 7".split(" ")));
        filter = TrackFilter.ALL.withPlayed(false).withMissing(true);
        assertAsked(new TrackQuery(filter, TrackOrder.random(7)));
        assertEquals(0, run("tracks"));
        assertAsked(new TrackQuery(TrackFilter.ALL, TrackOrder.by(TrackSort.TITLE)));
        assertTrue(err().contains("More with: --after more"), this::err);
    }

    @Test
    void a_folder_is_named_by_its_id_its_path_or_where_it_is_on_disk() {
        var filter = TrackFilter.ALL.withFolder(new FolderId(5));
        for (String folder : List.of("fo5", "abba", "abba/", "/music/abba")) {
            assertEquals(0, run("tracks", "--folder", folder));
            assertAsked(new TrackQuery(filter, TrackOrder.by(TrackSort.TITLE)));
            String asked = folder.equals("fo5") ? "folder[fo5]" : "folder[s1, abba]";
            assertTrue(core.calls.contains(asked), core.calls::toString);
            core.calls.clear();
        }
        core.fail("folder", new LibraryException(LibraryException.NOT_FOUND, false, "none", null));
        assertEquals(1, run("tracks", "--folder", "nowhere"));
        assertTrue(err().contains("There is no folder nowhere"), this::err);
    }

    @Test
    void what_cannot_be_asked_for_is_said() {
        for (String wrong : List.of(
                "tracks --sort loudness",
                "tracks --rating 6",
                "tracks --from-year 2000 --to-year 1990",
                "tracks --in-source music",
                "albums --sort played",
                "albums --from-year nineteen")) {
            assertEquals(2, run(wrong.split(" ")), wrong);
        }
        assertTrue(err().contains("--rating must be 1 to 5, not 6"), this::err);
        assertTrue(err().contains("--from-year 2000 is after --to-year 1990"), this::err);
        assertTrue(err().contains("'music' is not the id of a source (s1)"), this::err);
    }

    @Test
    void albums_and_names_are_asked_for_in_an_order() {
        assertEquals(0, run("albums --genre Jazz --sort year --desc".split(" ")));
        assertAsked(new AlbumQuery(AlbumFilter.ALL.withGenre("Jazz"), AlbumSort.YEAR).reversed());
        assertTrue(err().contains("Nothing fits."), this::err);
        assertEquals(0, run("albums"));
        assertAsked(new AlbumQuery(AlbumFilter.ALL, AlbumSort.TITLE));
        assertTrue(err().contains("Index a folder first"), this::err);
        assertEquals(0, run("genres", "--most", "--limit", "3"));
        assertAsked(List.of(NameOrder.MOST_TRACKS, PageRequest.first(3)));
        assertTrue(out().contains("Jazz  12 tracks"), this::out);
        assertEquals(0, run("--json", "genres"));
        assertTrue(out().endsWith("{\"genres\":[{\"name\":\"Jazz\",\"tracks\":12}],\"next\":null}\n"), this::out);
        assertEquals(0, run("artists", "--most"));
        assertAsked(NameOrder.MOST_TRACKS);
    }

    @Test
    void folders_are_browsed_from_where_the_sources_are() {
        var root = new Folder(new FolderId(1), null, SOURCE, "", "music", 1, 3);
        core.answer("folders", new Page<>(List.of(root), null));
        assertEquals(0, run("folder"));
        assertEquals("fo1  /music  3 files\n", out());
        assertEquals(0, run("--json", "folder"));
        assertTrue(
                out().endsWith("{\"folders\":[{\"id\":\"fo1\",\"source\":\"s1\",\"path\":\"\",\"name\":\"music\","
                        + "\"parent\":null,\"folders\":1,\"files\":3}],\"next\":null}\n"),
                this::out);
    }

    @Test
    void what_is_in_a_folder_is_shown_also_before_its_tags_are_read() {
        var below = new Folder(new FolderId(6), new FolderId(5), SOURCE, "abba/gold", "gold", 0, 2);
        var read = new FolderEntry.File(new FileId(8), "1.mp3", 100, FileState.READY, "", CommandsTest.track("Regen"));
        var unread = new FolderEntry.File(new FileId(9), "2.mp3", 50, FileState.QUEUED, "", null);
        core.answer(
                "entries",
                new Page<>(
                        List.of(
                                new FolderEntry(below, null),
                                new FolderEntry(null, read),
                                new FolderEntry(null, unread)),
                        null));
        assertEquals(0, run("folder", "abba"));
        assertEquals("fo6  gold/  2 files\nt42  1.mp3  Regen\nf9   2.mp3  queued\n", out());
        assertEquals(0, run("--json", "folder", "fo5"));
        assertTrue(
                out().contains("{\"id\":\"f9\",\"name\":\"2.mp3\",\"size\":50,\"state\":\"QUEUED\",\"reason\":null,"
                        + "\"track\":null,\"title\":null}"),
                this::out);
    }
}
