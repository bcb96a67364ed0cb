package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.musicplatform.core.api.metadata.TagField.ARTIST;
import static org.musicplatform.core.api.metadata.TagField.COMMENT;
import static org.musicplatform.core.api.metadata.TagField.TITLE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.event.DuplicatesFound;
import org.musicplatform.core.api.library.Decision;
import org.musicplatform.core.api.library.Duplicate;
import org.musicplatform.core.api.library.DuplicateId;
import org.musicplatform.core.api.library.DuplicatePolicy;
import org.musicplatform.core.api.library.Explanation;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.ingest.LibraryWriter.Hasher;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Listing;

/** Files that hold the same bytes and are different tracks: they are found, and the policy says what becomes of them. */
@Timeout(120)
class DuplicatesTest {

    @TempDir
    Path folder;

    private final Map<String, Stored> here = new TreeMap<>();
    private final Map<String, Stored> afar = new TreeMap<>();
    private final List<String> read = new ArrayList<>(); // paths and kinds
    private int mayRead = Integer.MAX_VALUE; // so many more
    private Lib lib;
    private SourceAccount cloud;

    @BeforeEach
    void open() {
        lib = new Lib(folder);
        cloud = lib.engine.addSource("cloud", "me", "Cloud");
        here.put("stays.mp3", new Stored("something else", 1, null));
        afar.put("stays.mp3", new Stored("something of the cloud", 1, null));
    }

    @AfterEach
    void sound() {
        assertEquals(List.of(), lib.engine.check().join());
        lib.close();
    }

    /**
     * A file.
     *
     * @param bytes what it holds; what stands before the first dash is its title
     * @param told the kind of hash that its source tells, or null
     */
    private record Stored(String bytes, long modified, String told) {

        SourceItem item(String path) {
            String hash = told == null ? null : told + ":" + bytes;
            var version = new ItemVersion(bytes.length(), Instant.ofEpochSecond(modified), null, hash);
            int slash = path.lastIndexOf('/');
            return SourceItem.file(path, path.substring(slash + 1), path.substring(0, Math.max(slash, 0)), version);
        }

        String title() {
            return bytes.split("-")[0];
        }
    }

    private final class Reading implements Hasher {
        @Override
        public boolean goesOn() {
            return mayRead > 0;
        }

        @Override
        public boolean mayRead(SourceAccount source) {
            return source.equals(lib.source);
        }

        @Override
        public String hash(FileRef file, String kind) {
            mayRead--;
            read.add(file.itemId() + " " + kind);
            return kind + ":" + here.get(file.itemId()).bytes();
        }
    }

    private void scan(SourceAccount source, Map<String, Stored> files) {
        try (var intake = lib.engine.begin(source.id(), IntakeKind.FULL, false)) {
            intake.observe(files.entrySet().stream()
                    .map(e -> e.getValue().item(e.getKey()))
                    .toList());
            for (var tasks = intake.claim(1_000); !tasks.isEmpty(); tasks = intake.claim(1_000)) {
                for (var task : tasks) {
                    var tags = Lib.tags(TITLE, files.get(task.path()).title(), ARTIST, "X");
                    intake.deliver(
                            task,
                            Lib.reading(
                                    tags,
                                    new Lyrics(
                                            "embedded",
                                            null,
                                            false,
                                            List.of(new Lyrics.Line(null, "la la", List.of())))));
                }
            }
            intake.finish(Listing.End.COMPLETE, false);
        }
    }

    /** Looks at both sources; returns how many duplicates were found. */
    private int look() throws Exception {
        scan(lib.source, here);
        scan(cloud, afar);
        return lib.engine.compareContents(new Reading(), true);
    }

    private List<Duplicate> listed() {
        return lib.engine.duplicates(PageRequest.FIRST).join().items();
    }

    private List<String> paths(Duplicate duplicate) {
        return duplicate.copies().stream().map(Duplicate.Copy::path).toList();
    }

    private TrackId at(String path) {
        return lib.tracks().items().stream()
                .map(Track::id)
                .filter(id -> files(id).contains(path))
                .findFirst()
                .orElseThrow();
    }

    private List<String> files(TrackId track) {
        return lib.engine.track(track).join().files().stream()
                .map(TrackFile::path)
                .sorted()
                .toList();
    }

    private DuplicateId copy() throws Exception {
        here.put("a/old.mp3", new Stored("Song-1", 100, null));
        here.put("b/new.mp3", new Stored("Song-1", 200, null));
        assertEquals(1, look());
        return new DuplicateId(1);
    }

    private static String code(Runnable work) {
        var thrown = assertThrows(CompletionException.class, work::run);
        return ((LibraryException) thrown.getCause()).code();
    }

    @Test
    void where_both_are_kept_and_nobody_asks_no_file_is_read() throws Exception {
        here.put("a/t.mp3", new Stored("t-1", 1, null));
        here.put("b/t.mp3", new Stored("t-1", 1, null));
        scan(lib.source, here);
        assertEquals(0, lib.engine.compareContents(new Reading(), false));
        assertEquals(List.of(), read);
        lib.engine.setDuplicatePolicy(DuplicatePolicy.ASK).join();
        assertEquals(1, lib.engine.compareContents(new Reading(), false));
    }

    @Test
    void to_keep_both_is_the_rule_and_lists_them() throws Exception {
        assertEquals(DuplicatePolicy.KEEP_BOTH, lib.engine.duplicatePolicy().join());
        copy();
        var duplicate = listed().get(0);
        assertEquals(List.of("b/new.mp3", "a/old.mp3"), paths(duplicate));
        assertEquals(
                List.of(6L, 2, "Song"),
                List.of(
                        duplicate.size(),
                        duplicate.files(),
                        duplicate.copies().get(0).title()));
        assertEquals(4, lib.tracks().items().size());
        assertEquals(0, lib.engine.counts().join().duplicates());
        assertEquals(List.of(), told());
        assertEquals(0, look());
        assertEquals(2, read.size());
    }

    private List<DuplicatesFound> told() {
        return lib.told.stream()
                .filter(DuplicatesFound.class::isInstance)
                .map(DuplicatesFound.class::cast)
                .toList();
    }

    @Test
    void to_keep_the_newest_gives_it_all_that_was_said_of_the_other_and_can_be_taken_back() throws Exception {
        here.put("a/old.mp3", new Stored("Song-1", 100, null));
        look();
        var old = at("a/old.mp3");
        lib.engine.rate(old, 4).join();
        lib.engine.notePlay(old, Instant.ofEpochSecond(1), Duration.ofMinutes(3));
        lib.engine.edit(old, COMMENT, List.of("mine")).join();
        var playlist = lib.engine.create("Mine").join().id();
        lib.engine.add(playlist, List.of(old, at("stays.mp3"), old), null).join();
        assertEquals(
                0, lib.engine.setDuplicatePolicy(DuplicatePolicy.KEEP_NEWEST).join());

        here.put("b/new.mp3", new Stored("Song-1", 200, null));
        assertEquals(1, look());
        var kept = at("b/new.mp3");
        assertTrue(kept.value() > old.value());
        assertEquals(List.of("a/old.mp3", "b/new.mp3"), files(kept));
        assertEquals("not-found", code(() -> lib.engine.track(old).join()));
        var said = lib.engine.track(kept).join();
        assertEquals("b/new.mp3", said.files().get(0).path());
        assertEquals(
                List.of(4, 1),
                List.of(
                        said.track().annotation().rating(),
                        said.track().annotation().plays()));
        assertTrue(said.fields().stream().anyMatch(field -> field.values().equals(List.of("mine"))));
        assertEquals(List.of(kept, at("stays.mp3"), kept), entries(playlist));
        assertEquals(List.of(), listed());
        assertEquals(
                List.of("a/old.mp3: It holds the same bytes as another file of the track."),
                reasons(kept, "a/old.mp3"));

        var decision = lib.engine.decisions(PageRequest.FIRST).join().items().get(0);
        assertEquals(Decision.Kind.MERGE_DUPLICATE, decision.kind());
        assertEquals(List.of(), lib.engine.undo(decision.id()).join());
        assertEquals(List.of("a/old.mp3"), files(old));
        assertEquals(List.of("b/new.mp3"), files(kept));
        assertEquals(List.of(old, at("stays.mp3"), old), entries(playlist));
        var back = lib.engine.track(old).join();
        assertEquals(4, back.track().annotation().rating());
        assertTrue(back.fields().stream().anyMatch(field -> field.values().equals(List.of("mine"))));
        assertEquals("embedded", back.lyrics().origin());
        var left = lib.engine.track(kept).join();
        assertEquals(0, left.track().annotation().rating());
        assertTrue(left.fields().stream().noneMatch(field -> field.values().equals(List.of("mine"))));
    }

    private List<TrackId> entries(org.musicplatform.core.api.library.PlaylistId playlist) {
        return lib.engine.entries(playlist, PageRequest.FIRST).join().items().stream()
                .map(entry -> entry.track())
                .toList();
    }

    private List<String> reasons(TrackId track, String path) {
        return lib.engine.explain(track).join().reasons().stream()
                .filter(reason -> reason.about() == Explanation.About.FILE
                        && reason.subject().equals(path))
                .map(reason -> reason.subject() + ": " + reason.words())
                .toList();
    }

    @Test
    void lyrics_that_were_found_or_chosen_follow_and_come_back_unless_they_were_erased() throws Exception {
        copy();
        var old = at("a/old.mp3");
        var kept = at("b/new.mp3");
        for (String origin : List.of("lrclib", Lyrics.USER)) {
            lib.engine.putLyrics(old, words(origin), null).join();
        }
        var decision = lib.engine
                .settleDuplicate(new DuplicateId(1), DuplicatePolicy.KEEP_NEWEST)
                .join();
        assertEquals(Set.of("embedded", "lrclib", Lyrics.USER), origins(kept));
        lib.engine.erase(null).join();
        assertEquals(List.of(), lib.engine.undo(decision.id()).join());
        assertEquals(Set.of("embedded", "lrclib"), origins(old));
        assertEquals(Set.of("embedded"), origins(kept));
    }

    private static Lyrics words(String origin) {
        return new Lyrics(origin, null, false, List.of(new Lyrics.Line(null, "la " + origin, List.of())));
    }

    private Set<String> origins(TrackId track) {
        return lib.engine.lyricsOf(track).join().stream().map(Lyrics::origin).collect(Collectors.toSet());
    }

    @Test
    void what_a_person_took_apart_stays_apart_also_when_another_copy_comes() throws Exception {
        lib.engine.setDuplicatePolicy(DuplicatePolicy.KEEP_NEWEST).join();
        copy();
        lib.engine
                .undo(lib.engine
                        .decisions(PageRequest.FIRST)
                        .join()
                        .items()
                        .get(0)
                        .id())
                .join();
        look();
        assertEquals(List.of("a/old.mp3"), files(at("a/old.mp3")));
        here.put("c/newer.mp3", new Stored("Song-1", 300, null));
        look();
        assertEquals(List.of("a/old.mp3"), files(at("a/old.mp3")));
        assertEquals(List.of("b/new.mp3", "c/newer.mp3"), files(at("c/newer.mp3")));
    }

    @Test
    void to_ask_tells_and_counts_until_somebody_decides() throws Exception {
        lib.engine.setDuplicatePolicy(DuplicatePolicy.ASK).join();
        var id = copy();
        assertEquals(1, lib.engine.counts().join().duplicates());
        assertEquals(
                List.of(1L, 1L), List.of(told().get(0).found(), told().get(0).waiting()));
        assertEquals(4, lib.tracks().items().size());

        var both = lib.engine.settleDuplicate(id, DuplicatePolicy.KEEP_BOTH).join();
        assertEquals(0, lib.engine.counts().join().duplicates());
        assertEquals(0, look());
        assertEquals(4, lib.tracks().items().size());
        assertEquals(List.of(), lib.engine.undo(both.id()).join());
        assertEquals(1, listed().size());

        var newest = lib.engine.settleDuplicate(id, DuplicatePolicy.KEEP_NEWEST).join();
        assertEquals(List.of(at("b/new.mp3").toString()), newest.results());
        assertEquals(3, lib.tracks().items().size());
        assertEquals("nothing-to-do", code(() -> lib.engine
                .settleDuplicate(id, DuplicatePolicy.KEEP_BOTH)
                .join()));
        assertEquals("not-found", code(() -> lib.engine
                .settleDuplicate(new DuplicateId(9), DuplicatePolicy.KEEP_BOTH)
                .join()));
        assertThrows(IllegalArgumentException.class, () -> lib.engine.settleDuplicate(id, DuplicatePolicy.ASK));
    }

    @Test
    void the_newest_of_those_that_are_known_are_kept_from_when_that_is_said() throws Exception {
        copy();
        here.put("d/1.mp3", new Stored("Other-1", 5, null));
        here.put("d/2.mp3", new Stored("Other-1", 4, null));
        look();
        assertEquals(
                2, lib.engine.setDuplicatePolicy(DuplicatePolicy.KEEP_NEWEST).join());
        assertEquals(4, lib.tracks().items().size());
        assertEquals(List.of(), listed());
    }

    @Test
    void files_that_agree_in_size_and_tags_and_not_in_their_bytes_are_none() throws Exception {
        here.put("a/1.mp3", new Stored("Song-1", 100, null));
        here.put("b/2.mp3", new Stored("Song-2", 200, null));
        assertEquals(0, look());
        assertEquals(List.of(), listed());
        assertEquals(2, read.size());
    }

    @Test
    void only_what_is_alike_is_read() throws Exception {
        here.put("a/1.mp3", new Stored("Song-1", 100, null));
        here.put("b/1.mp3", new Stored("Song-22", 200, null));
        here.put("c/1.mp3", new Stored("Gong-1", 200, null));
        assertEquals(0, look());
        assertEquals(List.of(), read);
    }

    @Test
    void hashes_that_a_source_tells_count_and_what_lies_here_is_compared_with_them() throws Exception {
        afar.put("x/1.mp3", new Stored("Song-1", 100, "md5"));
        afar.put("y/1.mp3", new Stored("Song-1", 200, "md5"));
        assertEquals(1, look());
        assertEquals(List.of(), read);
        here.put("a/1.mp3", new Stored("Song-1", 300, null));
        assertEquals(1, look());
        assertEquals(List.of("a/1.mp3 md5"), read);
        assertEquals(3, listed().get(0).files());
        afar.put("z/1.mp3", new Stored("Long-1", 100, null)); // nobody tells, and it is too far to read
        afar.put("z/2.mp3", new Stored("Long-1", 100, null));
        assertEquals(0, look());
    }

    @Test
    void a_file_that_changed_or_went_holds_the_same_no_more() throws Exception {
        copy();
        here.put("b/new.mp3", new Stored("Song-3", 300, null));
        look();
        assertEquals(List.of(), listed());
        here.put("b/new.mp3", new Stored("Song-1", 400, null));
        assertEquals(1, look());
        here.remove("a/old.mp3");
        look();
        assertEquals(List.of(), listed());
    }

    @Test
    void what_there_was_no_time_for_is_done_at_the_next_look() throws Exception {
        mayRead = 0;
        here.put("a/old.mp3", new Stored("Song-1", 100, null));
        here.put("b/new.mp3", new Stored("Song-1", 200, null));
        assertEquals(0, look());
        mayRead = 1;
        assertEquals(0, look());
        mayRead = 1;
        assertEquals(1, look());
        assertEquals(List.of("a/old.mp3 sha256", "b/new.mp3 sha256"), read);
    }

    @Test
    void untagged_and_edited_files_are_found_by_their_length() throws Exception {
        here.put("a/old.mp3", new Stored("Song-1", 100, null));
        look();
        lib.engine.edit(at("a/old.mp3"), TITLE, List.of("Another")).join();
        here.put("b/new.mp3", new Stored("Song-1", 200, null));
        assertEquals(1, look());
    }

    @Test
    void of_many_all_are_found_and_listed_page_by_page() throws Exception {
        for (int i = 0; i < 510; i++) {
            here.put("a/" + i + ".mp3", new Stored("Song" + i + "-1", 100, null));
            if (i < 5) {
                here.put("b/" + i + ".mp3", new Stored("Song" + i + "-1", 50, null));
            }
        }
        assertEquals(5, look());
        var paths = new ArrayList<String>();
        var page = lib.engine.duplicates(PageRequest.first(2)).join();
        for (;
                page.next() != null;
                page = lib.engine.duplicates(new PageRequest(2, page.next())).join()) {
            assertEquals(2, page.items().size());
            page.items().forEach(each -> paths.addAll(paths(each)));
        }
        page.items().forEach(each -> paths.addAll(paths(each)));
        assertEquals(10, paths.size());
        assertEquals(10, Set.copyOf(paths).size());
    }
}
