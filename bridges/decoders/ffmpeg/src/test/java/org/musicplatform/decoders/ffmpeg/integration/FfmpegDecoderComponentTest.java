package org.musicplatform.decoders.ffmpeg.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.cnf.framework.TestFramework;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.playback.spi.AudioDecoder;
import org.musicplatform.core.api.playback.spi.AudioDecoderFactory;
import org.musicplatform.core.api.playback.spi.AudioDecoderPlugin;
import org.musicplatform.core.testkit.media.Fixtures;
import org.musicplatform.core.testkit.source.BytesContentReader;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.FrameworkWiring;

class FfmpegDecoderComponentTest {

    private static final String LIBRARY = "org.musicplatform.decoders.ffmpeg-library";
    private static final int SECOND = 44_100;

    @TempDir
    Path folder;

    @Test
    void the_decoder_is_replaced_while_the_library_stays_and_a_decoder_that_is_open_goes_on() throws Exception {
        try (var framework = start()) {
            var library = framework.install(LIBRARY);
            var adapter = framework.installOwn();
            assertEquals(SECOND, framesOf(framework, "tone.mp3"));
            long installed = library.getLastModified();
            for (int i = 0; i < 3; i++) {
                try (var open = open(framework, "tone.flac")) {
                    replace(framework, adapter);
                    assertEquals(SECOND, frames(open));
                }
                assertEquals(SECOND, framesOf(framework, "tone.mp3"));
            }
            assertEquals(installed, library.getLastModified());
            assertEquals(Bundle.ACTIVE, library.getState());
        }
    }

    @Test
    void the_library_itself_is_replaced() throws Exception {
        try (var framework = start()) {
            var library = framework.install(LIBRARY);
            framework.installOwn();
            for (int i = 0; i < 3; i++) {
                assertEquals(SECOND, framesOf(framework, "tone.flac"));
                replace(framework, library);
            }
            assertEquals(SECOND, framesOf(framework, "tone.mp3"));
        }
    }

    @Test
    void a_second_framework_in_the_same_process_decodes_too() throws Exception {
        try (var one = start();
                var other = start()) {
            for (var framework : List.of(one, other)) {
                framework.install(LIBRARY);
                framework.installOwn();
            }
            assertEquals(SECOND, framesOf(one, "tone.ogg") + 128);
            assertEquals(SECOND, framesOf(other, "tone.mp3"));
        }
    }

    @Test
    void the_service_tells_what_it_decodes_and_unpacks_its_libraries_below_the_home() throws Exception {
        try (var framework = start()) {
            framework.install(LIBRARY);
            var adapter = framework.installOwn();
            framework.await(AudioDecoderFactory.class);
            var reference = framework.context().getServiceReference(AudioDecoderFactory.class);
            assertEquals("ffmpeg", reference.getProperty(AudioDecoderPlugin.ID));
            var extensions = List.of((String[]) reference.getProperty(AudioDecoderPlugin.EXTENSIONS));
            assertTrue(extensions.containsAll(List.of("mp3", "flac", "ogg", "opus", "m4a", "wma", "wv", "ape", "dsf")));
            assertNotEquals(0, framesOf(framework, "tone.opus"));
            try (var unpacked = Files.walk(folder.resolve("cache/native"))) {
                assertTrue(unpacked.anyMatch(file -> file.toString().contains("avcodec")));
            }
            adapter.stop();
            framework.awaitGone(AudioDecoderFactory.class);
        }
    }

    @Test
    void a_factory_whose_bundle_has_gone_says_so() throws Exception {
        try (var framework = start()) {
            framework.install(LIBRARY);
            var adapter = framework.installOwn();
            var kept = framework.await(AudioDecoderFactory.class);
            adapter.stop();
            var bytes = new BytesContentReader(bytes("tone.flac"));
            var refused = assertThrows(PlaybackException.class, () -> kept.open(bytes, "tone.flac"));
            assertEquals(PlaybackException.DECODER_FAILED, refused.code());
        }
    }

    private TestFramework start() {
        return TestFramework.start(Map.of("org.musicplatform.home", folder.toString()));
    }

    private static void replace(TestFramework framework, Bundle bundle) throws Exception {
        bundle.stop();
        bundle.update();
        var refreshed = new java.util.concurrent.CountDownLatch(1);
        framework
                .context()
                .getBundle(0)
                .adapt(FrameworkWiring.class)
                .refreshBundles(List.of(bundle), event -> refreshed.countDown());
        assertTrue(refreshed.await(10, java.util.concurrent.TimeUnit.SECONDS));
        bundle.start();
    }

    private AudioDecoder open(TestFramework framework, String name) throws IOException {
        return framework.await(AudioDecoderFactory.class).open(new BytesContentReader(bytes(name)), name);
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(Fixtures.copy(folder, name));
    }

    private int framesOf(TestFramework framework, String name) throws IOException {
        try (var decoder = open(framework, name)) {
            return frames(decoder);
        }
    }

    private static int frames(AudioDecoder decoder) throws IOException {
        float[] block = new float[1000 * decoder.format().channels()];
        int frames = 0;
        for (int n = decoder.decode(block, 0, 1000); n >= 0; n = decoder.decode(block, 0, 1000)) {
            frames += n;
        }
        return frames;
    }
}
