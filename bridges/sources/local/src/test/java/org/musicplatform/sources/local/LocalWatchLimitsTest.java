package org.musicplatform.sources.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.source.spi.Watch;
import org.musicplatform.core.api.source.spi.Watch.Place;

/** What a watch does where the system lets it down: with notifications, mounts and a clock that the test makes. */
class LocalWatchLimitsTest {

    private static final WatchSettings SETTINGS = new WatchSettings(
            Duration.ofMillis(400), Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofHours(6), 1_000, 10_000);

    @TempDir
    Path temp;

    private Path root;
    private Path mountinfo;
    private Path limits;
    private final Scripted system = new Scripted();

    @BeforeEach
    void makeSystem() throws IOException {
        root = Files.createDirectory(temp.toRealPath().resolve("music"));
        mountinfo = temp.resolve("mountinfo");
        limits = Files.createDirectory(temp.resolve("inotify"));
        Files.writeString(limits.resolve("max_user_watches"), "8192\n");
        Files.writeString(limits.resolve("max_user_instances"), "128\n");
        mounted("");
        system.notices.clear();
    }

    private void mounted(String more) throws IOException {
        Files.writeString(mountinfo, "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw\n" + more);
    }

    /** Notifications and time as the test wants them: waiting takes no time, the clock goes on by as much. */
    private static final class Scripted implements Notifier {

        final Map<String, Object> registered = new TreeMap<>();
        final List<Notice> notices = new ArrayList<>();
        int most = Integer.MAX_VALUE;
        long now;

        @Override
        public Object register(Path folder) throws IOException {
            if (registered.size() >= most && !registered.containsKey(folder.toString())) {
                throw new LimitException(new IOException("User limit of inotify watches reached"));
            }
            return registered.computeIfAbsent(folder.toString(), text -> "registration of " + text);
        }

        @Override
        public void forget(Object registration) {
            registered.values().remove(registration);
        }

        @Override
        public List<Notice> await(long nanos) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            var told = List.copyOf(notices);
            notices.clear();
            now += told.isEmpty() ? Math.max(nanos, 1_000) : 1_000;
            return told;
        }

        @Override
        public void close() {
            throw new ClosedWatchServiceException();
        }

        void tell(Path folder, WatchEvent.Kind<?> kind, String name) {
            Object registration = registered.get(folder.toString());
            assertNotNull(registration, folder + " is not registered");
            notices.add(new Notice(registration, List.of(new Told(kind, name == null ? null : Path.of(name))), true));
        }

        /** Names of the registered folders. */
        Set<String> names() {
            return registered.keySet().stream()
                    .map(path -> Path.of(path).getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    private record Told(Kind<Path> kind, Path context) implements WatchEvent<Path> {

        @SuppressWarnings("unchecked")
        Told(WatchEvent.Kind<?> kind, Object context) {
            this((Kind<Path>) kind, (Path) context);
        }

        @Override
        public int count() {
            return 1;
        }
    }

    /** Makes a folder with a file in it; it and those around it changed last so many days ago. */
    private Path folder(String name, int days) throws IOException {
        Path folder = Files.createDirectories(root.resolve(name));
        Files.writeString(folder.resolve("one.mp3"), name);
        for (Path path = folder; path.startsWith(root); path = path.getParent()) {
            Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofDays(days))));
        }
        return folder;
    }

    private LocalSession session(WatchSettings settings, Notifier.Opener opener) {
        return new LocalSession(
                new LocalRoot(root),
                new Surroundings(
                        new Mounts(mountinfo, temp.resolve("none")), opener, limits, () -> system.now, () -> settings));
    }

    private Watch watch(WatchSettings settings) throws IOException, InterruptedException {
        var watch = session(settings, () -> system).watch();
        assertTrue(watch.await(Duration.ofSeconds(1)).everything());
        return watch;
    }

    /** Adds a file without the system's telling. */
    private static void addUnseen(Path folder) throws IOException {
        Files.writeString(folder.resolve("unseen.mp3"), "unseen");
    }

    @Test
    void when_no_more_folders_are_allowed_those_that_changed_last_are_watched() throws Exception {
        for (int i = 0; i < 20; i++) {
            folder("f" + i, 100 - (i * 7) % 20); // the order of names is not that of heat
        }
        Files.writeString(root.resolve("new.mp3"), "the root changed just now");
        system.most = 6;
        var watch = watch(SETTINGS);
        assertEquals(Set.of("music", "f17", "f14", "f11", "f8", "f5"), system.names());
        var blindness = watch.await(Duration.ZERO).blindness();
        assertTrue(blindness.reason().contains("fs.inotify.max_user_watches = 8192"), blindness.reason());
        assertTrue(blindness.reason().contains("every 5 min to 6 h"), blindness.reason());
        assertTrue(
                blindness.remedy().startsWith("Run: sudo sysctl fs.inotify.max_user_watches=524288 "),
                blindness.remedy());
        assertEquals(blindness, watch.await(Duration.ofMinutes(1)).blindness(), "told in the same words");
    }

    @Test
    void what_is_not_watched_is_swept_and_watched_once_it_changed() throws Exception {
        for (int i = 0; i < 10; i++) {
            folder("f" + i, 60 - i);
        }
        system.most = 3;
        var watch = watch(SETTINGS);
        assertEquals(Set.of("music", "f8", "f9"), system.names());
        addUnseen(root.resolve("f2"));
        assertTrue(watch.await(Duration.ofMinutes(4)).isEmpty());
        assertEquals(
                List.of(Place.folder("f2/")), watch.await(Duration.ofMinutes(2)).places());
        assertTrue(system.names().contains("f2"));
        assertFalse(system.names().contains("f8"));
    }

    @Test
    void a_raised_limit_is_found_and_the_watch_is_no_longer_blind() throws Exception {
        for (int i = 0; i < 10; i++) {
            folder("f" + i, 60 - i);
        }
        system.most = 3;
        var watch = watch(SETTINGS);
        assertNotNull(watch.await(Duration.ZERO).blindness());
        system.most = 100;
        assertNull(watch.await(Duration.ofMinutes(6)).blindness());
        assertEquals(11, system.names().size());
    }

    @Test
    void a_setting_may_allow_fewer_than_the_system() throws Exception {
        for (int i = 0; i < 10; i++) {
            folder("f" + i, 60 - i);
        }
        var few = new WatchSettings(
                SETTINGS.quiet(), SETTINGS.spacing(), Duration.ofSeconds(20), Duration.ofSeconds(90), 4, 8);
        var watch = watch(few);
        assertEquals(4, system.names().size());
        var blindness = watch.await(Duration.ZERO).blindness();
        assertTrue(blindness.remedy().contains("local.watched-folders"), blindness.remedy());
        assertTrue(blindness.reason().contains("more than 8 folders"), blindness.reason());
        assertTrue(blindness.reason().endsWith("every 20 s to 90 s."), blindness.reason());
    }

    @Test
    void when_no_watching_is_allowed_at_all_everything_is_swept() throws Exception {
        folder("a", 3);
        try (var watch = session(SETTINGS, () -> {
                    throw new Notifier.LimitException(new IOException("User limit of inotify instances reached"));
                })
                .watch()) {
            var answer = watch.await(Duration.ofSeconds(1));
            assertTrue(answer.everything());
            assertTrue(answer.blindness().reason().contains("max_user_instances = 128"), answer.toString());
            assertTrue(answer.blindness().remedy().contains("fs.inotify.max_user_instances=1024"), answer.toString());
        }
    }

    private void network() throws IOException {
        mounted("30 27 0:5 / " + RawPaths.encode(root) + " rw - nfs4 nas:/music rw\n");
    }

    @Test
    void a_network_drive_is_swept_and_the_host_is_told_why() throws Exception {
        Path b = folder("a/b", 3);
        folder("c", 3);
        network();
        var watch = watch(SETTINGS);
        var blindness = watch.await(Duration.ZERO).blindness();
        assertTrue(blindness.reason().startsWith(root + " (nfs4) does not tell"), blindness.reason());
        addUnseen(b);
        assertEquals(
                List.of(Place.folder("a/b/")),
                watch.await(Duration.ofMinutes(6)).places());
        Files.move(root.resolve("c"), root.resolve("a/d"));
        var places = watch.await(Duration.ofMinutes(6)).places();
        assertTrue(places.containsAll(List.of(Place.below("c/"), Place.below("a/d/"))), places.toString());
        system.tell(b, StandardWatchEventKinds.ENTRY_MODIFY, "one.mp3");
        assertEquals(
                List.of(Place.folder("a/b/")),
                watch.await(Duration.ofSeconds(2)).places(),
                "what this machine does is told at once all the same");
    }

    @Test
    void sweeps_come_less_often_as_long_as_nothing_changes() throws Exception {
        Path a = folder("a", 3);
        network();
        var watch = watch(SETTINGS);
        assertTrue(watch.await(Duration.ofMinutes(16)).isEmpty()); // it looked after 5 and after 15 minutes
        addUnseen(a);
        assertTrue(watch.await(Duration.ofMinutes(17)).isEmpty());
        assertEquals(
                List.of(Place.folder("a/")), watch.await(Duration.ofMinutes(3)).places());
        Files.delete(a.resolve("unseen.mp3"));
        assertEquals(
                List.of(Place.folder("a/")), watch.await(Duration.ofMinutes(6)).places(), "soon again");
    }

    @Test
    void what_no_folder_tells_is_found_by_looking_at_everything_in_the_end() throws Exception {
        folder("a", 3);
        network();
        var watch = watch(SETTINGS);
        for (int times = 1; times <= 3; times++) {
            assertTrue(watch.await(Duration.ofHours(7)).everything());
            assertEquals(
                    Duration.ofHours(6 * times).toMinutes(),
                    Duration.ofNanos(system.now).toMinutes());
        }
    }

    @Test
    void one_folder_that_lost_count_is_looked_at_again() throws Exception {
        Path a = folder("a", 3);
        folder("b", 3);
        var watch = watch(SETTINGS);
        Files.createDirectories(a.resolve("new/deep"));
        Files.writeString(a.resolve("new/deep/two.mp3"), "2");
        system.tell(a, StandardWatchEventKinds.OVERFLOW, null);
        var places = watch.await(Duration.ofSeconds(5)).places();
        assertEquals(Set.of(Place.folder("a/"), Place.below("a/new/")), Set.copyOf(places));
        assertTrue(system.names().contains("deep"));
    }

    @Test
    void when_the_system_lost_count_everything_may_have_changed() throws Exception {
        for (int i = 0; i < 40; i++) {
            folder("f" + i, i);
        }
        var watch = watch(SETTINGS);
        Files.createDirectory(root.resolve("new"));
        IntStream.range(0, 40).forEach(i -> system.tell(root.resolve("f" + i), StandardWatchEventKinds.OVERFLOW, null));
        assertTrue(watch.await(Duration.ofSeconds(5)).everything());
        assertTrue(system.names().contains("new"));
        assertTrue(watch.await(Duration.ofSeconds(5)).isEmpty());
    }

    @Test
    void when_a_drive_is_mounted_below_everything_is_looked_at() throws Exception {
        folder("a", 3);
        var watch = watch(SETTINGS);
        assertTrue(watch.await(Duration.ofSeconds(30)).isEmpty());
        mounted("31 27 8:1 / " + RawPaths.encode(root) + "/a rw - cifs //nas/a rw\n");
        var answer = watch.await(Duration.ofSeconds(30));
        assertTrue(answer.everything());
        assertTrue(answer.blindness().reason().contains("/a (cifs)"), answer.toString());
        mounted("");
        answer = watch.await(Duration.ofSeconds(30));
        assertTrue(answer.everything());
        assertNull(answer.blindness());
    }

    @Test
    void a_folder_that_the_system_forgot_is_registered_again() throws Exception {
        Path b = folder("a/b", 3);
        var watch = watch(SETTINGS);
        Object registration = system.registered.remove(b.toString());
        system.notices.add(new Notifier.Notice(registration, List.of(), false));
        assertEquals(
                List.of(Place.below("a/b/")), watch.await(Duration.ofSeconds(5)).places());
        assertTrue(system.names().contains("b"));
    }

    @Test
    void folders_that_go_are_let_go_of() throws Exception {
        Path a = folder("a/b/c", 3);
        var watch = watch(SETTINGS);
        assertEquals(4, system.registered.size());
        Files.move(root.resolve("a/b"), temp.resolve("outside"));
        system.tell(root.resolve("a"), StandardWatchEventKinds.ENTRY_DELETE, "b");
        assertEquals(
                Set.of(Place.below("a/b/")),
                Set.copyOf(watch.await(Duration.ofSeconds(5)).places()));
        assertTrue(watch.await(Duration.ofSeconds(5)).isEmpty());
        assertEquals(Set.of("music", "a"), system.names());
        assertFalse(Files.exists(a));
    }
}
