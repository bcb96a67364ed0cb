package org.musicplatform.decoders.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.testkit.media.Fixtures;
import org.musicplatform.core.testkit.source.BytesContentReader;

/** The ffmpeg command, of another version and built by others, hears the same. */
class FfmpegComparisonTest {

    private static final float LOSSY = 1e-4f;
    private static final Duration TIME_OF_A_FILE = Duration.ofSeconds(60);
    private static final FfmpegDecoderFactory FACTORY = Sounds.factory();

    @TempDir
    Path folder;

    private record Decoded(float[] sound, int channels, int rate, boolean exact, long told) {}

    @BeforeAll
    static void the_command_is_there() {
        Assumptions.assumeTrue(Files.isExecutable(Sounds.COMMAND), "not compared: there is no " + Sounds.COMMAND);
    }

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @Test
    void every_fixture_sounds_as_in_ffmpeg() throws Exception {
        for (Path file : Fixtures.copyAll(folder)) {
            assertEquals("", difference(file, decoded(file)), file.toString());
        }
    }

    @Test
    void every_codec_that_ffmpeg_writes_sounds_as_in_ffmpeg_and_from_anywhere() throws Exception {
        var written = new ArrayList<Path>();
        for (String made : List.of(
                "cbr.mp3 -c:a libmp3lame -b:a 128k",
                "vbr.mp3 -c:a libmp3lame -q:a 2",
                "bare.mp3 -c:a libmp3lame -b:a 128k -write_xing 0",
                "a.mp2 -c:a mp2",
                "a.flac -c:a flac",
                "24.flac -c:a flac -sample_fmt s32",
                "a.ogg -c:a libvorbis",
                "a.opus -c:a libopus",
                "a.oga -c:a flac",
                "a.m4a -c:a aac -aac_pns 0",
                "moved.m4a -c:a aac -aac_pns 0 -movflags +faststart",
                "alac.m4a -c:a alac",
                "a.aac -c:a aac -aac_pns 0",
                "a.wv -c:a wavpack",
                "a.tta -c:a tta",
                "a.ac3 -c:a ac3",
                "a.eac3 -c:a eac3",
                "a.wma -c:a wmav2",
                "a.mka -c:a flac",
                "mp3.mka -c:a libmp3lame",
                "a.webm -c:a libopus",
                "a.caf -c:a pcm_s24be",
                "a.w64 -c:a pcm_f32le",
                "a.au -c:a pcm_f64be",
                "a.aiff -c:a pcm_s16be",
                "a.wav -c:a pcm_u8",
                "adpcm.wav -c:a adpcm_ms",
                "a.spx -c:a libspeex")) {
            written.add(write(made));
        }
        for (Path file : written) {
            var decoded = decoded(file);
            assertEquals("", difference(file, decoded), file.toString());
            assertEquals("", misplaced(file, decoded), file.toString());
            if (decoded.told() >= 0) {
                assertEquals(decoded.told(), decoded.sound().length / decoded.channels(), file + ": length");
            }
        }
    }

    @Test
    void every_file_of_the_media_folder_sounds_as_in_ffmpeg_or_is_refused_in_words() throws Exception {
        Path media = Path.of(System.getProperty("music.media", ""));
        Assumptions.assumeTrue(
                Files.isDirectory(media.resolve("taglib")), "no folder of real and hostile files: set -Dmusic.media");
        List<Path> files;
        try (var all = Files.walk(media)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        int same = 0;
        var different = new ArrayList<String>();
        var refused = new ArrayList<String>();
        var misplaced = new ArrayList<String>();
        for (Path file : files) {
            try {
                var decoded = assertTimeoutPreemptively(TIME_OF_A_FILE, () -> decoded(file), file.toString());
                String difference = difference(file, decoded);
                if (difference.isEmpty()) {
                    same++;
                } else {
                    different.add(media.relativize(file) + ": " + difference);
                }
                String place = assertTimeoutPreemptively(TIME_OF_A_FILE, () -> misplaced(file, decoded));
                if (!place.isEmpty()) {
                    misplaced.add(media.relativize(file) + ": " + place);
                }
            } catch (PlaybackException failed) {
                assertTrue(failed.getMessage().endsWith("."), failed::getMessage);
                refused.add(media.relativize(file) + ": " + failed.getMessage());
            }
        }
        System.out.println("media: tried " + files.size() + ", the same as ffmpeg " + same + ", different "
                + different.size() + ", refused " + refused.size() + ", sought wrongly " + misplaced.size());
        different.forEach(line -> System.out.println("  different " + line));
        misplaced.forEach(line -> System.out.println("  sought    " + line));
        refused.forEach(line -> System.out.println("  refused   " + line));
        assertTrue(same > 0, "none of " + files.size() + " was decoded");
    }

    private Path write(String made) throws Exception {
        String[] words = made.split(" ");
        Path file = folder.resolve(words[0]);
        var arguments = new ArrayList<>(List.of(
                "-f", "lavfi", "-i", "aevalsrc='0.4*sin(t*t*300)+0.1*random(0)|0.3*sin(t*t*400)+0.1*random(1)':d=9"));
        arguments.addAll(List.of("-ar", words[0].matches(".*\\.(opus|webm)") ? "48000" : "44100"));
        arguments.addAll(Arrays.asList(words).subList(1, words.length));
        if (words[0].endsWith(".spx")) {
            arguments.addAll(List.of("-ar", "32000"));
        }
        arguments.add(file.toString());
        Sounds.run(folder, arguments.toArray(String[]::new));
        return file;
    }

    private static Decoded decoded(Path file) throws IOException {
        var content = new BytesContentReader(Files.readAllBytes(file));
        try (var decoder = FACTORY.open(content, file.getFileName().toString())) {
            float[] sound = Sounds.of(decoder, Integer.MAX_VALUE);
            var format = decoder.format();
            return new Decoded(
                    sound, format.channels(), format.sampleRate(), !format.floatingPoint(), decoder.frames());
        }
    }

    /** Empty, or how the command hears the file otherwise. */
    private String difference(Path file, Decoded decoded) throws Exception {
        float[] heard = Sounds.heard(file, folder);
        float[] sound = decoded.sound();
        boolean trimmed = file.toString().matches(".*\\.(m4a|mp4|3g2)") && sound.length < heard.length;
        if (heard.length != sound.length && !trimmed) {
            return sound.length + " samples, not " + heard.length;
        }
        float tolerance = decoded.exact() ? 0 : LOSSY;
        for (int i = 0; i < sound.length; i++) {
            if (!(Math.abs(heard[i] - sound[i]) <= tolerance) && Float.compare(heard[i], sound[i]) != 0) {
                return "sample " + i + " of " + sound.length + " is " + sound[i] + ", not " + heard[i];
            }
        }
        return "";
    }

    /** Empty, or where seeking does not lead to what decoding from the start gives there. */
    private static String misplaced(Path file, Decoded decoded) throws IOException {
        int channels = decoded.channels();
        float[] sound = decoded.sound();
        int frames = sound.length / channels;
        var content = new BytesContentReader(Files.readAllBytes(file));
        try (var decoder = FACTORY.open(content, file.getFileName().toString())) {
            for (long place : new Random(3).longs(12, 0, frames).toArray()) {
                decoder.seek(place);
                float[] part = Sounds.of(decoder, Math.min(500, frames - place));
                for (int i = 0; i < Math.min(500, frames - place) * channels; i++) {
                    float wanted = sound[(int) place * channels + i];
                    if (i >= part.length) {
                        return part.length + " samples at frame " + place + " of " + frames;
                    }
                    if (!(Math.abs(wanted - part[i]) <= (decoded.exact() ? 0 : LOSSY))
                            && Float.compare(wanted, part[i]) != 0) {
                        return "sample " + i + " at frame " + place + " of " + frames + " is " + part[i] + ", not "
                                + wanted;
                    }
                }
            }
        }
        return "";
    }
}
