package org.musicplatform.core.service.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.musicplatform.cnf.framework.TestFramework;
import org.musicplatform.core.api.CapabilityMissingException;
import org.musicplatform.core.api.ComponentHealth;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.event.CapabilityChanged;
import org.musicplatform.core.api.event.EventFilter;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.metadata.PictureFile;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.TagRun;
import org.musicplatform.core.api.metadata.Workload;
import org.musicplatform.core.api.source.FileRef;

class CoreServiceTest {

    private final TestFramework framework = TestFramework.start();
    private CoreService core;

    @BeforeEach
    void start() {
        framework.installOwn();
        core = framework.await(CoreService.class);
    }

    @AfterEach
    void stop() {
        framework.close();
    }

    @Test
    void a_part_comes_goes_and_is_replaced_by_a_higher_ranking() {
        var metadata = core.metadata();
        assertThrows(CapabilityMissingException.class, metadata::extensions);
        var plain = framework.register(MetadataService.class, new Extensions("mp3"), 0);
        assertEquals(List.of("mp3"), metadata.extensions());
        var better = framework.register(MetadataService.class, new Extensions("flac"), 10);
        assertEquals(List.of("flac"), metadata.extensions());
        better.unregister();
        assertEquals(List.of("mp3"), metadata.extensions());
        plain.unregister();
        assertThrows(CapabilityMissingException.class, metadata::extensions);
    }

    @Test
    void health_names_what_is_missing_and_what_to_do() {
        var library = core.health().components().stream()
                .filter(c -> c.component().equals("LibraryService"))
                .findFirst()
                .orElseThrow();
        assertEquals(ComponentHealth.State.DOWN, library.state());
        assertTrue(library.remedy().contains("org.musicplatform.core.library"), library::remedy);
    }

    @Test
    void the_coming_of_a_part_is_told() throws Exception {
        try (var events = core.events(EventFilter.areas("core"))) {
            framework.register(MetadataService.class, new Extensions("mp3"), 0);
            var told = events.next(Duration.ofSeconds(10));
            assertNotNull(told);
            assertInstanceOf(CapabilityChanged.class, told.event());
        }
    }

    @Test
    void bundles_are_listed_with_state_and_origin() {
        var own = core.bundles().stream()
                .filter(b -> b.symbolicName().equals("org.musicplatform.core.service"))
                .findFirst()
                .orElseThrow();
        assertEquals("ACTIVE", own.state());
        assertTrue(own.location().endsWith(".jar"), own::location);
    }

    private record Extensions(String extension) implements MetadataService {
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
            return List.of(extension);
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
