package org.musicplatform.decoders.pcm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.testkit.source.BytesContentReader;

/** An independent decoder hears the same, sample by sample. */
class FfmpegComparisonTest {

    private static final Path FFMPEG = Path.of("/usr/bin/ffmpeg");

    /** ffmpeg takes this kind for 16 bits, whatever the depth that the file says; libsndfile writes it in all depths. */
    private static final Set<String> TAKEN_FOR_16_BIT =
            Set.of("AIFCsowt8.aifc", "AIFCsowt20.aifc", "AIFCsowt24.aifc", "AIFCsowt32.aifc");

    @TempDir
    Path folder;

    @BeforeAll
    static void ffmpeg_is_there() {
        Assumptions.assumeTrue(Files.isExecutable(FFMPEG), "not compared: there is no " + FFMPEG);
    }

    @Test
    void every_encoding_sounds_as_in_ffmpeg() throws Exception {
        for (var sample : PcmSamples.all()) {
            if (TAKEN_FOR_16_BIT.contains(sample.name())) {
                continue;
            }
            var file = Files.write(folder.resolve("sample" + extension(sample.name())), sample.bytes());
            assertArrayEquals(heard(file), sample.sound().get(), sample.name());
        }
    }

    @Test
    void every_file_of_the_media_folder_sounds_as_in_ffmpeg_or_is_refused_in_words() throws Exception {
        Path media = Path.of(System.getProperty("music.media", ""));
        Assumptions.assumeTrue(
                Files.isDirectory(media.resolve("taglib")), "no folder of real and hostile files: set -Dmusic.media");
        List<Path> files;
        try (var all = Files.walk(media)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> extension(file.toString()).matches("\\.(wav|aif|aiff|aifc)"))
                    .sorted()
                    .toList();
        }
        var refusals = new ArrayList<String>();
        for (Path file : files) {
            try {
                float[] ours = Decoded.of(new BytesContentReader(Files.readAllBytes(file)))
                        .sound();
                assertArrayEquals(heard(file), ours, file.toString());
            } catch (PlaybackException refused) {
                assertTrue(refused.getMessage().endsWith("."), refused::getMessage);
                refusals.add(file.getFileName() + ": " + refused.getMessage());
            }
        }
        int same = files.size() - refusals.size();
        System.out.println("media: compared " + files.size() + " files, the same as ffmpeg " + same + ", refused "
                + refusals.size());
        refusals.forEach(refusal -> System.out.println("  " + refusal));
        assertTrue(same > 0, "none of " + files.size() + " was decoded");
    }

    private static String extension(String name) {
        return name.substring(Math.max(0, name.lastIndexOf('.'))).toLowerCase(Locale.ROOT);
    }

    private float[] heard(Path file) throws IOException, InterruptedException {
        Path raw = folder.resolve("heard.raw");
        Path said = folder.resolve("words.txt");
        var process = new ProcessBuilder(
                        FFMPEG.toString(),
                        "-v",
                        "error",
                        "-nostdin",
                        "-y",
                        "-i",
                        file.toString(),
                        "-map",
                        "0:a:0",
                        "-f",
                        "f32le",
                        raw.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int end = process.waitFor();
        assertTrue(Files.exists(raw), () -> file + ": ffmpeg ended with " + end + ": " + words(said));
        var floats = ByteBuffer.wrap(Files.readAllBytes(raw))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        Files.delete(raw);
        float[] sound = new float[floats.remaining()];
        floats.get(sound);
        return sound;
    }

    private static String words(Path said) {
        try {
            return Files.readString(said);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
