package org.musicplatform.benchmarks.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.musicplatform.core.api.library.ingest.Intake;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Listing;

/** Indexes a source as a scan does, on the calling thread: lists a page, claims it, delivers what was read. */
final class Feed {

    private static final int PAGE = 1_000;

    private final LibraryWriter library;
    private final Watcher watcher;
    private double making;

    /** Is told after each page; may end it. */
    interface Watcher {

        /** Told of how many files were delivered so far; false ends the indexing there. */
        boolean goOn(long delivered);
    }

    private long delivered;

    Feed(LibraryWriter library, Watcher watcher) {
        this.library = library;
        this.watcher = watcher;
    }

    /** Returns the source of a synthetic library, known to the library from now on. */
    static SourceId source(LibraryWriter library, int source) {
        return source == SyntheticLibrary.DRIVE
                ? library.addSource("googledrive", "someone@example.org/Music", "Drive")
                        .id()
                : library.addSource("local", "/srv/music" + source, "Music " + source)
                        .id();
    }

    /** Returns how many files were delivered. */
    long delivered() {
        return delivered;
    }

    /** Returns how many seconds of CPU time of this thread went into making the rows. */
    double making() {
        return making;
    }

    /** Indexes all sources of a synthetic library; false when the watcher ended it. */
    boolean index(SyntheticLibrary music) {
        for (int i = 0; i < SyntheticLibrary.SOURCES; i++) {
            if (!index(source(library, i), music.walk(i))) {
                return false;
            }
        }
        return true;
    }

    /** Indexes a source; false when the watcher ended it. */
    boolean index(SourceId source, Iterator<SyntheticTrack> tracks) {
        try (var intake = library.begin(source, IntakeKind.FULL, false)) {
            while (true) {
                var readings = new HashMap<String, TagReading>();
                var items = page(tracks, readings);
                if (items.isEmpty()) {
                    intake.finish(Listing.End.COMPLETE, false);
                    return true;
                }
                intake.observe(items);
                deliver(intake, readings);
                if (!watcher.goOn(delivered)) {
                    return false;
                }
            }
        }
    }

    private List<SourceItem> page(Iterator<SyntheticTrack> tracks, Map<String, TagReading> readings) {
        double start = Machine.ownCpu();
        var items = new ArrayList<SourceItem>();
        while (items.size() < PAGE && tracks.hasNext()) {
            var track = tracks.next();
            var item = track.item();
            items.add(item);
            readings.put(item.id(), SyntheticTags.reading(track));
        }
        making += Machine.ownCpu() - start;
        return items;
    }

    private void deliver(Intake intake, Map<String, TagReading> readings) {
        for (var tasks = intake.claim(PAGE); !tasks.isEmpty(); tasks = intake.claim(PAGE)) {
            for (var task : tasks) {
                var reading = readings.get(task.file().itemId());
                if (reading == null) {
                    throw new IllegalStateException(task.path() + " was claimed, and is not of the page");
                }
                intake.deliver(task, reading);
                delivered++;
            }
        }
    }
}
