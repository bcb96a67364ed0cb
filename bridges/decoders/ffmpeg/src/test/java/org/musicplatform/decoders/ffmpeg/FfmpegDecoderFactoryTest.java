package org.musicplatform.decoders.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.playback.spi.AudioDecoder;
import org.musicplatform.core.testkit.media.Fixtures;
import org.musicplatform.core.testkit.source.BytesContentReader;

class FfmpegDecoderFactoryTest {

    private static final FfmpegDecoderFactory FACTORY = Sounds.factory();

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @Test
    void a_platform_without_natives_is_told_in_words_again_and_again() {
        var factory = new FfmpegDecoderFactory(new Natives(() -> {
            throw new UnsatisfiedLinkError("no jniavutil in java.library.path");
        }));
        for (int i = 0; i < 2; i++) {
            var refused = refused(factory, new byte[100], "tone.mp3");
            assertEquals(PlaybackException.UNSUPPORTED_CODEC, refused.code());
            assertTrue(refused.getMessage().contains(System.getProperty("os.arch")), refused::getMessage);
        }
        factory.close();
    }

    @Test
    void many_streams_are_open_at_once() throws IOException {
        byte[] bytes = fixture("tone.mp3");
        var open = new ArrayList<AudioDecoder>();
        for (int i = 0; i < 40; i++) {
            open.add(FACTORY.open(new BytesContentReader(bytes), "tone.mp3"));
        }
        for (var decoder : open) {
            assertEquals(44_100, Sounds.of(decoder, Integer.MAX_VALUE).length);
            decoder.close();
        }
    }

    @Test
    void play_lists_and_lists_of_parts_open_no_other_file() throws IOException {
        Path secret = Fixtures.copy(folder, "tone.flac");
        var lists = Map.of(
                "list.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + secret.toUri() + "\n#EXT-X-ENDLIST\n",
                "list.ffconcat", "ffconcat version 1.0\nfile '" + secret + "'\n",
                "list.flac", "ffconcat version 1.0\nfile '" + secret + "'\n",
                "list.sdp", "v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 5004 RTP/AVP 0\n");
        lists.forEach((name, text) -> {
            var refused = refused(FACTORY, text.getBytes(StandardCharsets.US_ASCII), name);
            assertTrue(refused.getMessage().endsWith("."), refused::getMessage);
        });
    }

    @Test
    void an_interrupt_ends_decoding_and_stays() throws IOException {
        try (var decoder = FACTORY.open(new BytesContentReader(fixture("tone.flac")), "tone.flac")) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedIOException.class, () -> Sounds.of(decoder, Integer.MAX_VALUE));
            assertTrue(Thread.interrupted());
            decoder.seek(100);
            assertEquals(44_000, Sounds.of(decoder, Integer.MAX_VALUE).length);
        }
    }

    @Test
    void a_format_that_changes_in_the_middle_is_told_in_words() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Sounds.COMMAND), "nothing writes such a file here");
        var joined = new ByteArrayOutputStream();
        for (String channels : new String[] {"1", "2"}) {
            Path part = folder.resolve(channels + ".mp3");
            Sounds.run(folder, "-f", "lavfi", "-i", "sine=d=3", "-ac", channels, "-write_xing", "0", part.toString());
            joined.write(Files.readAllBytes(part));
        }
        try (var decoder = FACTORY.open(new BytesContentReader(joined.toByteArray()), "joined.mp3")) {
            assertEquals(1, decoder.format().channels());
            var refused = assertThrows(PlaybackException.class, () -> Sounds.of(decoder, Integer.MAX_VALUE));
            assertEquals(PlaybackException.CORRUPT, refused.code());
            assertTrue(refused.getMessage().contains("changes in the middle"), refused::getMessage);
        }
    }

    @Test
    void each_carrier_of_the_natives_has_a_folder_of_its_own() {
        var properties = new Properties();
        var cache = new NativeCache(folder);
        assertEquals(folder.resolve("ffmpeg"), chosen(cache, properties, "first"));
        assertEquals(folder.resolve("ffmpeg"), chosen(cache, properties, "first"));
        assertEquals(folder.resolve("ffmpeg-2"), chosen(cache, properties, "second"));
        assertEquals(folder.resolve("ffmpeg"), chosen(cache, properties, "first"));
        assertEquals(folder.resolve("ffmpeg-3"), chosen(cache, properties, "third"));
        var own = new Properties();
        own.setProperty("org.bytedeco.javacpp.cachedir", folder.resolve("mine").toString());
        assertEquals(folder.resolve("mine"), chosen(cache, own, "first"));
    }

    private static Path chosen(NativeCache cache, Properties properties, String carrier) {
        cache.choose(properties, carrier);
        return Path.of(properties.getProperty("org.bytedeco.javacpp.cachedir"));
    }

    private byte[] fixture(String name) throws IOException {
        return Files.readAllBytes(Fixtures.copy(folder, name));
    }

    private static PlaybackException refused(FfmpegDecoderFactory factory, byte[] bytes, String name) {
        return assertThrows(PlaybackException.class, () -> factory.open(new BytesContentReader(bytes), name), name);
    }
}
