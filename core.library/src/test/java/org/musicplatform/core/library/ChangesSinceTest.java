package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackChange;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.metadata.TagField;

class ChangesSinceTest {

    @TempDir
    Path folder;

    private Lib lib;
    private final Map<String, Map<TagField, List<String>>> files = new TreeMap<>();

    @BeforeEach
    void open() {
        lib = new Lib(folder);
        for (int i = 1; i <= 5; i++) {
            files.put(i + ".mp3", Lib.tags(TagField.TITLE, "T" + i));
        }
        lib.scan(files);
    }

    @AfterEach
    void close() {
        lib.close();
    }

    private List<TrackChange> since(long revision, int limit) {
        var all = new ArrayList<TrackChange>();
        for (var page = PageRequest.first(limit); page != null; ) {
            var found = lib.engine.changesSince(revision, page).join();
            all.addAll(found.items());
            page = found.next() == null ? null : new PageRequest(limit, found.next());
        }
        return all;
    }

    private TrackId track(String title) {
        return lib.tracks().items().stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void a_client_that_slept_is_told_each_changed_track_once_and_in_order() {
        long slept = lib.engine.revision().join();
        assertEquals(List.of(), since(slept, 10));
        lib.engine.rate(track("T2"), 3).join();
        lib.engine.rate(track("T1"), 3).join();
        lib.engine.rate(track("T2"), 4).join();
        var changes = since(slept, 10);
        assertEquals(
                List.of(track("T1"), track("T2")),
                changes.stream().map(TrackChange::track).toList());
        assertEquals(lib.engine.revision().join(), changes.get(1).revision());
        assertEquals(List.of(), since(changes.get(1).revision(), 10));
    }

    @Test
    void what_is_gone_is_told_as_gone_and_as_there_again() {
        var first = track("T1");
        long before = lib.engine.revision().join();
        var rest = new TreeMap<>(files);
        rest.remove("1.mp3");
        lib.scan(rest);
        var gone = since(before, 10);
        assertEquals(List.of(new TrackChange(first, gone.get(0).revision(), true)), gone);
        lib.scan(files);
        assertTrue(since(gone.get(0).revision(), 10).stream()
                .anyMatch(change -> change.track().equals(first) && !change.removed()));
    }

    @Test
    void from_nothing_on_all_tracks_are_told_whatever_the_page() {
        Set<TrackId> all =
                new HashSet<>(lib.tracks().items().stream().map(Track::id).toList());
        for (int limit : new int[] {1, 2, 5, 100}) {
            var told = since(0, limit).stream().map(TrackChange::track).toList();
            assertEquals(all, new HashSet<>(told));
            assertEquals(all.size(), told.size());
        }
        String foreign = lib.engine
                .tracks(org.musicplatform.core.api.library.TrackFilter.ALL, PageRequest.first(1))
                .join()
                .next();
        assertThrows(
                CompletionException.class,
                () -> lib.engine.changesSince(0, new PageRequest(1, foreign)).join());
    }
}
