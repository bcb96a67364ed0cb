package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.DecisionId;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.PlaylistId;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Listing;

/**
 * Whatever is done to files in two places, what was said of a recording stays with it, and all that is counted is what
 * the rows come to. A failure names the seed: {@code -Dedits.seed=N} does the same again.
 */
@Timeout(120)
class RandomEditsTest {

    private static final int SONGS = 24;
    private static final int ROUNDS = 60;
    private static final int STEPS = 6; // in a round, at most

    @TempDir
    Path folder;

    private final long seed = Long.getLong("edits.seed", System.nanoTime() % 1_000_000);
    private final Random random = new Random(seed);
    private final Edits edits = new Edits(random, SONGS);
    private final List<String> done = new ArrayList<>();
    private final List<Edits.Song> listed = new ArrayList<>(); // in the playlist, in order
    private final Set<Edits.Song> forgotten = new HashSet<>(); // their entries may wait for ever
    private final List<Merged> merged = new ArrayList<>();

    private Lib lib;
    private List<SourceAccount> places;
    private PlaylistId playlist;

    /** Two songs that a person made one track: that of the first. */
    private record Merged(Edits.Song into, Edits.Song other, DecisionId decision) {}

    @BeforeEach
    void open() {
        lib = new Lib(folder);
        places = List.of(lib.source, lib.engine.addSource("local", "/other", "Other"));
        playlist = lib.engine.create("Mine").join().id();
    }

    @AfterEach
    void close() {
        lib.close();
    }

    @Test
    void keep_what_was_said_of_every_recording() {
        scan(0);
        scan(1);
        for (int round = 0; round < ROUNDS; round++) {
            saySomething();
            decide();
            int steps = 1 + random.nextInt(STEPS);
            for (int i = 0; i < steps; i++) {
                done.add(edits.step());
                if (random.nextInt(8) == 0) {
                    scan(random.nextInt(Edits.PLACES));
                }
            }
            if (random.nextInt(10) == 0) {
                done.add("purge");
                lib.engine.purge(Duration.ZERO, false).join();
            }
            int first = random.nextInt(Edits.PLACES);
            scan(first);
            scan(1 - first);
            edits.lookedAtAll();
            verify();
        }
    }

    private String where() {
        return "seed " + seed + ", done: " + done;
    }

    private void scan(int place) {
        done.add("look at " + place);
        var items = new ArrayList<SourceItem>(List.of(Lib.item("stays-" + place + "/stays.mp3")));
        try (var intake = lib.engine.begin(places.get(place).id(), IntakeKind.FULL, false)) {
            for (Edits.Song song : edits.songs) {
                song.copies.stream().filter(copy -> copy.place() == place).forEach(copy -> items.add(copy.item()));
            }
            intake.observe(items);
            intake.listed(Listing.End.COMPLETE);
            for (var tasks = intake.claim(100); !tasks.isEmpty(); tasks = intake.claim(100)) {
                for (var task : tasks) {
                    intake.deliver(task, readingOf(place, task.path()));
                }
            }
            var finished = intake.finish(Listing.End.COMPLETE, false);
            assertEquals(false, finished.held(), this::where);
        }
    }

    private TagReading readingOf(int place, String path) {
        for (Edits.Song song : edits.songs) {
            for (Edits.Copy copy : song.copies) {
                if (copy.place() == place && copy.path().equals(path)) {
                    return song.reading(copy);
                }
            }
        }
        return Lib.reading(Map.of());
    }

    /** Where each file is in the library, by place and path. */
    private Map<String, TrackId> tracks() {
        var tracks = new HashMap<String, TrackId>();
        for (var track : lib.tracks().items()) {
            for (var file : lib.engine.track(track.id()).join().files()) {
                if (file.missingSince() == null) {
                    tracks.put(file.file().source().id() + ":" + file.path(), track.id());
                }
            }
        }
        return tracks;
    }

    private HashSet<TrackId> tracksOf(Edits.Song song, Map<String, TrackId> tracks) {
        var ids = new HashSet<TrackId>();
        song.copies.forEach(copy -> ids.add(tracks.get(places.get(copy.place()).id() + ":" + copy.path())));
        return ids;
    }

    /** All is known that is there: nothing was done since both places were looked at. */
    private void saySomething() {
        var song = edits.any();
        if (!song.isThere() || song.locked) {
            return;
        }
        var track = tracksOf(song, tracks()).iterator().next();
        switch (random.nextInt(5)) {
            case 0 -> {
                song.rating = 1 + random.nextInt(5);
                done.add("rate " + song.number + " " + song.rating + " " + track);
                lib.engine.rate(track, song.rating).join();
            }
            case 1 -> {
                song.plays++;
                lib.engine.notePlay(track, Instant.ofEpochSecond(song.plays), Duration.ofMinutes(3));
            }
            case 2 -> {
                song.edited = "Edited " + done.size();
                done.add("edit " + song.number + " " + song.edited);
                lib.engine.edit(track, TagField.TITLE, List.of(song.edited)).join();
            }
            case 3 -> {
                song.edited = null;
                done.add("revert " + song.number);
                lib.engine.revert(track, TagField.TITLE).join();
            }
            default -> {
                done.add("list " + song.number);
                listed.add(song);
                lib.engine.add(playlist, List.of(track), null).join();
            }
        }
    }

    /** All is known that is there, also here. */
    private void decide() {
        if (!merged.isEmpty() && random.nextInt(3) == 0) {
            var last = merged.remove(random.nextInt(merged.size()));
            done.add("undo " + last.decision());
            assertEquals(List.of(), lib.engine.undo(last.decision()).join(), this::where);
            last.into().locked = false;
            last.other().locked = false;
        }
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> merge(edits.any(), edits.any());
            case 3 -> {
                done.add("forget what is missing");
                lib.engine.purge(Duration.ZERO, true).join();
                edits.songs.stream().filter(song -> !song.isThere()).forEach(song -> {
                    song.forget();
                    forgotten.add(song);
                });
            }
            case 4 -> {
                if (random.nextInt(3) == 0) {
                    done.add("erase");
                    lib.engine.erase(null).join();
                    edits.songs.forEach(Edits.Song::forget);
                    listed.clear();
                    playlist = lib.engine.create("Mine").join().id();
                }
            }
            default -> {}
        }
    }

    private void merge(Edits.Song into, Edits.Song other) {
        if (into == other || !into.isThere() || !other.isThere() || into.locked || other.locked) {
            return;
        }
        var tracks = tracks();
        var ids = List.of(
                tracksOf(into, tracks).iterator().next(),
                tracksOf(other, tracks).iterator().next());
        var decision = lib.engine.mergeTracks(ids).join();
        done.add("merge " + into.number + " " + other.number + " " + ids + " " + decision.id());
        merged.add(new Merged(into, other, decision.id()));
        into.locked = true;
        other.locked = true;
    }

    private void verify() {
        var tracks = tracks();
        var found = new HashMap<Edits.Song, TrackId>();
        for (Edits.Song song : edits.songs) {
            if (song.isThere()) {
                var ids = tracksOf(song, tracks);
                assertEquals(1, ids.size(), () -> "song " + song.number + " is " + ids + ", " + where());
                found.put(song, ids.iterator().next());
            }
        }
        assertEquals(found.size() - merged.size(), new HashSet<>(found.values()).size(), this::where);
        for (Merged pair : merged) {
            verify(pair, found);
        }
        for (var entry : found.entrySet()) {
            var song = entry.getKey();
            if (song.locked) {
                continue;
            }
            var details = lib.engine.track(entry.getValue()).join();
            var said = details.track().annotation();
            assertEquals(song.shown(), details.track().title(), this::where);
            assertEquals(song.rating, said.rating(), () -> "song " + song.number + ", " + where());
            assertEquals(song.plays, said.plays(), () -> "song " + song.number + ", " + where());
            var best = song.copies.stream().map(Edits.Copy::extension).sorted().findFirst();
            assertEquals(
                    best.orElseThrow(),
                    details.files().get(0).properties().codec(),
                    () -> "song " + song.number + ", " + where());
        }
        var entries =
                lib.engine.entries(playlist, PageRequest.first(1_000)).join().items();
        assertEquals(listed.size(), entries.size(), this::where);
        for (int i = 0; i < listed.size(); i++) {
            var track = entries.get(i).track();
            if (listed.get(i).isThere() && (track != null || !forgotten.contains(listed.get(i)))) {
                assertEquals(found.get(listed.get(i)), track, this::where);
            }
        }
        assertEquals(List.of(), lib.engine.check().join(), this::where);
    }

    private void verify(Merged pair, Map<Edits.Song, TrackId> found) {
        var track = found.get(pair.into());
        assertEquals(track, found.get(pair.other()), this::where);
        var said = lib.engine.track(track).join().track().annotation();
        int rating = pair.into().rating > 0 ? pair.into().rating : pair.other().rating;
        assertEquals(rating, said.rating(), this::where);
        assertEquals(pair.into().plays + pair.other().plays, said.plays(), this::where);
    }
}
