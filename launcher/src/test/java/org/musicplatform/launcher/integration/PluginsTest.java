package org.musicplatform.launcher.integration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins of others, dropped in and taken out while the real distribution is at work. */
@Timeout(600)
class PluginsTest {

    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final int RATE = 44_100;
    private static final int MANY = 20_000;
    private static final String SOURCE = "org.example.plugin-source";
    private static final String DECODER = "org.example.plugin-decoder";

    @TempDir
    static Path examples;

    private static Path source;
    private static Path decoder;

    @TempDir
    Path dir;

    private Music music;

    @BeforeAll
    static void build() throws Exception {
        assumeTrue(Examples.canBuild(), "There is no mvn on the PATH to build the examples with.");
        var built = new Examples(examples);
        source = built.build("plugin-source");
        decoder = built.build("plugin-decoder");
    }

    @BeforeEach
    void home() {
        music = new Music(dir.resolve("home"));
    }

    @Test
    void plug_ins_dropped_in_while_music_plays_are_used_like_built_in_ones() throws Exception {
        byte[] sound = noise(RATE);
        Path archive = dir.resolve("archive.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            put(zip, "rain/drops.au", file(AudioFileFormat.Type.AU, sound));
        }
        Path folder = Files.createDirectories(dir.resolve("music"));
        Files.write(folder.resolve("river.wav"), file(AudioFileFormat.Type.WAVE, noise(300 * RATE)));
        done(music.run("index", folder.toString()));

        try (var shell = music.own()) {
            shell.type("play --output null river");
            until(said -> said.contains("playing") && said.contains("river"), "playing");

            drop(source);
            drop(decoder);
            until(said -> active(said, SOURCE) && active(said, DECODER), "plugins");

            assertTrue(done(music.run("index", "--source", "zip", archive.toString()))
                    .contains("1 added"));
            Path heard = dir.resolve("heard.wav");
            done(music.run("play", "drops", "--output", "file:" + heard));
            assertArrayEquals(sound, soundOf(heard));

            String playing = done(music.run("playing"));
            assertTrue(playing.contains("playing") && playing.contains("river"), playing);
            done(music.run("stop"));
            assertEquals(0, shell.end().code(), shell::toString);
        }
        String kept = done(music.run("plugins"));
        assertTrue(active(kept, SOURCE) && active(kept, DECODER), kept);
    }

    @Test
    void a_source_that_goes_in_mid_read_ends_it_in_words_and_completes_it_when_it_is_back() throws Exception {
        Path archive = dir.resolve("long.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            put(zip, "river.wav", file(AudioFileFormat.Type.WAVE, noise(300 * RATE)));
        }
        try (var shell = music.own()) {
            until(said -> true, "install", source.toString());
            done(music.run("index", "--source", "zip", archive.toString()));
            try (var play = music.begin("play", "river", "--output", "null");
                    var index = music.begin("index", "--source", "zip", many().toString())) {
                until(said -> said.contains("playing"), "playing");
                until(said -> !said.isBlank(), "search", "drop7");
                done(music.run("remove", SOURCE));

                var indexed = index.end();
                assertEquals(1, indexed.code(), indexed::toString);
                assertTrue(indexed.err().contains("'zip', which is not installed"), indexed::err);
                var played = play.end();
                assertEquals(1, played.code(), played::toString);
                assertTrue(played.err().contains("river") && played.err().contains("zip"), played::err);
            }
            String away = done(music.run("sources"));
            assertTrue(away.contains("unavailable"), away);
            assertFalse(done(music.run("search", "drop7")).isBlank());

            done(music.run("install", source.toString()));
            done(music.run("index"));
            String back = done(music.run("sources"));
            assertFalse(back.contains("unavailable"), back);
            assertTrue(back.contains(String.format("%,d files  0 missing  0 failed", MANY)), back);
            assertEquals(0, shell.end().code());
        }
    }

    @Test
    void what_is_no_plug_in_for_us_is_refused_in_words_and_all_else_goes_on() throws Exception {
        Path folder = Files.createDirectories(dir.resolve("music"));
        Files.write(folder.resolve("river.wav"), file(AudioFileFormat.Type.WAVE, noise(RATE)));
        try (var shell = music.own()) {
            until(said -> true, "index", folder.toString());
            done(music.run("install", source.toString()));

            refused(BadPlugins.noJar(dir.resolve("text.jar")), "no jar that can be read");
            refused(BadPlugins.noBundle(dir.resolve("plain.jar")), "no OSGi bundle");
            refused(BadPlugins.needsMore(dir.resolve("newer.jar")), "org.musicplatform.core.api in a version from 7");
            refused(BadPlugins.throwing(dir.resolve("throwing.jar")), "there is no licence");
            refused(dir.resolve("nowhere.jar"), "There is no file");

            drop(dir.resolve("throwing.jar"));
            until(said -> said.contains("refused") && said.contains("there is no licence"), "plugins");
            assertTrue(active(done(music.run("plugins")), SOURCE));
            assertFalse(done(music.run("search", "river")).isBlank());
            assertEquals(0, shell.end().code());
        }
    }

    private void refused(Path jar, String words) throws Exception {
        var result = music.run("install", jar.toString());
        assertEquals(1, result.code(), result::toString);
        assertTrue(result.err().contains(words), result::err);
        assertFalse(result.err().contains("\tat "), result::err);
    }

    private static String done(Music.Result result) {
        assertEquals(0, result.code(), result::toString);
        return result.out();
    }

    private static boolean active(String plugins, String name) {
        return plugins.lines().anyMatch(line -> line.startsWith("active") && line.contains(name));
    }

    /** Asks again until the answer is the one that is waited for. */
    private void until(Predicate<String> answer, String... question) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        Music.Result result;
        do {
            result = music.run(question);
            assertTrue(System.nanoTime() < end, result::toString);
        } while (result.code() != 0 || !answer.test(result.out()));
    }

    private void drop(Path jar) throws IOException {
        Path plugins = Files.createDirectories(dir.resolve("home/plugins"));
        Path part = Files.copy(jar, plugins.resolve("part"));
        Files.move(part, plugins.resolve(jar.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    /** An archive that takes seconds to index. */
    private Path many() throws IOException {
        Path archive = dir.resolve("many.zip");
        byte[] wave = file(AudioFileFormat.Type.WAVE, noise(100));
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.setLevel(0);
            for (int i = 0; i < MANY; i++) {
                wave[wave.length - 1] = (byte) i;
                wave[wave.length - 2] = (byte) (i >> 8);
                put(zip, i / 100 + "/drop" + i + ".wav", wave);
            }
        }
        return archive;
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
    }

    /** Samples of 16 bits in stereo, the low byte first. */
    private static byte[] noise(int frames) {
        var bytes = new byte[frames * 4];
        new Random(frames).nextBytes(bytes);
        return bytes;
    }

    private static byte[] file(AudioFileFormat.Type type, byte[] sound) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var format = new AudioFormat(RATE, 16, 2, true, false);
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(sound), format, sound.length / 4), type, bytes);
        return bytes.toByteArray();
    }

    private static byte[] soundOf(Path wave) throws Exception {
        try (var in = AudioSystem.getAudioInputStream(wave.toFile())) {
            assertEquals(RATE, in.getFormat().getSampleRate());
            assertFalse(in.getFormat().isBigEndian());
            return in.readAllBytes();
        }
    }
}
