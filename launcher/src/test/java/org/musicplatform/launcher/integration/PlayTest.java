package org.musicplatform.launcher.integration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.musicplatform.launcher.integration.JsonValues.values;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.testkit.media.Fixtures;

/** Playing with the real distribution, and handing commands to the process that plays. */
class PlayTest {

    private static final AudioFormat CD = new AudioFormat(44_100, 16, 2, true, false);

    @TempDir
    Path dir;

    private Music music;

    @BeforeEach
    void home() {
        music = new Music(dir.resolve("home"));
    }

    /** Writes noise as a WAVE file; returns its samples. */
    private byte[] noise(String name, int seconds, AudioFormat format) throws Exception {
        var samples = new byte[seconds * (int) format.getFrameRate() * format.getFrameSize()];
        new Random(name.hashCode()).nextBytes(samples);
        Path file = Files.createDirectories(dir.resolve("music")).resolve(name);
        try (var in = new AudioInputStream(
                new ByteArrayInputStream(samples), format, samples.length / format.getFrameSize())) {
            AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
        }
        return samples;
    }

    private static byte[] samplesOf(Path file) throws Exception {
        try (var in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return in.readAllBytes();
        }
    }

    private void index() throws Exception {
        var index = music.run("--json", "index", dir.resolve("music").toString());
        assertEquals(0, index.code(), index::err);
    }

    @Test
    void a_file_gets_exactly_what_was_decoded_in_a_row() throws Exception {
        var all = new ByteArrayOutputStream();
        all.write(noise("a1.wav", 2, CD));
        all.write(noise("a2.wav", 1, CD));
        byte[] other = noise("b.wav", 1, new AudioFormat(48_000, 24, 1, true, false));
        index();
        var tracks = values(music.run("--json", "tracks").out(), "id");
        var play = music.run(
                "--json",
                "play",
                tracks.get(0),
                tracks.get(1),
                tracks.get(2),
                "--output",
                "file:" + dir.resolve("out.wav"));
        assertEquals(0, play.code(), play::err);
        assertEquals(List.of("3"), values(play.out(), "played"), play::out);
        assertArrayEquals(all.toByteArray(), samplesOf(dir.resolve("out.wav")));
        assertArrayEquals(other, samplesOf(dir.resolve("out-2.wav")));
        assertTrue(play.err().contains("out-2.wav"), play::err);
    }

    @Test
    void every_format_of_the_fixtures_is_played_to_its_end() throws Exception {
        int files =
                Fixtures.copyAll(Files.createDirectories(dir.resolve("music"))).size();
        index();
        // several formats of one recording are one track, of which the best file is played
        for (String track : values(music.run("--json", "tracks").out(), "id")) {
            var others = values(music.run("--json", "show", track).out(), "id").stream()
                    .filter(id -> id.matches("f\\d+"))
                    .skip(1)
                    .toList();
            for (String file : others) {
                var split = music.run("split", file);
                assertEquals(0, split.code(), split::err);
            }
        }
        var tracks = values(music.run("--json", "tracks").out(), "id");
        assertEquals(files, tracks.size());
        var arguments = new java.util.ArrayList<>(List.of("--json", "play", "--output", "null:fast"));
        arguments.addAll(tracks);
        var play = music.run(arguments.toArray(String[]::new));
        assertEquals(0, play.code(), play::err);
        assertEquals(List.of(String.valueOf(files)), values(play.out(), "played"), play::out);
        assertEquals(List.of(), values(play.out(), "code"), play::out);
    }

    @Test
    void another_process_pauses_seeks_and_stops_what_plays() throws Exception {
        noise("long.wav", 60, CD);
        index();
        try (var playing = music.begin("play", "long", "--output", "null")) {
            await("playing", "PLAYING");
            assertEquals(
                    PosixFilePermissions.fromString("rw-------"),
                    Files.getPosixFilePermissions(dir.resolve("home/music.sock")));
            assertEquals(List.of("PAUSED"), values(music.run("--json", "pause").out(), "state"));
            var sought = music.run("--json", "seek", "0:30");
            assertEquals(List.of("30000"), values(sought.out(), "position_ms"), sought::out);
            var wrong = music.run("seek", "nowhere");
            assertEquals(2, wrong.code());
            assertTrue(wrong.err().contains("nowhere"), wrong::err);
            assertEquals(0, music.run("resume").code());
            await("playing", "PLAYING");
            // what has nothing to do with playing is answered too
            assertEquals(
                    List.of("long"),
                    values(music.run("--json", "search", "long").out(), "title"));
            assertEquals(0, music.run("stop").code());
            assertEquals(0, playing.end().code());
        }
        var nothing = music.run("pause");
        assertEquals(1, nothing.code());
        assertTrue(nothing.err().contains("Nothing is playing"), nothing::err);
    }

    @Test
    void what_is_handed_over_goes_on_when_the_command_of_the_owner_is_done() throws Exception {
        noise("long.wav", 60, CD);
        index();
        try (var shell = music.own()) { // owns the home until its input ends
            await("sources", "READY");
            try (var playing = music.begin("play", "long", "--output", "null")) {
                await("playing", "PLAYING");
                shell.process().outputWriter().close();
                await("playing", "PLAYING");
                assertEquals(0, music.run("stop").code());
                assertEquals(0, playing.end().code());
            }
            assertEquals(0, shell.end().code());
        }
    }

    @Test
    void what_cannot_be_played_is_told_in_words() throws Exception {
        noise("a.wav", 1, CD);
        index();
        var nothing = music.run("play", "no such thing");
        assertEquals(1, nothing.code());
        assertTrue(nothing.err().contains("Nothing found for no such thing"), nothing::err);
        var cinema = music.run("play", "a", "--output", "cinema");
        assertEquals(1, cinema.code());
        assertTrue(cinema.err().contains("javasound"), cinema::err);
        Files.delete(dir.resolve("music/a.wav"));
        var gone = music.run("play", "a", "--output", "null:fast");
        assertEquals(1, gone.code());
        assertTrue(gone.err().contains("a"), gone::err);
        assertTrue(!gone.err().contains("\tat "), gone::err);
    }

    private void await(String command, String state) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        String said = "";
        while (System.nanoTime() < end) {
            var result = music.run("--json", command);
            said = result.out() + result.err();
            if (result.code() == 0 && values(result.out(), "state").equals(List.of(state))) {
                return;
            }
        }
        throw new AssertionError("never " + state + ": " + said);
    }
}
