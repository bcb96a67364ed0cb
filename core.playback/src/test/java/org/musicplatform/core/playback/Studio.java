package org.musicplatform.core.playback;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.library.Annotation;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.playback.AudioFormat;
import org.musicplatform.core.api.playback.OutputRequest;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.playback.PlaybackReport;
import org.musicplatform.core.api.playback.Player;
import org.musicplatform.core.api.playback.spi.AudioDecoder;
import org.musicplatform.core.api.playback.spi.AudioDecoderFactory;
import org.musicplatform.core.api.playback.spi.AudioOutput;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.Purpose;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceId;

/** An engine with a decoder and an output of our making. A file {@code 7-300-48000-1} is 300 frames that count from 7,000,000. */
final class Studio implements AutoCloseable {

    static final SourceAccount SOURCE = new SourceAccount(new SourceId(1), "fake", "/", "Fake");

    final List<CoreEvent> events = new CopyOnWriteArrayList<>();
    final List<Decoder> decoders = new CopyOnWriteArrayList<>();
    final List<Output> outputs = new CopyOnWriteArrayList<>();
    final Recorder recorder = new Recorder();
    final Map<TrackId, TrackDetails> tracks = new ConcurrentHashMap<>();
    final Map<FileId, Duration> durations = new ConcurrentHashMap<>();
    volatile boolean sourceGone;
    final PlaybackEngine engine = new PlaybackEngine(
            this::library,
            () -> this::open,
            () -> List.copyOf(decoders),
            () -> List.copyOf(outputs),
            notes(),
            Clock.systemUTC(),
            events::add,
            Duration.ofSeconds(2));

    final List<String> heard = new CopyOnWriteArrayList<>();

    private PlaybackNotes notes() {
        return new PlaybackNotes() {
            @Override
            public void counted(FileId file, Duration duration) {
                durations.put(file, duration);
            }

            @Override
            public void heard(TrackId track, Instant started, Duration length) {
                heard.add(track + " " + length.toMillis());
            }
        };
    }

    Studio() {
        decoders.add(decoder("counting", Counting::new));
        outputs.add(new Output("recorder", true, target -> recorder));
    }

    static Decoder decoder(String id, AudioDecoderFactory factory) {
        return new Decoder(id, List.of("count"), factory);
    }

    /** A library that knows some tracks, and nothing else. */
    private LibraryService library() {
        return (LibraryService) Proxy.newProxyInstance(
                LibraryService.class.getClassLoader(), new Class<?>[] {LibraryService.class}, (proxy, method, args) -> {
                    var found = tracks.get((TrackId) args[0]);
                    return found != null
                            ? CompletableFuture.completedFuture(found)
                            : CompletableFuture.failedFuture(new LibraryException(
                                    LibraryException.NOT_FOUND, false, "There is no track " + args[0] + ".", null));
                });
    }

    /** Puts a track into the library whose files are these. */
    TrackId track(long number, TrackFile... files) {
        var id = new TrackId(number);
        var track = new Track(
                id, "Track " + number, "Artist", null, Track.Position.UNKNOWN, null, null, List.of(), Annotation.NONE);
        tracks.put(id, new TrackDetails(track, List.of(), List.of(), List.of(files), Instant.EPOCH));
        return id;
    }

    static TrackFile stored(String name, FileState state, TrackFile.Clip clip) {
        return new TrackFile(
                new FileId(1), file(name), name, clip, state, "", null, AudioProperties.UNKNOWN, List.of());
    }

    private ContentReader open(FileRef file, Purpose purpose) {
        return new ContentReader() {
            @Override
            public int read(long position, ByteBuffer target) {
                if (sourceGone) {
                    throw new SourceException(SourceException.UNAVAILABLE, "The source is gone.");
                }
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
            public void close() {}
        };
    }

    Player player(String... files) {
        var player = engine.open(OutputRequest.DEFAULT).join();
        player.queue().addFiles(List.of(files).stream().map(Studio::file).toList());
        return player;
    }

    static FileRef file(String name) {
        return new FileRef(SOURCE, name, name + ".count", ItemVersion.UNKNOWN);
    }

    static PlaybackReport playToEnd(Player player) throws Exception {
        player.play().join();
        return player.completion().get(20, TimeUnit.SECONDS);
    }

    static void await(BooleanSupplier state) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!state.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it does not come");
            }
            Thread.onSpinWait();
        }
    }

    /** The samples that files sound as, one after the other; every channel of a frame has the same. */
    static List<Float> sound(String... files) {
        var all = new ArrayList<Float>();
        for (String file : files) {
            var parts = file.split("-");
            for (int i = 0; i < Integer.parseInt(parts[1]); i++) {
                for (int c = 0; c < Integer.parseInt(parts[3]); c++) {
                    all.add((Integer.parseInt(parts[0]) * 1_000_000 + i) / (float) (1 << 24));
                }
            }
        }
        return all;
    }

    @Override
    public void close() {
        recorder.block(false);
        engine.close();
    }

    /** Decodes what the name says. */
    static final class Counting implements AudioDecoder {
        private final ContentReader content;
        private final int first;
        private final long frames;
        private final AudioFormat format;
        private long at;

        Counting(ContentReader content, String name) {
            if (!name.matches("\\d+-\\d+-\\d+-\\d+\\.count")) {
                throw new PlaybackException(PlaybackException.UNSUPPORTED_CODEC, name + " is nothing that counts.");
            }
            var parts = name.replace(".count", "").split("-");
            this.content = content;
            this.first = Integer.parseInt(parts[0]) * 1_000_000;
            this.frames = Long.parseLong(parts[1]);
            this.format = new AudioFormat(Integer.parseInt(parts[2]), Integer.parseInt(parts[3]), 24, false);
        }

        @Override
        public AudioFormat format() {
            return format;
        }

        @Override
        public String codec() {
            return "Count";
        }

        @Override
        public long frames() {
            return frames;
        }

        @Override
        public int decode(float[] target, int offset, int count) throws IOException {
            content.read(0, ByteBuffer.allocate(1));
            int n = (int) Math.min(count, frames - at);
            for (int i = 0; i < n; i++) {
                for (int c = 0; c < format.channels(); c++) {
                    target[offset + i * format.channels() + c] = (first + at) / (float) (1 << 24);
                }
                at++;
            }
            return n == 0 ? -1 : n;
        }

        @Override
        public void seek(long frame) {
            at = Math.min(frame, frames);
        }

        @Override
        public void close() {}
    }

    /** Keeps what it is given; everything is heard at once. */
    static final class Recorder implements AudioOutput {
        final List<AudioFormat> formats = new CopyOnWriteArrayList<>();
        private final List<Float> samples = new ArrayList<>(); // guarded by this
        private int limit = Integer.MAX_VALUE; // guarded by this
        private boolean paused; // guarded by this
        private int flushes; // guarded by this
        private long taken; // guarded by this
        private int channels; // guarded by this
        volatile IOException failure;
        volatile boolean hanging;
        final CountDownLatch closed = new CountDownLatch(1);

        /** Takes no frame, or as many as come. */
        synchronized void block(boolean on) {
            limit(on ? 0 : Integer.MAX_VALUE);
        }

        /** Takes samples until there are so many in all. */
        synchronized void limit(int most) {
            limit = most;
            notifyAll();
        }

        synchronized List<Float> samples() {
            return List.copyOf(samples);
        }

        synchronized int size() {
            return samples.size();
        }

        @Override
        public synchronized String configure(AudioFormat format) {
            formats.add(format);
            taken = 0;
            channels = format.channels();
            paused = false;
            return formats.size() == 1 ? "" : "Another shape: " + format;
        }

        @Override
        public synchronized int write(float[] block, int offset, int frames) throws IOException {
            if (failure != null) {
                throw failure;
            }
            int before = flushes;
            while (samples.size() + channels > limit || paused || hanging) {
                if (!hanging && (paused || flushes != before)) {
                    return 0;
                }
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return 0;
                }
            }
            int n = Math.min(frames, (limit - samples.size()) / channels);
            for (int i = 0; i < n * channels; i++) {
                samples.add(block[offset + i]);
            }
            taken += n;
            return n;
        }

        @Override
        public synchronized long played() {
            return taken;
        }

        @Override
        public synchronized void pause() {
            paused = true;
            notifyAll();
        }

        @Override
        public synchronized void resume() {
            paused = false;
            notifyAll();
        }

        @Override
        public synchronized void flush() {
            flushes++;
            notifyAll();
        }

        @Override
        public void drain() {}

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
