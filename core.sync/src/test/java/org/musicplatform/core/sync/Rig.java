package org.musicplatform.core.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.sync.SyncJob;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncReport;
import org.musicplatform.core.sync.job.Jobs;
import org.musicplatform.core.sync.job.Timing;
import org.musicplatform.core.testkit.bridge.MemorySettingsStore;
import org.musicplatform.core.testkit.source.FakeStorageProvider;

/** An engine on fakes of all that is around it. */
final class Rig implements AutoCloseable {

    static final Timing QUICK = new Timing(
            Duration.ofSeconds(5),
            List.of(Duration.ofMillis(1), Duration.ofMillis(1)),
            Duration.ofMillis(1),
            Duration.ofMillis(20),
            Duration.ofMinutes(5),
            Duration.ofHours(6));

    final FakeLibrary library = new FakeLibrary();
    final FakeStorageProvider source = new FakeStorageProvider();
    final FakeMetadata metadata = new FakeMetadata();
    final MemorySettingsStore settings = new MemorySettingsStore();
    final List<CoreEvent> events = new CopyOnWriteArrayList<>();
    final AtomicBoolean playing = new AtomicBoolean();
    volatile Supplier<List<Provider>> providers = () -> List.of(new Provider("fake", source.traits(), source));
    final SyncEngine engine;

    Rig() {
        this(QUICK);
    }

    Rig(Timing timing) {
        var tools = new Jobs.Tools(
                library, metadata, List::of, playing::get, () -> settings, Clock.systemUTC(), events::add, timing);
        engine = new SyncEngine(() -> providers.get(), tools);
    }

    /** A source of these traits with files of a few bytes, made known. */
    SourceAccount source(SourceTraits traits, String... paths) throws Exception {
        source.traits(traits);
        return source(paths);
    }

    SourceAccount source(String... paths) throws Exception {
        String root = paths[0].substring(0, paths[0].indexOf('/'));
        files(paths);
        return engine.add("fake", root).get();
    }

    void files(String... paths) {
        for (String path : paths) {
            source.file(path, new byte[] {1, 2, 3});
        }
    }

    SyncJob start(SyncOptions options) throws Exception {
        return engine.start(Set.of(), options).get();
    }

    SyncReport sync() throws Exception {
        return sync(SyncOptions.DEFAULT);
    }

    SyncReport sync(SyncOptions options) throws Exception {
        return start(options).completion().get();
    }

    <T extends CoreEvent> List<T> told(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Waits up to 10 s for something. */
    static void await(String what, BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within 10 s: " + what);
            }
            Thread.sleep(2);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
