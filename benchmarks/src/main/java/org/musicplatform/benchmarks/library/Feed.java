package org.musicplatform.benchmarks.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
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

    /** How many files are delivered at once, as a thread that reads a folder does. */
    private static final int RUN = 16;

    private final LibraryWriter library;
    private final Watcher watcher;

    /** What was claimed before its page comes: files that an earlier intake listed and did not come to read. */
    private final Map<String, Intake.Task> early = new HashMap<>();

    private double making;
    private long delivered;

    /** Is told how far it is; may end it. */
    interface Watcher {

        /** Told after each page of how many files were delivered so far; false ends the indexing there. */
        boolean goOn(long delivered);

        /** Told after each run of files of how many were delivered so far. */
        default void delivered(long count) {}
    }

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
                var readings = new LinkedHashMap<String, TagReading>();
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
        var run = new ArrayList<Intake.Read>();
        readings.forEach((id, reading) -> {
            if (early.containsKey(id)) {
                run.add(new Intake.Read(early.remove(id), reading));
                deliver(intake, run, RUN);
            }
        });
        for (var tasks = intake.claim(PAGE); !tasks.isEmpty(); tasks = intake.claim(PAGE)) {
            for (var task : tasks) {
                var reading = readings.get(task.file().itemId());
                if (reading == null) {
                    early.put(task.file().itemId(), task);
                } else {
                    run.add(new Intake.Read(task, reading));
                    deliver(intake, run, RUN);
                }
            }
        }
        deliver(intake, run, 1);
    }

    /** Delivers a run that has become so long. */
    private void deliver(Intake intake, List<Intake.Read> run, int length) {
        if (run.size() >= length) {
            intake.deliver(run);
            delivered += run.size();
            run.clear();
            watcher.delivered(delivered);
        }
    }
}
