package org.musicplatform.embedded.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.source.SourceService;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncService;
import org.musicplatform.core.testkit.media.Fixtures;
import org.musicplatform.embedded.EmbeddedConfig;
import org.musicplatform.embedded.EmbeddedCore;
import org.musicplatform.embedded.EmbeddedException;

@Timeout(180)
class EmbeddedCoreTest {

    @TempDir
    Path dir;

    @Test
    void started_and_stopped_twenty_times_it_leaves_nothing_behind() throws Exception {
        Path music = Files.createDirectories(dir.resolve("music"));
        Fixtures.copyAll(music);
        round(music); // what is made once for all
        var threads = threads();
        long files = openFiles();
        var services = new ArrayList<WeakReference<Object>>();
        for (int i = 0; i < 20; i++) {
            services.add(round(music));
        }
        await("threads end", () -> {
            var more = threads();
            more.removeAll(threads);
            return more.isEmpty();
        });
        await("files are closed", () -> openFiles() <= files);
        await("classes are let go", () -> {
            System.gc();
            // the last one may still be on a stack
            return services.stream().filter(service -> service.get() != null).count() <= 1;
        });
    }

    /** A start, some work, a stop; returns a class of a bundle, which must be collected. */
    private WeakReference<Object> round(Path music) throws Exception {
        try (var embedded = EmbeddedCore.start(EmbeddedConfig.at(dir.resolve("home")))) {
            var core = embedded.core();
            core.sources().add("local", music.toString()).get(10, TimeUnit.SECONDS);
            core.sync()
                    .start(Set.of(), SyncOptions.DEFAULT)
                    .get(10, TimeUnit.SECONDS)
                    .completion()
                    .get(30, TimeUnit.SECONDS);
            assertTrue(core.library().counts().get(10, TimeUnit.SECONDS).files() > 5);
            var loader = core.getClass().getClassLoader();
            assertFalse(loader == getClass().getClassLoader());
            return new WeakReference<>(loader);
        }
    }

    private static Set<String> threads() {
        var names = new TreeSet<String>();
        Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).forEach(t -> names.add(t.getName()));
        return names;
    }

    private static long openFiles() {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.count();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void await(String what, java.util.function.BooleanSupplier state) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!state.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not within 30 s: " + what);
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
    }

    @Test
    void a_home_in_use_is_refused_naming_the_owner() {
        var config = EmbeddedConfig.at(dir.resolve("home"));
        try (var first = EmbeddedCore.start(config)) {
            var refused = assertThrows(EmbeddedException.class, () -> EmbeddedCore.start(config));
            assertTrue(
                    refused.getMessage()
                            .contains("process " + ProcessHandle.current().pid()),
                    refused::getMessage);
            assertNotNull(first.core());
        }
        EmbeddedCore.start(config).close();
    }

    @Test
    void a_home_that_cannot_be_is_refused_and_so_is_a_bad_bundle() throws Exception {
        Path file = Files.writeString(dir.resolve("file"), "no folder");
        assertThrows(EmbeddedException.class, () -> EmbeddedCore.start(EmbeddedConfig.at(file)));
        var config = EmbeddedConfig.at(dir.resolve("home"));
        var refused = assertThrows(EmbeddedException.class, () -> EmbeddedCore.start(config.with(file)));
        assertTrue(refused.getMessage().startsWith("The core does not start"), refused::getMessage);
        EmbeddedCore.start(config).close(); // the home was given back
    }

    @Test
    void a_closed_core_says_so_and_closes_once() {
        var embedded = EmbeddedCore.start(EmbeddedConfig.at(dir.resolve("home")));
        embedded.close();
        embedded.close();
        assertThrows(EmbeddedException.class, embedded::core);
    }

    @Test
    void modules_work_without_the_facade() throws Exception {
        Path music = Files.createDirectories(dir.resolve("music"));
        int files = Fixtures.copyAll(music).size();
        var config = EmbeddedConfig.at(dir.resolve("home")).without("org.musicplatform.core.service");
        try (var embedded = EmbeddedCore.start(config)) {
            assertNull(embedded.service(CoreService.class));
            embedded.service(SourceService.class).add("local", music.toString()).get(10, TimeUnit.SECONDS);
            embedded.service(SyncService.class)
                    .start(Set.of(), SyncOptions.DEFAULT)
                    .get(10, TimeUnit.SECONDS)
                    .completion()
                    .get(30, TimeUnit.SECONDS);
            assertEquals(
                    files,
                    embedded.service(LibraryService.class)
                            .counts()
                            .get(10, TimeUnit.SECONDS)
                            .files());
        }
    }
}
