package org.musicplatform.platform.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.PluginChanged;
import org.musicplatform.core.api.plugin.PluginException;
import org.musicplatform.core.api.plugin.PluginInfo;

@Timeout(60)
class PluginEngineTest {

    @TempDir
    Path dir;

    private final Host host = new Host();
    private final List<CoreEvent> events = new CopyOnWriteArrayList<>();
    private PluginEngine engine;

    @BeforeEach
    void start() {
        engine = new PluginEngine(dir.resolve("plugins"), dir.resolve("cache"), host, Clock.systemUTC(), events::add);
        engine.begin();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void a_jar_that_is_dropped_runs_and_goes_with_its_file() throws Exception {
        Path jar = TestJar.bundle("org.a", "1.0.0").write(dir.resolve("plugins/a.jar"));
        await(() -> host.running().equals(List.of("org.a 1.0.0")));
        await(() -> engine.list().size() == 1);
        assertEquals(PluginInfo.State.ACTIVE, engine.list().get(0).state());
        Files.delete(jar);
        await(() -> host.running().isEmpty());
        await(() -> engine.list().isEmpty());
        await(() -> events.size() == 2); // told after it is gone
        assertEquals(
                List.of(PluginInfo.State.ACTIVE, PluginInfo.State.REMOVED),
                events.stream().map(e -> ((PluginChanged) e).plugin().state()).toList());
    }

    @Test
    void a_jar_that_is_installed_lies_in_the_folder_and_another_version_takes_its_place() {
        var one = engine.install(TestJar.bundle("org.a", "1.0.0").write(dir.resolve("one.jar")))
                .join();
        assertEquals("org.a.jar", one.file());
        var two = engine.install(TestJar.bundle("org.a", "2.0.0").write(dir.resolve("two.jar")))
                .join();
        assertEquals("2.0.0", two.version());
        assertEquals(List.of("org.a 2.0.0"), host.running());
        assertTrue(Files.exists(dir.resolve("plugins/org.a.jar")));
        assertEquals("org.a", engine.remove("org.a").join().name());
        assertEquals(List.of(), host.running());
        assertTrue(Files.notExists(dir.resolve("plugins/org.a.jar")));
    }

    @Test
    void a_bad_version_leaves_the_one_before_at_work() {
        engine.install(TestJar.bundle("org.a", "1.0.0").write(dir.resolve("one.jar")))
                .join();
        host.refused.add("org.a 2.0.0");
        Path bad = TestJar.bundle("org.a", "2.0.0").write(dir.resolve("two.jar"));
        assertEquals(PluginException.UNRESOLVED, code(() -> engine.install(bad).join()));
        assertEquals(List.of("org.a 1.0.0"), host.running());
        // dropped over the good one it is refused too, and the good one goes on
        TestJar.bundle("org.a", "2.0.0").write(dir.resolve("plugins/org.a.jar"));
        await(() -> engine.list().get(0).state() == PluginInfo.State.REFUSED);
        assertEquals(List.of("org.a 1.0.0"), host.running());
    }

    @Test
    void what_is_no_plug_in_is_refused_in_words_and_tried_again_when_it_changes() throws Exception {
        Path file = dir.resolve("plugins/a.jar");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "no jar");
        await(() -> !engine.list().isEmpty());
        assertTrue(engine.list().get(0).reason().contains("a.jar is no jar"), engine.list()::toString);
        TestJar.plain().write(file);
        await(() -> engine.list().get(0).reason().contains("Bundle-SymbolicName"));
        TestJar.bundle("org.a", "1.0.0").write(file);
        await(() -> engine.list().get(0).state() == PluginInfo.State.ACTIVE);
    }

    @Test
    void a_name_of_the_platform_or_of_another_plug_in_is_refused() {
        assertEquals(PluginException.NAME_TAKEN, code(() -> engine.install(
                        TestJar.bundle("org.own", "9").write(dir.resolve("own.jar")))
                .join()));
        TestJar.bundle("org.a", "1.0.0").write(dir.resolve("plugins/a1.jar"));
        await(() -> host.running().size() == 1);
        TestJar.bundle("org.a", "1.1.0").write(dir.resolve("plugins/a2.jar"));
        await(() -> engine.list().size() == 2);
        assertTrue(engine.list().toString().contains("is here already, from a1.jar"), engine.list()::toString);
        engine.remove("a1.jar").join();
        await(() -> host.running().equals(List.of("org.a 1.1.0")));
    }

    @Test
    void what_lacked_something_is_tried_again_when_something_comes() {
        host.refused.add("org.a 1.0.0");
        TestJar.bundle("org.a", "1.0.0").write(dir.resolve("plugins/a.jar"));
        await(() -> !engine.list().isEmpty());
        host.refused.clear();
        engine.install(TestJar.bundle("org.b", "1.0.0").write(dir.resolve("b.jar")))
                .join();
        await(() -> host.running().size() == 2);
    }

    @Test
    void what_fails_at_its_start_is_not_tried_again_by_the_next_run() {
        host.failing.add("org.a 1.0.0");
        TestJar.bundle("org.a", "1.0.0").write(dir.resolve("plugins/a.jar"));
        await(() -> !engine.list().isEmpty());
        int tries = host.tries;
        engine.close();
        start();
        await(() -> !engine.list().isEmpty());
        assertEquals(PluginInfo.State.REFUSED, engine.list().get(0).state());
        assertEquals(tries, host.tries);
    }

    @Test
    void the_next_run_starts_what_is_there_and_drops_what_is_not() throws Exception {
        engine.install(TestJar.bundle("org.a", "1.0.0").write(dir.resolve("a.jar")))
                .join();
        engine.install(TestJar.bundle("org.b", "1.0.0").write(dir.resolve("b.jar")))
                .join();
        engine.close();
        Files.delete(dir.resolve("plugins/org.a.jar"));
        host.started.clear();
        start();
        assertEquals(List.of("org.b 1.0.0"), host.running());
        assertEquals(List.of("org.b 1.0.0"), host.started);
    }

    @Test
    void a_callback_may_wait_for_another_answer() {
        var two = engine.install(TestJar.bundle("org.a", "1.0.0").write(dir.resolve("one.jar")))
                .thenApplyAsync(
                        one -> engine.install(TestJar.bundle("org.a", "2.0.0").write(dir.resolve("two.jar")))
                                .join());
        assertEquals("2.0.0", two.join().version());
    }

    @Test
    void closing_leaves_nobody_waiting_for_what_had_not_begun() throws Exception {
        var go = new CountDownLatch(1);
        host.held = go;
        engine.install(TestJar.bundle("org.a", "1.0.0").write(dir.resolve("one.jar")));
        await(() -> host.tries == 1);
        var waiting = engine.remove("org.a");
        engine.close();
        assertThrows(CancellationException.class, waiting::join);
    }

    @Test
    void an_unknown_name_is_refused_naming_those_there() {
        engine.install(TestJar.bundle("org.a", "1.0.0").write(dir.resolve("a.jar")))
                .join();
        var refusal =
                assertThrows(CompletionException.class, () -> engine.remove("x").join());
        assertTrue(refusal.getCause().getMessage().contains("org.a"), refusal::toString);
    }

    private static String code(Runnable call) {
        var thrown = assertThrows(CompletionException.class, call::run);
        return ((PluginException) thrown.getCause()).code();
    }

    private static void await(BooleanSupplier state) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!state.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it does not come");
            Thread.onSpinWait();
        }
    }

    /** Runs nothing, and says so. */
    private static final class Host implements PluginHost {
        private final Map<String, JarHeader> there = Collections.synchronizedMap(new LinkedHashMap<>());
        private final List<String> started = new CopyOnWriteArrayList<>();
        private final List<String> refused = new CopyOnWriteArrayList<>();
        private final List<String> failing = new CopyOnWriteArrayList<>();
        private volatile int tries;
        private volatile CountDownLatch held = new CountDownLatch(0);

        List<String> running() {
            return started.stream().sorted().toList();
        }

        @Override
        public List<Installed> installed() {
            var all = new ArrayList<Installed>();
            synchronized (there) {
                there.forEach((key, header) -> all.add(new Installed(key, header)));
            }
            return all;
        }

        @Override
        public boolean isOwn(String symbolicName) {
            return symbolicName.equals("org.own");
        }

        @Override
        public void install(String key, Path jar) {
            tries++;
            try {
                held.await();
            } catch (InterruptedException stopped) {
                throw new PluginException(PluginException.START_FAILED, "It was stopped.");
            }
            var header = JarHeader.read(jar);
            if (refused.contains(name(header))) {
                throw new PluginException(PluginException.UNRESOLVED, "It needs what is not here.");
            }
            if (failing.contains(name(header))) {
                throw new PluginException(PluginException.START_FAILED, "It failed.");
            }
            there.put(key, header);
            started.add(name(header));
        }

        @Override
        public void start(String key) {
            started.add(name(there.get(key)));
        }

        @Override
        public void uninstall(String key) {
            var gone = there.remove(key);
            if (gone != null) {
                started.remove(name(gone));
            }
        }

        private static String name(JarHeader header) {
            return header.symbolicName() + " " + header.version();
        }
    }
}
