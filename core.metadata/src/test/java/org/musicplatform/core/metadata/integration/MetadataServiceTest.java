package org.musicplatform.core.metadata.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.musicplatform.cnf.framework.TestFramework;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.metadata.spi.TagReader;
import org.musicplatform.core.api.metadata.spi.TagReaderPlugin;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.metadata.FakeContent;
import org.musicplatform.core.metadata.tags.NativeTagReader;

class MetadataServiceTest {

    private static TagReading read(MetadataService service) throws Exception {
        return service.readTags(FakeContent.file("a.flac")).get(10, TimeUnit.SECONDS);
    }

    @Test
    void a_reader_is_replaced_by_a_higher_ranking_and_goes() throws Exception {
        try (var framework = TestFramework.start()) {
            framework.installOwn();
            var content = framework.register(
                    ContentService.class, new FakeContent("fLaC".getBytes(StandardCharsets.US_ASCII)), 0);
            var service = framework.await(MetadataService.class);
            TestFramework.await("the built-in reader", service::extensions, known -> known.contains("flac"));
            assertEquals(NativeTagReader.EXTENSIONS.stream().sorted().toList(), service.extensions());
            assertBuiltIn(service);
            TagReader plugin =
                    (bytes, name) -> new TagReading(AudioProperties.UNKNOWN, Tags.NONE, List.of(), List.of(), "plugin");
            var registered = framework.register(
                    TagReader.class, plugin, 0, TagReaderPlugin.ID, "plugin", TagReaderPlugin.EXTENSIONS, new String[] {
                        "flac", "xm"
                    });
            assertEquals("plugin", read(service).reader());
            assertTrue(service.extensions().contains("xm"));
            registered.unregister();
            assertBuiltIn(service);
            content.unregister();
            framework.awaitGone(MetadataService.class);
        }
    }

    // the reader of the core finds the file cut
    private static void assertBuiltIn(MetadataService service) {
        var e = assertThrows(ExecutionException.class, () -> read(service));
        assertEquals(
                MetadataException.CORRUPT,
                assertInstanceOf(MetadataException.class, e.getCause()).code());
    }
}
