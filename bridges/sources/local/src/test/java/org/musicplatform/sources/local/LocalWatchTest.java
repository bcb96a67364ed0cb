package org.musicplatform.sources.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.spi.Watch.Place;

/** Watches real folders with the notifications of the system. */
class LocalWatchTest {

    @TempDir
    Path temp;

    Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"), "elsewhere folders are swept");
        root = Files.createDirectory(temp.toRealPath().resolve("music"));
    }

    private Path file(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, path);
    }

    private Follower follow() throws IOException, InterruptedException {
        return new Follower(root, Surroundings.here(() -> Follower.QUICK));
    }

    @Test
    void files_that_come_change_and_go_are_told_by_their_folder() throws IOException, InterruptedException {
        file("a/one.mp3");
        file("b/two.mp3");
        try (var follower = follow()) {
            assertEquals(2, follower.known.size());
            file("a/new.mp3");
            follower.awaitTruth();
            Files.writeString(root.resolve("b/two.mp3"), "longer than before");
            follower.awaitTruth();
            Files.delete(root.resolve("a/one.mp3"));
            follower.awaitTruth();
            assertEquals(Set.of(Place.folder("a/"), Place.folder("b/")), Set.copyOf(follower.places()));
            assertNull(follower.answers.get(follower.answers.size() - 1).blindness());
        }
    }

    @Test
    void new_folders_are_watched_however_quickly_they_fill() throws IOException, InterruptedException {
        try (var follower = follow()) {
            for (int i = 0; i < 20; i++) {
                file("artist " + i + "/album/disc/one.mp3");
                file("artist " + i + "/album/two.mp3");
            }
            follower.awaitTruth();
            file("artist 7/album/disc/later.mp3");
            follower.awaitTruth();
            assertEquals(41, follower.known.size());
        }
    }

    @Test
    void a_moved_folder_is_told_as_such_and_watched_where_it_is() throws IOException, InterruptedException {
        file("a/old/one.mp3");
        file("a/old/deep/two.mp3");
        file("b/three.mp3");
        try (var follower = follow()) {
            Files.move(root.resolve("a/old"), root.resolve("b/new name"));
            var answer = follower.await(told -> !told.places().isEmpty());
            assertTrue(answer.places().contains(Place.below("a/old/")), answer.toString());
            assertTrue(answer.places().contains(new Place("b/new%20name/", true, "a/old/")), answer.toString());
            follower.awaitTruth();
            follower.answers.clear();
            file("b/new name/deep/four.mp3");
            follower.awaitTruth();
            assertEquals(List.of(Place.folder("b/new%20name/deep/")), follower.places());
        }
    }

    @Test
    void a_new_folder_is_not_thought_to_be_one_that_is_gone() throws IOException, InterruptedException {
        file("a/one.mp3");
        try (var follower = follow()) {
            for (int i = 0; i < 3; i++) { // many file systems give the number of the one that is gone to the next
                Files.delete(root.resolve("a/one.mp3"));
                Files.delete(root.resolve("a"));
                Files.createDirectory(root.resolve("b"));
                file("b/other.mp3");
                follower.awaitTruth();
                Files.delete(root.resolve("b/other.mp3"));
                Files.delete(root.resolve("b"));
                file("a/one.mp3");
                follower.awaitTruth();
            }
            assertTrue(follower.places().stream().allMatch(place -> place.movedFrom() == null));
        }
    }

    @Test
    void folders_that_take_each_others_place_are_watched_where_they_are() throws IOException, InterruptedException {
        for (String path : List.of("a/one.mp3", "a/deep/two.mp3", "b/three.mp3", "b/deep/four.mp3")) {
            file(path);
        }
        try (var follower = follow()) {
            for (Path between : List.of(temp.resolve("outside"), root.resolve("between"))) {
                Files.move(root.resolve("a"), between);
                Files.move(root.resolve("b"), root.resolve("a"));
                Files.move(between, root.resolve("b"));
                follower.awaitTruth();
                for (String path : List.of("a/deep/new.mp3", "b/deep/new.mp3", "a/new.mp3", "b/new.mp3")) {
                    file(path);
                    follower.awaitTruth();
                    Files.delete(root.resolve(path));
                    follower.awaitTruth();
                }
            }
        }
    }

    @Test
    void a_folder_that_is_made_anew_at_once_is_watched_like_the_one_before() throws IOException, InterruptedException {
        file("a/deep/one.mp3");
        try (var follower = follow()) {
            for (int i = 0; i < 3; i++) {
                Files.delete(root.resolve("a/deep/one.mp3"));
                Files.delete(root.resolve("a/deep"));
                Files.delete(root.resolve("a"));
                file("a/deep/one.mp3");
                follower.awaitTruth();
                file("a/deep/" + i + ".mp3");
                follower.awaitTruth();
                Files.delete(root.resolve("a/deep/" + i + ".mp3"));
                follower.awaitTruth();
            }
        }
    }

    @Test
    void a_folder_that_leaves_the_root_is_gone_and_one_that_comes_is_new() throws IOException, InterruptedException {
        file("a/one.mp3");
        file("keep/two.mp3");
        try (var follower = follow()) {
            Files.move(root.resolve("a"), temp.resolve("outside"));
            follower.awaitTruth();
            assertEquals(Set.of("keep/two.mp3"), follower.known.keySet());
            follower.answers.clear();
            Files.writeString(temp.resolve("outside/unseen.mp3"), "changes out there are nobody's business");
            Files.move(temp.resolve("outside"), root.resolve("back"));
            follower.awaitTruth();
            assertEquals(Set.of("back/one.mp3", "back/unseen.mp3", "keep/two.mp3"), follower.known.keySet());
            assertTrue(follower.places().stream()
                    .anyMatch(place -> place.below() && place.folderId().equals("back/")));
        }
    }

    @Test
    void an_ignore_file_takes_effect_when_it_comes_and_when_it_goes() throws IOException, InterruptedException {
        file("a/one.mp3");
        file("a/demo/two.mp3");
        try (var follower = follow()) {
            Files.writeString(root.resolve(".mpcignore"), "demo/\n");
            follower.awaitTruth();
            assertEquals(Set.of("a/one.mp3"), Set.copyOf(mp3s(follower)));
            Files.delete(root.resolve(".mpcignore"));
            follower.awaitTruth();
            assertEquals(2, mp3s(follower).size());
            file("a/demo/three.mp3");
            follower.awaitTruth();
            Files.createFile(root.resolve("a/demo/.nomedia"));
            follower.awaitTruth();
            assertEquals(Set.of("a/one.mp3"), Set.copyOf(mp3s(follower)));
            Files.delete(root.resolve("a/demo/.nomedia"));
            follower.awaitTruth();
            assertEquals(3, mp3s(follower).size());
        }
    }

    private static List<String> mp3s(Follower follower) {
        return follower.known.keySet().stream()
                .filter(id -> id.endsWith(".mp3"))
                .toList();
    }

    @Test
    void what_a_link_leads_to_outside_of_the_root_is_watched() throws IOException, InterruptedException {
        var outside = Files.createDirectories(temp.resolve("outside/deep"));
        Files.writeString(outside.resolve("one.mp3"), "1");
        Files.createSymbolicLink(root.resolve("link"), temp.resolve("outside"));
        try (var follower = follow()) {
            assertEquals(Set.of("link/deep/one.mp3"), follower.known.keySet());
            Files.writeString(outside.resolve("two.mp3"), "2");
            follower.awaitTruth();
            Files.createSymbolicLink(root.resolve("second"), Files.createDirectory(temp.resolve("another")));
            Files.writeString(temp.resolve("another/three.mp3"), "3");
            follower.awaitTruth();
            Files.writeString(temp.resolve("another/four.mp3"), "4");
            follower.awaitTruth();
            assertEquals(4, follower.known.size());
            Files.delete(root.resolve("link"));
            follower.awaitTruth();
            assertEquals(Set.of("second/three.mp3", "second/four.mp3"), follower.known.keySet());
        }
    }

    @Test
    void names_of_any_bytes_are_told() throws IOException, InterruptedException {
        try (var follower = follow()) {
            Path odd = RawPaths.decode(RawPaths.encode(root) + "/%FF%25/a%0Ab.mp3");
            Files.createDirectory(odd.getParent());
            Files.writeString(odd, "odd");
            follower.awaitTruth();
            assertEquals(Set.of("%FF%25/a%0Ab.mp3"), follower.known.keySet());
            Files.writeString(odd, "more");
            follower.awaitTruth();
        }
    }

    @Test
    void a_root_that_is_gone_ends_the_watch_in_words() throws IOException, InterruptedException {
        file("a/one.mp3");
        try (var follower = follow()) {
            Files.move(root, temp.resolve("gone"));
            var e = assertThrows(SourceException.class, () -> follower.await(told -> false));
            assertEquals(SourceException.UNAVAILABLE, e.code());
            assertTrue(e.getMessage().contains("is not there"), e.getMessage());
        }
    }

    @Test
    void a_file_that_is_still_written_waits_while_others_are_told() throws IOException, InterruptedException {
        file("a/one.mp3");
        try (var follower = follow();
                var slow = Files.newOutputStream(
                        root.resolve("a/slow.mp3"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            slow.write(new byte[1000]);
            follower.awaitTruth();
            follower.answers.clear();
            file("b/done.mp3");
            // each answer that comes meanwhile finds the slow one written to once more
            follower.await(told -> {
                write(slow);
                return told.places().stream().anyMatch(place -> place.folderId().equals("b/"));
            });
            follower.awaitTruth();
        }
    }

    private static void write(OutputStream out) {
        try {
            out.write(1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatever_happens_what_is_told_leads_to_what_is_there() throws IOException, InterruptedException {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        try (var follower = follow()) {
            for (int round = 0; round < 4; round++) {
                for (int i = 0; i < 40; i++) {
                    change(random);
                }
                follower.awaitTruth();
            }
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private void change(Random random) throws IOException {
        List<Path> folders = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        try (var all = Files.walk(root)) {
            all.forEach(path -> (Files.isDirectory(path) ? folders : files).add(path));
        }
        Path folder = folders.get(random.nextInt(folders.size()));
        Path other = folders.get(random.nextInt(folders.size()));
        Path fresh = folder.resolve("n" + random.nextInt(30));
        int what = random.nextInt(9);
        if (what == 7 && !folder.equals(root)) {
            remove(folder);
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("again"), "anew");
        } else if (what == 8 && !folder.startsWith(other) && !other.startsWith(folder)) {
            Files.move(folder, temp.resolve("between"));
            Files.move(other, folder);
            Files.move(temp.resolve("between"), other);
        } else if (Files.exists(fresh)) {
            return;
        } else if (what < 2) {
            Files.writeString(fresh, "new");
        } else if (what == 2) {
            Files.createDirectory(fresh);
        } else if (what == 3 && !files.isEmpty()) {
            Files.writeString(files.get(random.nextInt(files.size())), " and more", StandardOpenOption.APPEND);
        } else if (what == 4 && !files.isEmpty()) {
            Files.delete(files.get(random.nextInt(files.size())));
        } else if (what == 5 && !files.isEmpty()) {
            Files.move(files.get(random.nextInt(files.size())), fresh);
        } else if (!other.equals(root) && !fresh.startsWith(other)) {
            Files.move(other, fresh);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void a_watch_that_is_interrupted_while_it_walks_begins_anew() throws IOException, InterruptedException {
        for (int i = 0; i < 50; i++) {
            file("a" + i + "/one.mp3");
        }
        var session = new LocalSession(new LocalRoot(root), Surroundings.here(() -> Follower.QUICK));
        try (var watch = session.watch()) {
            assertTrue(watch.await(Duration.ZERO).isEmpty(), "one folder a time");
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> watch.await(Duration.ofSeconds(10)));
            while (!watch.await(Duration.ofSeconds(1)).everything()) {
                // it walks
            }
            file("a7/two.mp3");
            while (!watch.await(Duration.ofSeconds(1)).places().contains(Place.folder("a7/"))) {
                // it waits
            }
        }
    }
}
