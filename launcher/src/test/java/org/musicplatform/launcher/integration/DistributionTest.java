package org.musicplatform.launcher.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.musicplatform.launcher.integration.JsonValues.values;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.support.OwnerLock;
import org.musicplatform.core.testkit.media.Fixtures;

/** One story through the real distribution, run as a person runs it. */
class DistributionTest {

    @TempDir
    Path dir;

    @Test
    void every_component_is_satisfied_and_every_bundle_resolved() throws Exception {
        var music = new Music(dir.resolve("home"));
        var status = music.run("--json", "status");
        assertEquals(0, status.code(), status::err);
        // a machine without a sound device is a whole machine; nothing that watches the network is distributed yet, and
        // health is to say so
        assertEquals(
                List.of(),
                values(status.out(), "code").stream()
                        .filter(code -> !List.of("ok", "output-unavailable", "indeterminate")
                                .contains(code))
                        .toList(),
                status::out);
        var bundles = music.run("--json", "bundles");
        var states = values(bundles.out(), "state");
        assertTrue(states.size() > 25, bundles::out);
        // what only the interactive shell needs is resolved but not started
        assertEquals(
                List.of(),
                states.stream()
                        .filter(s -> !List.of("ACTIVE", "RESOLVED", "STARTING", "FRAGMENT")
                                .contains(s))
                        .toList(),
                bundles::out);
    }

    @Test
    void a_folder_is_indexed_searched_and_shown() throws Exception {
        var fixtures = Fixtures.copyAll(Files.createDirectories(dir.resolve("music")));
        Files.writeString(dir.resolve("music/notes.txt"), "no audio");
        var music = new Music(dir.resolve("home"));

        var index = music.run("--json", "index", dir.resolve("music").toString());
        assertEquals(0, index.code(), index::err);
        assertEquals(List.of(String.valueOf(fixtures.size())), values(index.out(), "files"), index::out);
        assertEquals(values(index.out(), "files"), values(index.out(), "added"), index::out);

        var again = music.run("--json", "index");
        assertEquals(values(index.out(), "files"), values(again.out(), "unchanged"), again::out);

        var search = music.run("--json", "search", "TÖNE");
        assertEquals(0, search.code(), search::err);
        assertFalse(values(search.out(), "title").isEmpty(), search::out);

        String id = values(search.out(), "id").get(0);
        var show = music.run("--json", "show", id);
        assertEquals(0, show.code(), show::err);
        assertTrue(values(show.out(), "id").contains(id), show::out);

        var forget = music.run("forget", dir.resolve("music").toString());
        assertEquals(0, forget.code(), forget::err);
        assertEquals(List.of(), values(music.run("--json", "search", "tone").out(), "title"));
    }

    @Test
    void a_damaged_library_says_so_at_every_command_and_comes_back_by_one() throws Exception {
        Fixtures.copyAll(Files.createDirectories(dir.resolve("music")));
        var music = new Music(dir.resolve("home"));
        assertEquals(0, music.run("index", dir.resolve("music").toString()).code());
        var id = values(music.run("--json", "tracks").out(), "id").get(0);
        assertEquals(0, music.run("rate", id, "4").code());
        var backup = dir.resolve("backup.db").toString();
        assertEquals(0, music.run("backup", backup).code());

        try (var file = new RandomAccessFile(dir.resolve("home/library.db").toFile(), "rw")) {
            file.write(new byte[100]);
        }
        for (var command : List.of(List.of("tracks"), List.of("index"), List.of("rate", id, "5"))) {
            var told = music.run(command.toArray(String[]::new));
            assertEquals(1, told.code(), command::toString);
            assertTrue(told.err().contains("music restore --salvage"), told::err);
        }
        var status = music.run("status");
        assertTrue(status.out().contains("library-damaged: "), status::out);
        var salvaged = music.run("--json", "restore", "--salvage");
        assertEquals(0, salvaged.code(), salvaged::err);
        assertEquals(List.of("4"), values(music.run("--json", "show", id).out(), "rating"));
        assertTrue(Files.exists(Path.of(values(salvaged.out(), "aside").get(0))), salvaged::out);

        assertEquals(0, music.run("rate", id, "1").code());
        var restored = music.run("restore", backup);
        assertEquals(0, restored.code(), restored::err);
        assertEquals(List.of("4"), values(music.run("--json", "show", id).out(), "rating"));
        var check = music.run("check");
        assertEquals(0, check.code(), check::out);
        var migrate = music.run("migrate", "--dry-run");
        assertEquals(0, migrate.code(), migrate::err);
    }

    @Test
    void names_survive_the_c_locale() throws Exception {
        Path music = Files.createDirectories(dir.resolve("music"));
        var fixture =
                Fixtures.copyAll(Files.createDirectories(dir.resolve("all"))).get(0);
        Music.sh(dir, "cp 'all/" + fixture.getFileName() + "' 'music/björk – " + fixture.getFileName() + "'");
        var index = new Music(dir.resolve("home"), Map.of("LC_ALL", "C", "LANG", "C"))
                .run("--json", "index", music.toString());
        assertEquals(0, index.code(), index::err);
        assertEquals(List.of("1"), values(index.out(), "added"), index::out);
        assertEquals(List.of("0"), values(index.out(), "failed"), index::out);
    }

    /** Copies the distribution that was built, without what runs left in it. */
    private static Path copy(Path to) throws IOException {
        try (var files = Files.walk(Music.DISTRIBUTION)) {
            for (Path file : files.filter(file -> !file.startsWith(Music.DISTRIBUTION.resolve("cache")))
                    .toList()) {
                Files.copy(
                        file,
                        to.resolve(Music.DISTRIBUTION.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return to;
    }

    @Test
    void a_distribution_that_was_moved_starts_without_a_word() throws Exception {
        Path before = copy(dir.resolve("before"));
        Path home = dir.resolve("home");
        assertEquals(0, new Music(before, home, Map.of()).run("status").code());
        Path after = Files.move(before, dir.resolve("after"));
        var moved = new Music(after, home, Map.of()).run("status");
        assertEquals(0, moved.code(), moved::err);
        assertEquals("", moved.err());
    }

    @Test
    void classes_that_a_first_index_leaves_are_mapped_by_later_starts_until_the_distribution_moves() throws Exception {
        Path before = copy(dir.resolve("a distribution"));
        Path home = dir.resolve("home");
        Fixtures.copyAll(Files.createDirectories(dir.resolve("music")));
        var help = new Music(before, home, Map.of()).run("--help");
        assertEquals(0, help.code(), help::err);
        assertEquals(List.of(), archives(before), "of help alone there is little to keep");

        var index = new Music(before, home, Map.of())
                .run("--json", "index", dir.resolve("music").toString());
        assertEquals(0, index.code(), index::err);
        assertEquals("", index.err());
        assertTrue(index.out().startsWith("{"), index::out);
        var archives = archives(before);
        assertEquals(1, archives.size());
        assertTrue(mapped(before, home) > 200, "few classes come from the archive");

        Path after = Files.move(before, dir.resolve("moved"));
        assertEquals(0, mapped(after, home));
        assertEquals(0, new Music(after, home, Map.of()).run("index").code());
        assertEquals(1, archives(after).size(), "the one that fits no longer is gone");
        assertNotEquals(archives.get(0), archives(after).get(0));
        assertTrue(mapped(after, home) > 200, "few classes come from the new archive");
    }

    private static List<String> archives(Path distribution) throws IOException {
        Path cache = distribution.resolve("cache");
        if (!Files.exists(cache)) {
            return List.of();
        }
        try (var files = Files.list(cache)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Returns how many classes of a start come from the archive of the distribution. */
    private long mapped(Path distribution, Path home) throws Exception {
        Path log = dir.resolve("classes.log");
        var status = new Music(distribution, home, Map.of("MUSIC_OPTS", "-Xlog:class+load:file=" + log)).run("status");
        assertEquals("", status.err());
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("org.musicplatform."))
                    .filter(line -> line.endsWith("shared objects file (top)"))
                    .count();
        }
    }

    @Test
    void the_log_goes_where_a_person_wants_it() throws Exception {
        Path own = dir.resolve("own.log");
        Path configuration = Files.writeString(dir.resolve("own.xml"), """
                <configuration>
                  <appender name="own" class="ch.qos.logback.core.FileAppender">
                    <file>%s</file>
                    <encoder><pattern>%%logger %%msg%%n</pattern></encoder>
                  </appender>
                  <root level="DEBUG"><appender-ref ref="own"/></root>
                </configuration>
                """.formatted(own));
        var music =
                new Music(dir.resolve("home"), Map.of("MUSIC_OPTS", "-Dlogback.configurationFile=" + configuration));
        assertEquals(0, music.run("status").code());
        assertTrue(Files.readString(own).contains("org.musicplatform."), "the core logs through SLF4J");
        assertFalse(Files.exists(dir.resolve("home/logs/music.log")));
    }

    @Test
    void arguments_arrive_as_typed() throws Exception {
        var music = new Music(dir.resolve("home"));
        for (String text : List.of("it's", "$HOME", "a|b", "AC/DC", "\"", "*", "NEAR(", "🎵", "x".repeat(10_000))) {
            var result = music.run("--json", "search", text);
            assertEquals(0, result.code(), () -> text + ": " + result.err());
            values(result.out(), "title");
        }
    }

    @Test
    void the_shell_takes_our_lines_as_typed_and_those_of_gogo() throws Exception {
        var result = new Music(dir.resolve("home"))
                .type("search it's\nlb -s core.api\nmusic:tracks --json\nnonsense\n", "shell");
        assertEquals(2, result.code(), result::err);
        assertTrue(result.err().contains("it's"), result::err);
        assertTrue(result.out().contains("{\"tracks\":[]"), result::out);
        assertTrue(result.out().contains("core.api"), result::out);
        assertTrue(result.err().contains("There is no command or option 'nonsense'"), result::err);
    }

    @Test
    void wrong_use_is_told_from_failure() throws Exception {
        var music = new Music(dir.resolve("home"));
        assertEquals(2, music.run("indx").code());
        assertEquals(2, music.run("tracks", "--limit", "many").code());
        var missing = music.run("index", dir.resolve("nowhere").toString());
        assertEquals(1, missing.code());
        assertTrue(missing.err().contains("nowhere"), missing::err);
        assertFalse(missing.err().contains("\tat "), missing::err);
    }

    @Test
    void a_home_in_use_is_refused_naming_the_owner() throws Exception {
        Path home = Files.createDirectories(dir.resolve("home"));
        try (var owner = OwnerLock.take(home.resolve("music.lock"))) {
            var refused = new Music(home).run("status");
            assertEquals(1, refused.code());
            assertTrue(
                    refused.err().contains("process " + ProcessHandle.current().pid()), refused::err);
            assertTrue(owner != null);
        }
    }
}
