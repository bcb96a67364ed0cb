package org.musicplatform.core.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.musicplatform.core.playback.Studio.await;
import static org.musicplatform.core.playback.Studio.playToEnd;
import static org.musicplatform.core.playback.Studio.sound;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.event.PlaybackEnded;
import org.musicplatform.core.api.event.PlayerChanged;
import org.musicplatform.core.api.event.PlayerProgressed;
import org.musicplatform.core.api.event.TrackFailed;
import org.musicplatform.core.api.event.TrackStarted;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.OutputRequest;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.playback.PlayerState;
import org.musicplatform.core.api.source.SourceException;

@Timeout(60)
class PlayerTest {

    private static final String ONE = "1-50000-44100-2";
    private static final String TWO = "2-300-44100-2";
    private static final String THREE = "3-70000-44100-2";
    private static final String OTHER_SHAPE = "4-5000-48000-1";
    private static final String LONG = "5-900000-44100-2";

    private final Studio studio = new Studio();

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void plays_in_a_row_without_a_gap() throws Exception {
        var player = studio.player(ONE, TWO, THREE);
        var report = playToEnd(player);
        assertEquals(sound(ONE, TWO, THREE), studio.recorder.samples());
        assertEquals(PlayerState.COMPLETED, report.end());
        assertEquals(3, report.played());
        assertEquals(120_300, report.frames());
        assertEquals(List.of(), report.failures());
        assertEquals(1, studio.recorder.formats.size());
        assertEquals(PlayerState.COMPLETED, player.status().state());
        assertEquals(List.of(1L, 2L, 3L), started());
    }

    @Test
    void another_shape_is_configured_after_the_last_frame_of_the_first() throws Exception {
        var report = playToEnd(studio.player(TWO, OTHER_SHAPE, TWO));
        assertEquals(sound(TWO, OTHER_SHAPE, TWO), studio.recorder.samples());
        assertEquals(
                List.of(44_100, 48_000, 44_100),
                studio.recorder.formats.stream().map(AudioFormat::sampleRate).toList());
        assertEquals(2, report.notices().size());
    }

    @Test
    void pause_holds_position_and_sound_and_play_goes_on() throws Exception {
        var player = studio.player(LONG);
        studio.recorder.limit(88_200);
        player.play().join();
        await(() -> studio.recorder.size() == 88_200);
        player.pause().join();
        assertEquals(PlayerState.PAUSED, player.status().state());
        assertEquals(Duration.ofSeconds(1), player.status().position());
        studio.recorder.block(false);
        player.pause().join(); // once more does nothing; nothing came meanwhile
        assertEquals(88_200, studio.recorder.size());
        var end = player.completion();
        player.play().join();
        end.get(20, TimeUnit.SECONDS);
        assertEquals(sound(LONG), studio.recorder.samples());
    }

    @Test
    void seek_goes_to_just_that_frame() throws Exception {
        var player = studio.player(LONG);
        studio.recorder.limit(10_000);
        player.play().join();
        await(() -> studio.recorder.size() == 10_000);
        var end = player.completion();
        player.seek(Duration.ofSeconds(10)).join();
        studio.recorder.block(false);
        end.get(20, TimeUnit.SECONDS);
        var expected = new ArrayList<>(sound(LONG).subList(0, 10_000));
        expected.addAll(sound(LONG).subList(882_000, 1_800_000));
        assertEquals(expected, studio.recorder.samples());
    }

    @Test
    void seek_beyond_the_end_goes_on_with_the_next() throws Exception {
        var player = studio.player(LONG, TWO);
        studio.recorder.limit(2);
        player.play().join();
        await(() -> studio.recorder.size() == 2);
        var end = player.completion();
        player.seek(Duration.ofHours(1)).join();
        studio.recorder.block(false);
        end.get(20, TimeUnit.SECONDS);
        assertEquals(sound(TWO), studio.recorder.samples().subList(2, 602));
        assertEquals(602, studio.recorder.size());
    }

    @Test
    void next_and_previous_go_through_the_queue() throws Exception {
        var player = studio.player(LONG, TWO, ONE);
        studio.recorder.limit(2);
        player.play().join();
        await(() -> studio.recorder.size() == 2);
        studio.recorder.limit(4);
        player.next().join();
        await(() -> player.status().index() == 1);
        await(() -> studio.recorder.size() == 4);
        studio.recorder.limit(6);
        player.previous().join(); // within three seconds of its beginning: the one before
        await(() -> studio.recorder.size() == 6);
        assertEquals(0, player.status().index());
        player.play(2).join();
        await(() -> player.status().index() == 2);
        var end = player.completion();
        player.next().join();
        assertEquals(PlayerState.COMPLETED, end.get(20, TimeUnit.SECONDS).end());
    }

    @Test
    void what_was_decoded_ahead_and_passed_over_is_not_counted_as_played() throws Exception {
        var player = studio.player(TWO, ONE, TWO, LONG);
        studio.recorder.limit(2);
        player.play().join();
        await(() -> studio.recorder.size() == 2);
        var end = player.completion();
        player.play(3).join();
        player.stop().join();
        assertEquals(0, end.get(20, TimeUnit.SECONDS).played());
    }

    @Test
    void volume_scales_and_full_volume_changes_nothing() throws Exception {
        var player = studio.player(THREE);
        player.setVolume(0.5);
        playToEnd(player);
        var full = sound(THREE);
        var heard = studio.recorder.samples();
        // over the first block it glides
        for (int i = 4_096; i < full.size(); i++) {
            assertEquals(full.get(i) / 2, heard.get(i));
        }
        for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> player.setVolume(wrong));
        }
    }

    @Test
    void what_cannot_be_played_is_told_and_passed_over() throws Exception {
        var report = playToEnd(studio.player("nonsense", TWO, "more nonsense"));
        assertEquals(sound(TWO), studio.recorder.samples());
        assertEquals(PlayerState.COMPLETED, report.end());
        assertEquals(1, report.played());
        assertEquals(
                List.of(PlaybackException.UNSUPPORTED_CODEC, PlaybackException.UNSUPPORTED_CODEC),
                report.failures().stream().map(f -> f.code()).toList());
        assertEquals(
                2, studio.events.stream().filter(TrackFailed.class::isInstance).count());
    }

    @Test
    void nothing_playable_is_a_failure_that_says_why() throws Exception {
        var report = playToEnd(studio.player("nonsense"));
        assertEquals(PlayerState.FAILED, report.end());
        assertTrue(report.reason().contains("nonsense"), report.reason());
    }

    @Test
    void a_decoder_that_hangs_or_throws_costs_only_its_track() throws Exception {
        studio.decoders.add(0, Studio.decoder("bad", (content, name) -> {
            if (name.startsWith("1-")) {
                while (true) { // interrupts do not help
                    java.util.concurrent.locks.LockSupport.parkNanos(1_000_000_000);
                    Thread.interrupted();
                }
            }
            if (name.startsWith("2-")) {
                throw new NoClassDefFoundError("gone");
            }
            throw notMine();
        }));
        var report = playToEnd(studio.player(ONE, TWO, THREE));
        assertEquals(List.of(), report.failures(), "the next decoder could");
        studio.decoders.remove(1);
        var again = studio.player(ONE, TWO);
        var worse = playToEnd(again);
        assertEquals(
                List.of(PlaybackException.DECODER_FAILED, PlaybackException.DECODER_FAILED),
                worse.failures().stream().map(f -> f.code()).toList());
    }

    @Test
    void a_decoder_that_is_replaced_loses_no_frame() throws Exception {
        var player = studio.player(LONG);
        studio.recorder.limit(100_000);
        player.play().join();
        await(() -> studio.recorder.size() == 100_000);
        studio.decoders.add(Studio.decoder("better", Studio.Counting::new));
        studio.decoders.remove(0);
        var end = player.completion();
        studio.recorder.limit(1_500_000);
        await(() -> player.status().output().decoder().equals("better"));
        studio.recorder.block(false);
        end.get(20, TimeUnit.SECONDS);
        assertEquals(sound(LONG), studio.recorder.samples());
    }

    @Test
    void a_source_that_goes_ends_the_track_in_words() throws Exception {
        var player = studio.player(LONG);
        studio.recorder.limit(2);
        player.play().join();
        await(() -> studio.recorder.size() == 2);
        var end = player.completion();
        studio.sourceGone = true;
        studio.recorder.block(false);
        var report = end.get(20, TimeUnit.SECONDS);
        assertEquals(SourceException.UNAVAILABLE, report.failures().get(0).code());
        assertEquals("The source is gone.", report.failures().get(0).reason());
    }

    @Test
    void an_output_that_fails_ends_playing_in_words() throws Exception {
        studio.recorder.failure = new IOException("The device was unplugged.");
        var report = playToEnd(studio.player(ONE));
        assertEquals(PlayerState.FAILED, report.end());
        assertEquals("The device was unplugged.", report.reason());
    }

    @Test
    void an_output_that_is_removed_ends_playing_in_words() throws Exception {
        var player = studio.player(LONG);
        studio.recorder.limit(2);
        var end = player.completion();
        player.play().join();
        studio.outputs.clear();
        var report = end.get(20, TimeUnit.SECONDS);
        assertEquals(PlayerState.FAILED, report.end());
        assertTrue(report.reason().contains("recorder"), report.reason());
        assertTrue(studio.recorder.closed.await(5, TimeUnit.SECONDS));
    }

    @Test
    void stop_frees_the_output_and_the_queue_can_be_played_again() throws Exception {
        var player = studio.player(TWO, LONG);
        studio.recorder.limit(1_000);
        var end = player.completion();
        player.play().join();
        await(() -> studio.recorder.size() == 1_000);
        await(() -> player.status().index() == 1);
        player.stop().join();
        var report = end.get(5, TimeUnit.SECONDS);
        assertEquals(PlayerState.STOPPED, report.end());
        assertEquals(1, report.played());
        assertEquals(0, studio.recorder.closed.getCount());
        studio.recorder.block(false);
        int before = studio.recorder.size();
        assertEquals(PlayerState.COMPLETED, playToEnd(player).end());
        assertEquals(sound(LONG), studio.recorder.samples().subList(before, studio.recorder.size()));
    }

    @Test
    void a_track_is_the_part_of_the_file_that_its_clip_says() throws Exception {
        var second = new TrackFile.Clip(Duration.ofSeconds(1), Duration.ofSeconds(2));
        var rest = new TrackFile.Clip(Duration.ofSeconds(20), null);
        var player = studio.player();
        player.queue()
                .add(List.of(
                        studio.track(1, Studio.stored(LONG, FileState.READY, second)),
                        studio.track(2, Studio.stored(LONG, FileState.READY, rest))))
                .join();
        assertEquals(2, playToEnd(player).played());
        var expected = new ArrayList<>(sound(LONG).subList(88_200, 176_400));
        expected.addAll(sound(LONG).subList(1_764_000, 1_800_000));
        assertEquals(expected, studio.recorder.samples());
    }

    @Test
    void what_was_decoded_to_its_end_tells_how_long_it_is_where_that_was_estimated() throws Exception {
        var estimated = new AudioProperties("MPEG", "MP3", Duration.ofHours(1), true, null, null, null, null);
        var player = studio.player();
        long number = 0;
        for (var properties : List.of(estimated, AudioProperties.UNKNOWN)) {
            var id = studio.track(
                    ++number,
                    new TrackFile(
                            new FileId(number),
                            Studio.file(ONE),
                            ONE,
                            null,
                            FileState.READY,
                            "",
                            null,
                            properties,
                            List.of()));
            player.queue().add(List.of(id)).join();
        }
        playToEnd(player);
        assertEquals(Map.of(new FileId(1), Duration.ofNanos(50_000 * 1_000_000_000L / 44_100)), studio.durations);
    }

    @Test
    void how_much_of_each_track_was_heard_is_told() throws Exception {
        var player = studio.player();
        for (String name : List.of(ONE, TWO, OTHER_SHAPE)) {
            player.queue()
                    .add(List.of(studio.track(name.charAt(0) - '0', Studio.stored(name, FileState.READY, null))))
                    .join();
        }
        playToEnd(player);
        assertEquals(List.of("t1 1133", "t2 6", "t4 104"), studio.heard);
    }

    @Test
    void what_is_passed_over_by_a_jump_was_not_heard() throws Exception {
        var player = studio.player();
        var id = studio.track(5, Studio.stored(LONG, FileState.READY, null));
        player.queue().add(List.of(id)).join();
        player.play().join();
        Studio.await(() -> player.status().state() == PlayerState.PLAYING);
        player.seek(Duration.ofSeconds(20)).join(); // it is 20.4 s long
        player.completion().get(20, TimeUnit.SECONDS);
        long heard = Long.parseLong(studio.heard.get(0).substring(3));
        assertEquals(1, studio.heard.size(), studio.heard::toString);
        assertTrue(heard >= 408 && heard < 19_000, studio.heard::toString);
    }

    @Test
    void a_file_that_is_missing_or_broken_gives_way_to_another_of_the_track() throws Exception {
        var player = studio.player();
        player.queue()
                .add(List.of(
                        studio.track(
                                1,
                                Studio.stored(ONE, FileState.MISSING, null),
                                Studio.stored("nonsense", FileState.READY, null),
                                Studio.stored(TWO, FileState.READY, null)),
                        studio.track(2, Studio.stored(ONE, FileState.MISSING, null))))
                .join();
        var report = playToEnd(player);
        assertEquals(sound(TWO), studio.recorder.samples());
        assertEquals(PlaybackException.NO_FILE, report.failures().get(0).code());
        assertEquals(LibraryException.NOT_FOUND, code(player.queue().add(List.of(new TrackId(3)))));
        assertEquals(2, player.queue().items().size());
    }

    @Test
    void a_closed_player_says_so() {
        var player = studio.player(TWO);
        player.close();
        await(() -> player.status().state() == PlayerState.CLOSED);
        assertEquals(PlaybackException.SERVICE_GONE, code(player.play()));
        assertEquals(PlayerState.CLOSED, player.completion().join().end());
        assertEquals(List.of(), studio.engine.players());
    }

    @Test
    void an_empty_queue_and_an_unknown_output_are_refused() {
        assertEquals(PlaybackException.NOTHING_TO_PLAY, code(studio.player().play()));
        assertEquals(PlaybackException.NOTHING_TO_PLAY, code(studio.player().seek(Duration.ZERO)));
        assertEquals(PlaybackException.OUTPUT_UNAVAILABLE, code(studio.engine.open(OutputRequest.parse("cinema"))));
    }

    @Test
    void an_output_that_does_not_work_is_passed_over_unless_asked_for() {
        studio.outputs.add(0, new Output("dumb", true, new org.musicplatform.core.api.playback.spi.PlaybackAdapter() {
            @Override
            public String unavailable() {
                return "There is no device.";
            }

            @Override
            public org.musicplatform.core.api.playback.spi.AudioOutput open(String target) {
                throw new AssertionError();
            }
        }));
        assertEquals("recorder", studio.player().status().output().id());
        assertEquals(PlaybackException.OUTPUT_UNAVAILABLE, code(studio.engine.open(OutputRequest.parse("dumb"))));
    }

    @Test
    void a_queue_changed_while_it_plays_is_followed() throws Exception {
        var player = studio.player(LONG, ONE, TWO);
        studio.recorder.limit(2);
        player.play().join();
        await(() -> studio.recorder.size() == 2);
        player.queue().remove(player.queue().items().get(1).id());
        player.queue().addFiles(List.of(Studio.file(OTHER_SHAPE)));
        var end = player.completion();
        studio.recorder.block(false);
        end.get(20, TimeUnit.SECONDS);
        assertEquals(sound(LONG, TWO, OTHER_SHAPE), studio.recorder.samples());
    }

    @Test
    void changes_are_told_in_order_and_end_with_one_report() throws Exception {
        playToEnd(studio.player(TWO, OTHER_SHAPE));
        await(() -> studio.events.stream().anyMatch(PlaybackEnded.class::isInstance));
        var states = studio.events.stream()
                .filter(PlayerChanged.class::isInstance)
                .map(e -> ((PlayerChanged) e).status().state())
                .toList();
        assertEquals(PlayerState.COMPLETED, states.get(states.size() - 1));
        assertEquals(
                1,
                studio.events.stream().filter(PlaybackEnded.class::isInstance).count());
        assertFalse(studio.events.stream()
                        .filter(PlayerProgressed.class::isInstance)
                        .count()
                > 4);
    }

    @Test
    void a_callback_may_wait_for_another_command_and_one_that_blocks_holds_up_no_other() throws Exception {
        var player = studio.player(TWO);
        var end = new CountDownLatch(1);
        var blocked = new CompletableFuture<Void>();
        player.completion().thenRun(() -> {
            blocked.complete(null);
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        var once = playToEnd(player);
        blocked.get(20, TimeUnit.SECONDS);
        var again = player.pause().thenComposeAsync(paused -> {
            player.play().join();
            return player.completion();
        });
        assertNotSame(once, again.get(20, TimeUnit.SECONDS));
        assertEquals(sound(TWO, TWO), studio.recorder.samples());
        end.countDown();
    }

    @Test
    void the_end_of_what_was_cut_by_closing_tells_what_was_played() throws Exception {
        var player = studio.player(TWO, LONG);
        studio.recorder.limit(sound(TWO).size() + 2);
        player.play().join();
        await(() -> player.status().item() != null && player.status().index() == 1);
        var end = player.completion();
        player.close();
        assertEquals(PlayerState.CLOSED, end.get(20, TimeUnit.SECONDS).end());
        assertEquals(1, end.get().played());
    }

    @Test
    void a_hanging_output_does_not_hold_up_stop_and_close() throws Exception {
        studio.recorder.hanging = true;
        var player = studio.player(LONG);
        var end = player.completion();
        player.play().join();
        await(() -> player.status().state() == PlayerState.PLAYING);
        player.stop().join();
        assertEquals(PlayerState.STOPPED, end.get(10, TimeUnit.SECONDS).end());
    }

    private List<Long> started() {
        return studio.events.stream()
                .filter(TrackStarted.class::isInstance)
                .map(e -> ((TrackStarted) e).item().id())
                .toList();
    }

    private static PlaybackException notMine() {
        return new PlaybackException(PlaybackException.UNSUPPORTED_CODEC, "not mine");
    }

    private static String code(java.util.concurrent.CompletableFuture<?> future) {
        return ((CoreException)
                        assertThrows(CompletionException.class, future::join).getCause())
                .code();
    }
}
