package org.musicplatform.core.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.musicplatform.core.api.metadata.TagField.ALBUM;
import static org.musicplatform.core.api.metadata.TagField.ALBUM_ARTIST;
import static org.musicplatform.core.api.metadata.TagField.ARTIST;
import static org.musicplatform.core.api.metadata.TagField.COMPOSER;
import static org.musicplatform.core.api.metadata.TagField.GENRE;
import static org.musicplatform.core.api.metadata.TagField.TITLE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.library.Album;
import org.musicplatform.core.api.library.Artist;
import org.musicplatform.core.api.library.Folder;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.library.database.Connections;

/** What search knows is what is there, whatever happened; and what it knows wrongly is told and made right. */
class SearchUpkeepTest {

    private static final String[] WORDS = {
        "Love", "The Night", "Björk", "AC/DC", "夜に駆ける", "R.E.M.", "Straße", "Ella", "Thunderstruck", "!!!", "Ⅸ", "🎵"
    };

    @TempDir
    Path folder;

    private Lib lib;

    @BeforeEach
    void open() {
        lib = new Lib(folder);
    }

    @AfterEach
    void close() {
        lib.close();
    }

    private record Stored(int size, Map<TagField, List<String>> tags, Lyrics[] lyrics) {}

    private static String words(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextBoolean() ? " " : random.nextInt(50));
        }
        return text.toString();
    }

    private static Stored stored(Random random, int size) {
        var tags = new EnumMap<TagField, List<String>>(TagField.class);
        for (TagField field : List.of(TITLE, ARTIST, ALBUM, ALBUM_ARTIST, COMPOSER, GENRE)) {
            if (random.nextInt(4) > 0) {
                tags.put(field, List.of(words(random)));
            }
        }
        var lyrics = new Lyrics(Lyrics.EMBEDDED, null, false, List.of(new Lyrics.Line(null, words(random), List.of())));
        return new Stored(size, tags, random.nextInt(3) == 0 ? new Lyrics[] {lyrics} : new Lyrics[0]);
    }

    private void scan(Map<String, Stored> files) {
        try (var intake = lib.engine.begin(lib.source.id(), IntakeKind.FULL, false)) {
            intake.observe(files.entrySet().stream()
                    .map(file -> Lib.item(file.getKey(), file.getValue().size()))
                    .toList());
            for (var tasks = intake.claim(50); !tasks.isEmpty(); tasks = intake.claim(50)) {
                for (var task : tasks) {
                    var file = files.get(task.path());
                    if (file.size() % 17 == 0) {
                        intake.fail(task, "unreadable", "It cannot be read.");
                    } else {
                        intake.deliver(task, Lib.reading(file.tags(), file.lyrics()));
                    }
                }
            }
            intake.finish(Listing.End.COMPLETE, true);
        }
    }

    @Test
    void search_knows_what_is_there_after_any_edits() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var files = new TreeMap<String, Stored>();
        int size = 100;
        for (int round = 0; round < 12; round++) {
            for (int edit = 0; edit < 15; edit++) {
                String path = "folder " + random.nextInt(6) + "/" + random.nextInt(12) + ".flac";
                switch (random.nextInt(4)) {
                    case 0 -> files.remove(path);
                    case 1 -> {
                        var moved = files.remove(path);
                        if (moved != null) {
                            files.put("moved/" + words(random).replace('/', '_') + ".flac", moved);
                        }
                    }
                    default -> files.put(path, stored(random, size++));
                }
            }
            scan(files);
            edit(random);
            assertEquals(List.of(), lib.engine.check().join(), "seed " + seed + ", round " + round);
        }
    }

    private void edit(Random random) {
        var tracks = lib.tracks().items();
        if (!tracks.isEmpty()) {
            lib.engine.rate(tracks.get(random.nextInt(tracks.size())).id(), 3).join();
        }
        var playlists = lib.engine.list().join();
        if (playlists.size() < 3) {
            lib.engine.create("List " + words(random) + System.nanoTime()).join();
        } else {
            lib.engine
                    .rename(playlists.get(0).id(), words(random) + System.nanoTime())
                    .join();
            lib.engine.delete(playlists.get(1).id()).join();
        }
    }

    private void fill() {
        var random = new Random(4);
        var files = new TreeMap<String, Stored>();
        for (int i = 0; i < 40; i++) {
            files.put("folder " + i % 5 + "/" + i + ".flac", stored(random, 100 + i));
        }
        scan(files);
        lib.engine.create("Evening").join();
    }

    private void behindItsBack(String... statements) throws Exception {
        lib.close();
        try (var sql = new Connections(folder.resolve("library.db")).writing()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
        lib = new Lib(folder);
    }

    private List<String> answers() {
        var answers = new ArrayList<String>();
        for (String text : WORDS) {
            var found = lib.engine.search(text, SearchLimits.each(100)).join();
            answers.add(text + " finds tracks "
                    + found.tracks().stream().map(Track::id).toList() + ", albums "
                    + found.albums().stream().map(Album::id).toList() + ", artists "
                    + found.artists().stream().map(Artist::id).toList() + ", genres " + found.genres() + ", folders "
                    + found.folders().stream().map(Folder::id).toList() + ", lyrics of "
                    + found.lyrics().stream().map(match -> match.track().id()).toList() + ", more " + found.more());
        }
        return answers;
    }

    @Test
    void what_search_knows_wrongly_is_told_and_repaired() throws Exception {
        fill();
        var before = answers();
        behindItsBack(
                "DELETE FROM artist_search WHERE rowid = 1",
                "INSERT INTO album_search (rowid, title, artist) VALUES (9999, 'nothing', '')",
                "INSERT OR REPLACE INTO track_search (rowid, title, artist, album) VALUES (3, 'other words', '', '')",
                "INSERT OR REPLACE INTO playlist_search (rowid, name) VALUES (1, 'morning')",
                "INSERT INTO word_search (word_search) VALUES ('delete-all')");
        var found = lib.engine.check().join();
        assertTrue(found.contains("Search lacks 1 artists and knows 0 that are not there."), found::toString);
        assertTrue(found.contains("Search lacks 0 albums and knows 1 that are not there."), found::toString);
        assertTrue(found.contains("Search has other words than 1 of 40 tracks that were looked at."), found::toString);
        assertTrue(
                found.contains("Search has other words than 1 of 1 playlists that were looked at."), found::toString);
        assertTrue(found.get(found.size() - 1).contains("beginnings and insides"), found::toString);
        var done = lib.engine.repair().join();
        assertTrue(done.get(0).contains("40 tracks") && done.get(0).contains("1 playlists"), done::toString);
        assertEquals(List.of(), lib.engine.check().join());
        assertEquals(before, answers());
    }

    @Test
    void words_in_the_wrong_place_are_noticed() throws Exception {
        fill();
        behindItsBack("INSERT OR REPLACE INTO album_search (rowid, title, artist)"
                + " SELECT id, coalesce(artist, 'x'), title FROM album WHERE id = 2");
        assertEquals(
                1,
                lib.engine.check().join().size(),
                () -> lib.engine.check().join().toString());
    }

    @Test
    void a_repair_that_was_interrupted_is_ended_when_the_library_is_opened() throws Exception {
        fill();
        var before = answers();
        behindItsBack(
                "INSERT INTO meta (name, value) VALUES ('search_repair', 1)",
                "INSERT INTO track_search (track_search) VALUES ('delete-all')",
                "DELETE FROM word");
        assertEquals(List.of(), lib.engine.check().join());
        assertEquals(before, answers());
    }

    @Test
    void others_write_while_search_is_made_anew() {
        fill();
        var repair = lib.engine.repair();
        var playlist = lib.engine.create("Written meanwhile").join();
        repair.join();
        assertEquals(
                List.of(playlist),
                lib.engine.search("meanwhile", SearchLimits.DEFAULT).join().playlists());
        assertEquals(List.of(), lib.engine.check().join());
    }
}
