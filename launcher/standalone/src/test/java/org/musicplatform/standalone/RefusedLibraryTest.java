package org.musicplatform.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.ComponentHealth;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.testkit.media.Fixtures;

class RefusedLibraryTest {

    @TempDir
    Path dir;

    private Path home;

    private void index() throws Exception {
        home = dir.resolve("home");
        Path music = Files.createDirectories(dir.resolve("music"));
        Fixtures.copyAll(music);
        try (var standalone = StandaloneCore.open(home)) {
            var core = standalone.core();
            core.sources().add("local", music.toString()).get();
            index(core);
            core.library().backup(dir.resolve("backup")).get();
        }
    }

    private static void index(CoreService core) throws Exception {
        var job = core.sync().start(Set.of(), SyncOptions.DEFAULT).get();
        assertEquals(SyncState.COMPLETED, job.completion().get().status().state());
    }

    private static LibraryException refusal(CoreService core) {
        var thrown = assertThrows(
                ExecutionException.class,
                () -> core.library().search("a", SearchLimits.DEFAULT).get());
        return assertInstanceOf(LibraryException.class, thrown.getCause());
    }

    private static ComponentHealth health(CoreService core) {
        return core.health().components().stream()
                .filter(component -> component.component().equals("LibraryService"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_core_opens_without_its_library_says_why_and_takes_the_order_that_brings_it_back() throws Exception {
        index();
        Files.writeString(home.resolve("library.db"), "no database at all, but long enough to have a header of one");
        try (var standalone = StandaloneCore.open(home)) {
            var core = standalone.core();
            assertEquals(LibraryException.DAMAGED, refusal(core).code());
            assertEquals(ComponentHealth.State.DOWN, health(core).state());
            assertEquals(refusal(core).getMessage(), health(core).message());

            core.library().restore(dir.resolve("backup")).get();
            assertEquals(ComponentHealth.State.OK, health(core).state());
            assertEquals(1, core.sources().list().get().size());
            index(core);
        }
    }

    @Test
    void a_second_core_of_one_home_works_once_the_first_is_closed() throws Exception {
        index();
        var first = StandaloneCore.open(home);
        try (var second = StandaloneCore.open(home)) {
            assertEquals(LibraryException.IN_USE, refusal(second.core()).code());
            first.close();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20); // it is tried again every 2 s at most
            while (health(second.core()).state() != ComponentHealth.State.OK) {
                assertTrue(System.nanoTime() < end, () -> health(second.core()).toString());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
            assertEquals(1, second.core().sources().list().get().size());
        }
    }
}
