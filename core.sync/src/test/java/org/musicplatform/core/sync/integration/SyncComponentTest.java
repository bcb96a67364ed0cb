package org.musicplatform.core.sync.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.musicplatform.cnf.framework.TestFramework;
import org.musicplatform.core.api.bridge.SettingsStore;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.metadata.PictureFile;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.TagRun;
import org.musicplatform.core.api.metadata.Workload;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.SourceService;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.api.source.SourceStatus;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncService;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.api.sync.SyncStatus;
import org.musicplatform.core.testkit.bridge.MemorySettingsStore;
import org.musicplatform.core.testkit.source.FakeStorageProvider;

class SyncComponentTest {

    private static final List<SourceStatus> SOURCES = new CopyOnWriteArrayList<>();
    private static final ConcurrentSkipListMap<Long, SyncStatus> JOBS = new ConcurrentSkipListMap<>();

    @BeforeEach
    void forgetSources() {
        SOURCES.clear();
        JOBS.clear();
    }

    private static <T> T fake(Class<T> type, String name) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            return switch (method.getName()) {
                case "resolve" -> new StorageProvider.Location("/" + name, name);
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == args[0];
                case "toString" -> name;
                case "addSource" ->
                    new org.musicplatform.core.api.source.SourceAccount(
                            new org.musicplatform.core.api.source.SourceId(1),
                            (String) args[0],
                            (String) args[1],
                            (String) args[2]);
                case "sources" -> SOURCES;
                case "noteJob" -> JOBS.put(((SyncStatus) args[0]).job().value(), (SyncStatus) args[0]);
                case "jobs" -> List.copyOf(JOBS.descendingMap().values());
                case "queued" -> 0L;
                default -> null;
            };
        }));
    }

    @Test
    void indexing_comes_and_goes_with_its_library_and_the_best_provider_is_used() throws Exception {
        try (var framework = TestFramework.start()) {
            framework.installOwn();
            var library = framework.register(LibraryWriter.class, fake(LibraryWriter.class, "library"), 0);
            framework.register(MetadataService.class, fake(MetadataService.class, "metadata"), 0);
            framework.await(SyncService.class);
            var sources = framework.await(SourceService.class);
            assertEquals(List.of(), sources.providers());

            var id = "music.source.id";
            var first = framework.register(StorageProvider.class, fake(StorageProvider.class, "first"), 0, id, "fake");
            TestFramework.await("provider comes", sources::providers, List.of("fake")::equals);
            var second =
                    framework.register(StorageProvider.class, fake(StorageProvider.class, "second"), 5, id, "fake");
            assertEquals("second", sources.add("fake", "x").get().name());
            second.unregister();
            assertEquals("first", sources.add("fake", "x").get().name());
            first.unregister();
            TestFramework.await("provider goes", sources::providers, List::isEmpty);

            library.unregister();
            framework.awaitGone(SyncService.class);
        }
    }

    @Test
    @Timeout(30)
    void a_job_that_an_update_cut_off_is_found_again_as_interrupted() throws Exception {
        try (var framework = TestFramework.start()) {
            var own = framework.installOwn();
            framework.register(LibraryWriter.class, fake(LibraryWriter.class, "library"), 0);
            framework.register(MetadataService.class, new NoTags(), 0);
            var provider = new FakeStorageProvider().folder("music");
            var gate = provider.holdOpens();
            framework.register(StorageProvider.class, provider, 0, "music.source.id", "fake");
            var account = FakeStorageProvider.account(1, "music");
            SOURCES.add(new SourceStatus(account, SourceState.NEW, "", 0, 0, 0, null));

            var job = framework
                    .await(SyncService.class)
                    .start(Set.of(), SyncOptions.DEFAULT)
                    .get();
            gate.awaitArrival();
            assertEquals(SyncState.RUNNING, job.status().state());
            own.stop();
            framework.awaitGone(SyncService.class);
            assertEquals(SyncState.FAILED, job.completion().get().status().state());
            own.start();
            var left = framework.await(SyncService.class).job(job.id()).get().status();
            assertEquals(SyncState.FAILED, left.state());
            assertTrue(left.reason().contains("interrupted"), left.reason());
            assertEquals(job.status().started(), left.started());
            own.stop();
            TestFramework.await("no thread is left", SyncComponentTest::ownThreads, List::isEmpty);
        }
    }

    private static List<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("core-worker-s") || name.startsWith("core-callback-sync"))
                .toList();
    }

    @Test
    void indexing_goes_on_with_another_reader_of_tags_when_the_first_goes_and_without_settings() throws Exception {
        try (var framework = TestFramework.start()) {
            framework.installOwn();
            framework.register(LibraryWriter.class, fake(LibraryWriter.class, "library"), 0);
            var first = framework.register(MetadataService.class, new NoTags(), 0);
            framework.register(MetadataService.class, new NoTags(), 5);
            framework.await(SyncService.class);
            first.unregister();
            var settings = framework.register(SettingsStore.class, new MemorySettingsStore(), 0);
            var run = framework
                    .await(SyncService.class)
                    .start(Set.of(), SyncOptions.DEFAULT)
                    .get();
            assertEquals(SyncState.COMPLETED, run.completion().get().status().state());
            settings.unregister();
            var without = framework
                    .await(SyncService.class)
                    .start(Set.of(), SyncOptions.DEFAULT)
                    .get();
            assertEquals(
                    SyncState.COMPLETED, without.completion().get().status().state());
        }
    }

    private static final class NoTags implements MetadataService {
        @Override
        public CompletableFuture<TagReading> readTags(FileRef file, List<FileRef> sheets) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException());
        }

        @Override
        public Lyrics parseLyrics(byte[] text, String origin) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public CompletableFuture<Lyrics> readLyrics(FileRef text) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException());
        }

        @Override
        public CompletableFuture<PictureFile> readPictureFile(FileRef picture) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException());
        }

        @Override
        public CompletableFuture<byte[]> readPicture(FileRef file, int index) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException());
        }

        @Override
        public CompletableFuture<String> hash(FileRef file, String kind) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException());
        }

        @Override
        public List<String> extensions() {
            return List.of();
        }

        @Override
        public CompletableFuture<Void> readTags(TagRun run) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException());
        }

        @Override
        public int concurrency(Workload load) {
            return 1;
        }
    }
}
