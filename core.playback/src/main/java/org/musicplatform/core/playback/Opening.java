package org.musicplatform.core.playback;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.musicplatform.core.api.Capability;
import org.musicplatform.core.api.CapabilityMissingException;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.playback.PlaybackException;
import org.musicplatform.core.api.playback.QueueItem;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.Purpose;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.support.PluginGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds a file of an item that can be read, and a decoder that knows it. */
final class Opening {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final int LIBRARY_SECONDS = 5;

    private final Supplier<LibraryService> library;
    private final Supplier<ContentService> content;
    private final Supplier<List<Decoder>> decoders;
    private final PluginGuard guard;
    private final PlaybackNotes notes;
    private final Clock clock;

    Opening(
            Supplier<LibraryService> library,
            Supplier<ContentService> content,
            Supplier<List<Decoder>> decoders,
            PluginGuard guard,
            PlaybackNotes notes,
            Clock clock) {
        this.library = library;
        this.content = content;
        this.decoders = decoders;
        this.guard = guard;
        this.notes = notes;
        this.clock = clock;
    }

    /** A file that may be the item; its id where the library only estimates how long it is, else null. */
    private record Candidate(FileRef file, Decoding.Clip clip, FileId estimated) {}

    /** Tells whether a decoder is still installed. */
    boolean isThere(Decoder decoder) {
        return decoders.get().contains(decoder);
    }

    /**
     * Opens an item: its files are tried best first.
     *
     * @throws CoreException when none of them can be played; it tells of the first
     */
    Decoding open(QueueItem item) throws IOException, InterruptedException {
        Exception first = null;
        for (Candidate candidate : candidates(item)) {
            try {
                return open(item, candidate);
            } catch (CoreException | IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first instanceof CoreException told) {
            throw told;
        }
        if (first instanceof IOException unreadable) {
            throw unreadable;
        }
        throw new PlaybackException(
                PlaybackException.NO_FILE, "The files of this track are missing. Index their folder again.");
    }

    private List<Candidate> candidates(QueueItem item) throws InterruptedException {
        if (item.file() != null) {
            return List.of(new Candidate(item.file(), null, null));
        }
        var candidates = new ArrayList<Candidate>();
        for (var file : details(item).files()) {
            if (file.state() != FileState.MISSING) {
                var clip = file.clip();
                candidates.add(new Candidate(
                        file.file(),
                        clip == null ? null : new Decoding.Clip(clip.start(), clip.end()),
                        file.properties().durationEstimated() ? file.id() : null));
            }
        }
        return candidates;
    }

    private TrackDetails details(QueueItem item) throws InterruptedException {
        var asked = library.get();
        if (asked == null) {
            throw new CapabilityMissingException(
                    Capability.LIBRARY, "Install or start org.musicplatform.core.library.");
        }
        try {
            return asked.track(item.track()).get(LIBRARY_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new PlaybackException(PlaybackException.NO_FILE, "The library does not answer.", e);
        } catch (ExecutionException | CompletionException e) {
            throw e.getCause() instanceof CoreException told
                    ? told
                    : new PlaybackException(PlaybackException.NO_FILE, "The library failed: " + e.getCause(), e);
        }
    }

    private Decoding open(QueueItem item, Candidate candidate) throws IOException, InterruptedException {
        var bytes = content.get();
        if (bytes == null) {
            throw new CapabilityMissingException(
                    Capability.CONTENT, "Install or start org.musicplatform.platform.content.");
        }
        String name = candidate.file().name();
        CoreException refusal = new PlaybackException(
                PlaybackException.UNSUPPORTED_CODEC,
                "No decoder is installed that knows " + name + ". A plug-in could add one.");
        for (Decoder decoder : asked(name)) {
            var reader = bytes.open(candidate.file(), Purpose.PLAYBACK);
            boolean opened = false;
            try {
                var decoding =
                        Decoding.open(item, decoder, reader, name, candidate.clip(), candidate.estimated(), guard);
                opened = true;
                return decoding;
            } catch (CoreException e) {
                if (e instanceof SourceException) {
                    throw e;
                }
                // another decoder may still know it; what one said that knows the format tells most
                refusal = isUnsupported(refusal) ? e : refusal;
            } finally {
                if (!opened) {
                    close(reader);
                }
            }
        }
        throw refusal;
    }

    /** Makes the log of a session. */
    PlayLog newLog() {
        return new PlayLog(notes, clock);
    }

    /** Tells the library how long a file is that was decoded to its end, where it only estimated that. */
    void decoded(Decoding decoding) {
        if (decoding.estimated() != null && decoding.counted() != null) {
            try {
                notes.counted(decoding.estimated(), decoding.counted());
            } catch (RuntimeException e) {
                LOG.debug("The library does not take the counted length of {}", decoding.estimated(), e);
            }
        }
    }

    /** Those that claim the name come first; a name may be wrong, so the others may look too. */
    private List<Decoder> asked(String name) {
        var all = new ArrayList<Decoder>();
        var there = decoders.get();
        there.stream().filter(d -> d.claims(name)).forEach(all::add);
        there.stream().filter(d -> !d.claims(name)).forEach(all::add);
        return all;
    }

    private static boolean isUnsupported(CoreException refusal) {
        return refusal.code().equals(PlaybackException.UNSUPPORTED_CODEC);
    }

    private static void close(ContentReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            LOG.debug("A file does not close", e);
        }
    }
}
