package org.musicplatform.core.playback.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.musicplatform.cnf.framework.TestFramework;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.DecoderInfo;
import org.musicplatform.core.api.playback.OutputInfo;
import org.musicplatform.core.api.playback.OutputRequest;
import org.musicplatform.core.api.playback.PlaybackReport;
import org.musicplatform.core.api.playback.PlaybackService;
import org.musicplatform.core.api.playback.PlayerState;
import org.musicplatform.core.api.playback.spi.AudioDecoder;
import org.musicplatform.core.api.playback.spi.AudioDecoderFactory;
import org.musicplatform.core.api.playback.spi.AudioDecoderPlugin;
import org.musicplatform.core.api.playback.spi.AudioOutput;
import org.musicplatform.core.api.playback.spi.PlaybackAdapter;
import org.musicplatform.core.api.playback.spi.PlaybackAdapterPlugin;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;

@Timeout(120)
class PlaybackServiceTest {

    private static final FileRef FILE =
            new FileRef(new SourceAccount(new SourceId(1), "fake", "/", "Fake"), "a", "a.beep", ItemVersion.UNKNOWN);

    @Test
    void decoders_and_outputs_come_are_replaced_by_higher_ranking_ones_and_go() throws Exception {
        try (var framework = TestFramework.start()) {
            var bundle = framework.installOwn();
            var service = framework.await(PlaybackService.class);
            assertEquals(List.of(), service.decoders());

            framework.register(ContentService.class, (file, purpose) -> new Nothing(), 0);
            framework.register(
                    PlaybackAdapter.class,
                    target -> new Ears(),
                    0,
                    PlaybackAdapterPlugin.ID,
                    "ears",
                    PlaybackAdapterPlugin.AUTOMATIC,
                    true);
            var plain = framework.register(
                    AudioDecoderFactory.class,
                    (content, name) -> new Beep(100),
                    0,
                    AudioDecoderPlugin.ID,
                    "plain",
                    AudioDecoderPlugin.EXTENSIONS,
                    new String[] {"beep"});
            assertEquals(List.of(new OutputInfo("ears", "")), service.outputs());
            assertEquals(100, play(service).frames());

            var better = framework.register(
                    AudioDecoderFactory.class,
                    (content, name) -> new Beep(200),
                    10,
                    AudioDecoderPlugin.ID,
                    "better",
                    AudioDecoderPlugin.EXTENSIONS,
                    new String[] {"beep"});
            assertEquals(
                    List.of("better", "plain"),
                    service.decoders().stream().map(DecoderInfo::id).toList());
            assertEquals(200, play(service).frames());
            better.unregister();
            assertEquals(100, play(service).frames());
            plain.unregister();
            var none = play(service);
            assertEquals(PlayerState.FAILED, none.end());
            assertTrue(none.reason().contains("a.beep"), none.reason());

            // a player that is open ends with its bundle
            var player = service.open(OutputRequest.DEFAULT).get(10, TimeUnit.SECONDS);
            bundle.stop();
            framework.awaitGone(PlaybackService.class);
            assertEquals(
                    PlayerState.CLOSED,
                    player.completion().get(10, TimeUnit.SECONDS).end());
        }
    }

    private static PlaybackReport play(PlaybackService service) throws Exception {
        try (var player = service.open(OutputRequest.DEFAULT).get(10, TimeUnit.SECONDS)) {
            player.queue().addFiles(List.of(FILE));
            player.play().get(10, TimeUnit.SECONDS);
            return player.completion().get(10, TimeUnit.SECONDS);
        }
    }

    private static final class Nothing implements ContentReader {
        @Override
        public int read(long position, ByteBuffer target) {
            return -1;
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public ItemVersion version() {
            return ItemVersion.UNKNOWN;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    /** Silence of some frames. */
    private static final class Beep implements AudioDecoder {
        private final long frames;
        private long at;

        Beep(long frames) {
            this.frames = frames;
        }

        @Override
        public AudioFormat format() {
            return AudioFormat.floats(8_000, 1);
        }

        @Override
        public String codec() {
            return "Beep";
        }

        @Override
        public long frames() {
            return frames;
        }

        @Override
        public int decode(float[] target, int offset, int count) {
            int n = (int) Math.min(count, frames - at);
            at += n;
            return n == 0 ? -1 : n;
        }

        @Override
        public void seek(long frame) {
            at = Math.min(frame, frames);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    /** Hears everything at once. */
    private static final class Ears implements AudioOutput {
        private volatile long taken;

        @Override
        public String configure(AudioFormat format) {
            taken = 0;
            return "";
        }

        @Override
        public int write(float[] samples, int offset, int frames) {
            taken += frames;
            return frames;
        }

        @Override
        public long played() {
            return taken;
        }

        @Override
        public void pause() {
            // nothing is on its way
        }

        @Override
        public void resume() {
            // nothing was held
        }

        @Override
        public void flush() {
            // nothing is on its way
        }

        @Override
        public void drain() {
            // all is heard
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
