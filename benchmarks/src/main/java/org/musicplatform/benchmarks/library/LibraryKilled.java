package org.musicplatform.benchmarks.library;

import java.nio.file.Path;
import java.time.Clock;
import org.musicplatform.core.api.event.LibraryChanged;
import org.musicplatform.core.api.library.Annotation;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.library.LibraryEngine;

/**
 * The process that {@link LibraryKill} kills: indexes and rates, and tells what is committed. Each line ends with a dot,
 * so that one that was cut off is known: {@code DATABASE SEED TRACKS FIRST_TO_RATE}.
 */
final class LibraryKilled implements Feed.Watcher {

    private static final int RATED_EACH = 3;

    private final LibraryEngine library;
    private long next;

    private LibraryKilled(LibraryEngine library, long next) {
        this.library = library;
        this.next = next;
    }

    /** Runs it. */
    public static void main(String[] args) {
        var music = new SyntheticLibrary(Long.parseLong(args[1]), Integer.parseInt(args[2]));
        try (var library = new LibraryEngine(
                Path.of(args[0]),
                Clock.systemUTC(),
                event -> System.out.println("commit " + ((LibraryChanged) event).revision() + " ."))) {
            new Feed(library, new LibraryKilled(library, Long.parseLong(args[3]))).index(music);
        }
        System.out.println("done .");
    }

    @Override
    public void delivered(long count) {
        System.out.println("delivered " + count + " .");
    }

    @Override
    public boolean goOn(long delivered) {
        for (int i = 0; i < RATED_EACH; i++) {
            long track = next++;
            int stars = 1 + (int) (track % Annotation.MAX_RATING);
            library.rate(new TrackId(track), stars).join();
            System.out.println("rated " + track + " " + stars + " .");
        }
        // written in order: what was delivered before is committed with what was rated
        System.out.println("stored " + delivered + " .");
        return true;
    }
}
