package org.musicplatform.core.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.ingest.Intake;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.api.source.SourceStatus;
import org.musicplatform.core.api.source.spi.Listing;

/** A library in memory that writes down what was done to it. */
final class FakeLibrary implements LibraryWriter {

    final List<String> log = new ArrayList<>(); // guarded by this
    final Map<SourceId, SourceAccount> accounts = new TreeMap<>();
    final Map<SourceId, SourceState> states = new HashMap<>();
    final Map<SourceId, Map<String, ItemVersion>> files = new HashMap<>();
    volatile String cursor;
    volatile boolean holds;
    volatile int moved; // how many of the files of the next scan were found again under another name
    volatile int largestPortion;
    private long ids;

    synchronized List<String> log() {
        return List.copyOf(log);
    }

    synchronized SourceState state(SourceId id) {
        return states.get(id);
    }

    @Override
    public synchronized SourceAccount addSource(String provider, String location, String name) {
        var account = new SourceAccount(new SourceId(++ids), provider, location, name);
        accounts.put(account.id(), account);
        return account;
    }

    @Override
    public synchronized List<SourceStatus> sources() {
        return accounts.values().stream()
                .map(a -> new SourceStatus(a, states.getOrDefault(a.id(), SourceState.NEW), "", 0, 0, 0, null))
                .toList();
    }

    @Override
    public synchronized void absorbSource(SourceId inner, SourceId outer, String idPrefix, String folderPrefix) {
        accounts.remove(inner);
        log.add("absorb " + inner + " " + outer + " " + idPrefix + " " + folderPrefix);
    }

    @Override
    public synchronized void setSourceState(SourceId source, SourceState state, String reason) {
        states.put(source, state);
    }

    @Override
    public synchronized boolean forgetSource(SourceId source) {
        return accounts.remove(source) != null;
    }

    @Override
    public String cursor(SourceId source) {
        return cursor;
    }

    @Override
    public void notePlay(TrackId track, Instant started, Duration heard) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void correctDuration(FileId file, Duration duration) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized Intake begin(SourceId source, IntakeKind kind, boolean reread) {
        log.add("begin " + source + " " + kind);
        return new FakeIntake(accounts.get(source), files.computeIfAbsent(source, s -> new HashMap<>()));
    }

    private final class FakeIntake implements Intake {
        private final SourceAccount account;
        private final Map<String, ItemVersion> known;
        private final Map<String, ItemVersion> seen = new HashMap<>();
        private final ArrayDeque<Task> queue = new ArrayDeque<>();

        FakeIntake(SourceAccount account, Map<String, ItemVersion> known) {
            this.account = account;
            this.known = known;
        }

        @Override
        public Observed observe(List<SourceItem> items) {
            largestPortion = Math.max(largestPortion, items.size());
            int added = 0;
            int changed = 0;
            int unchanged = 0;
            for (SourceItem item : items) {
                var old = known.get(item.id());
                seen.put(item.id(), item.version());
                if (old != null && item.version().sameContentAs(old)) {
                    unchanged++;
                    continue;
                }
                if (old == null) {
                    added++;
                } else {
                    changed++;
                }
                var ref = new FileRef(account, item.id(), item.name(), item.version());
                queue.add(new Task(new FileId(1L + seen.size()), ref, item.path(), List.of()));
            }
            return new Observed(added, changed, unchanged);
        }

        @Override
        public int observeCompanions(List<FoundCompanion> companions) {
            companions.forEach(
                    each -> note("companion " + each.kind() + " " + each.item().path()));
            return 0;
        }

        @Override
        public int listed(Listing.End end) {
            note("listed");
            return 0;
        }

        @Override
        public List<Task> claim(int max) {
            var tasks = new ArrayList<Task>();
            while (tasks.size() < max && !queue.isEmpty()) {
                tasks.add(queue.poll());
            }
            return tasks;
        }

        @Override
        public void deliver(Task task, TagReading reading) {
            note("deliver " + task.path());
        }

        @Override
        public void fail(Task task, String code, String reason) {
            note("fail " + task.path() + " " + code);
        }

        @Override
        public void release(Task task) {
            note("release " + task.path());
        }

        @Override
        public Finished finish(Listing.End end, boolean acceptMissing) {
            int gone = (int)
                    known.keySet().stream().filter(id -> !seen.containsKey(id)).count();
            if (holds && !acceptMissing) {
                return new Finished(0, 0, true, gone);
            }
            known.keySet().retainAll(seen.keySet());
            known.putAll(seen);
            cursor = end.cursor();
            note("finish");
            return new Finished(gone - moved, moved, false, gone - moved);
        }

        @Override
        public void close() {
            note("close");
        }

        private void note(String what) {
            synchronized (FakeLibrary.this) {
                log.add(what);
            }
        }
    }
}
