package org.musicplatform.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.EventFilter;
import org.musicplatform.core.api.event.LibraryChanged;
import org.musicplatform.core.api.event.PlaybackEnded;
import org.musicplatform.core.api.event.SyncEnded;
import org.musicplatform.core.api.event.TrackStarted;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.playback.OutputRequest;
import org.musicplatform.core.api.playback.PlayerState;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.testkit.media.Fixtures;

/** One day of a person with a core: the same, with the same assertions, whatever way the core runs. */
@Timeout(120)
abstract class Scenario {

    private static final AudioFormat CD = new AudioFormat(44_100, 16, 2, true, false);

    @TempDir
    Path dir;

    /** A core that runs. */
    interface Running extends AutoCloseable {
        CoreService core();

        @Override
        void close();
    }

    /** Starts a core with a home. */
    abstract Running start(Path home);

    @Test
    void index_search_play_compare_stop() throws Exception {
        Path music = Files.createDirectories(dir.resolve("music"));
        int fixtures = Fixtures.copyAll(music).size();
        var expected = new ByteArrayOutputStream();
        expected.write(noise(music.resolve("x1.wav")));
        expected.write(noise(music.resolve("x2.wav")));

        try (var running = start(dir.resolve("home"))) {
            var core = running.core();
            var events = core.events(EventFilter.all());

            core.sources().add("local", music.toString()).get(10, TimeUnit.SECONDS);
            var job = core.sync().start(Set.of(), SyncOptions.DEFAULT).get(10, TimeUnit.SECONDS);
            var report = job.completion().get(60, TimeUnit.SECONDS);
            assertEquals(SyncState.COMPLETED, report.status().state(), report::toString);
            assertEquals(fixtures + 2, report.status().counts().added());

            var found = core.library().search("töne", SearchLimits.DEFAULT).get(10, TimeUnit.SECONDS);
            assertFalse(found.tracks().isEmpty(), "several formats of one recording are one track");
            assertTrue(found.tracks().stream().anyMatch(track -> track.album() != null), found::toString);
            var all = core.library()
                    .tracks(TrackFilter.ALL, PageRequest.first(100))
                    .get(10, TimeUnit.SECONDS);
            assertEquals(
                    fixtures + 2,
                    core.library().counts().get(10, TimeUnit.SECONDS).files());

            Path out = dir.resolve("out.wav");
            play(core, List.of(track(all.items(), "x1"), track(all.items(), "x2")), "file:" + out);
            assertArrayEquals(expected.toByteArray(), samples(out));
            // what only natives decode
            play(core, List.of(found.tracks().get(0).id()), "null:fast");

            var kinds = new ArrayList<Class<?>>();
            for (var entry = events.next(Duration.ofSeconds(10));
                    entry != null;
                    entry = kinds.stream().filter(PlaybackEnded.class::equals).count() == 2
                            ? null
                            : events.next(Duration.ofSeconds(10))) {
                kinds.add(
                        entry.event() == null ? CoreEvent.class : entry.event().getClass());
            }
            for (Class<?> wanted : List.of(LibraryChanged.class, SyncEnded.class, TrackStarted.class)) {
                assertTrue(kinds.contains(wanted), wanted + " in " + kinds);
            }
            events.close();
        }
        // everything was written: another core finds it
        try (var running = start(dir.resolve("home"))) {
            assertEquals(
                    fixtures + 2,
                    running.core().library().counts().get(10, TimeUnit.SECONDS).files());
        }
    }

    private static void play(CoreService core, List<TrackId> tracks, String output) throws Exception {
        try (var player = core.playback().open(OutputRequest.parse(output)).get(10, TimeUnit.SECONDS)) {
            player.queue().add(tracks).get(10, TimeUnit.SECONDS);
            player.play().get(10, TimeUnit.SECONDS);
            var report = player.completion().get(60, TimeUnit.SECONDS);
            assertEquals(PlayerState.COMPLETED, report.end(), report::toString);
            assertEquals(tracks.size(), report.played(), report::toString);
        }
    }

    private static TrackId track(List<Track> tracks, String title) {
        return tracks.stream()
                .filter(track -> track.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static byte[] noise(Path file) throws Exception {
        var samples = new byte[44_100 * 4];
        new Random(file.getFileName().hashCode()).nextBytes(samples);
        try (var in = new AudioInputStream(new ByteArrayInputStream(samples), CD, 44_100)) {
            AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
        }
        return samples;
    }

    private static byte[] samples(Path file) throws Exception {
        try (var in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return in.readAllBytes();
        }
    }
}
