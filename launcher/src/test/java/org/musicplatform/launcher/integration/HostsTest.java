package org.musicplatform.launcher.integration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs with the core inside, built and run as their authors do. */
@Timeout(300)
class HostsTest {

    private static final AudioFormat CD = new AudioFormat(44_100, 16, 2, true, false);

    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource({"host-plain, example.HostPlain", "host-direct, example.HostDirect"})
    void a_host_indexes_searches_and_plays(String name, String main) throws Exception {
        assumeTrue(Examples.canBuild(), "There is no mvn on the PATH to build the examples with.");
        Path jar = new Examples(dir).build(name);
        var samples = new byte[44_100 * 4];
        new Random(1).nextBytes(samples);
        Path music = Files.createDirectories(dir.resolve("music"));
        try (var in = new AudioInputStream(new ByteArrayInputStream(samples), CD, 44_100)) {
            AudioSystem.write(
                    in, AudioFileFormat.Type.WAVE, music.resolve("river.wav").toFile());
        }
        Path out = dir.resolve("out.wav");
        Path log = dir.resolve("host.log");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        jar + File.pathSeparator + jar.resolveSibling("lib") + File.separator + "*",
                        main,
                        dir.resolve("home").toString(),
                        music.toString(),
                        "river",
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it does not end: " + Files.readString(log));
        }
        assertEquals(0, process.exitValue(), Files.readString(log));
        try (var in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(Files.readAllBytes(out)))) {
            assertArrayEquals(samples, in.readAllBytes());
        }
    }
}
