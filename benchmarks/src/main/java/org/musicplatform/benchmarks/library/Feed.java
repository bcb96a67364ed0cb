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
                var page = new LinkedHashMap<String, SyntheticTrack>();
                var items = page(tracks, page);
                if (items.isEmpty()) {
                    intake.finish(Listing.End.COMPLETE, false);
                    return true;
                }
                intake.observe(items);
                deliver(intake, page);
                if (!watcher.goOn(delivered)) {
                    return false;
                }
            }
        }
    }

    private List<SourceItem> page(Iterator<SyntheticTrack> tracks, Map<String, SyntheticTrack> page) {
        double start = Machine.ownCpu();
        var items = new ArrayList<SourceItem>();
        while (items.size() < PAGE && tracks.hasNext()) {
            var track = tracks.next();
            var item = track.item();
            items.add(item);
            page.put(item.id(), track);
        }
        making += Machine.ownCpu() - start;
        return items;
    }

    private void deliver(Intake intake, Map<String, SyntheticTrack> page) {
        var run = new ArrayList<Intake.Task>();
        for (String id : page.keySet()) {
            if (early.containsKey(id)) {
                run.add(early.remove(id));
            }
        }
        deliver(intake, run, page);
        for (var tasks = intake.claim(PAGE); !tasks.isEmpty(); tasks = intake.claim(PAGE)) {
            for (var task : tasks) {
                if (page.containsKey(task.file().itemId())) {
                    run.add(task);
                } else {
                    early.put(task.file().itemId(), task);
                }
            }
            deliver(intake, run, page);
        }
    }

    /** Reads and delivers tasks in short runs: no more readings are held than a scan holds. */
    private void deliver(Intake intake, List<Intake.Task> tasks, Map<String, SyntheticTrack> page) {
        for (int from = 0; from < tasks.size(); from += RUN) {
            double start = Machine.ownCpu();
            var run = new ArrayList<Intake.Read>();
            for (var task : tasks.subList(from, Math.min(tasks.size(), from + RUN))) {
                var track = page.get(task.file().itemId());
                run.add(new Intake.Read(task, SyntheticTags.reading(track)));
            }
            making += Machine.ownCpu() - start;
            intake.deliver(run);
            delivered += run.size();
            watcher.delivered(delivered);
        }
        tasks.clear();
    }
}
