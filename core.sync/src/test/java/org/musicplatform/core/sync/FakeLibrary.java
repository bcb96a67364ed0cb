package org.musicplatform.core.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
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
import org.musicplatform.core.api.sync.SyncStatus;

/** A library in memory that writes down what was done to it. */
final class FakeLibrary implements LibraryWriter {

    final List<String> log = new ArrayList<>(); // guarded by this
    final Map<SourceId, SourceAccount> accounts = new TreeMap<>();
    final Map<SourceId, SourceState> states = new HashMap<>();
    final Map<SourceId, Map<String, ItemVersion>> files = new HashMap<>();
    final Map<SourceId, Map<String, Waiting>> queues = new HashMap<>(); // by item id; guarded by this
    final Set<FileId> claimed = new HashSet<>(); // guarded by this
    final Map<SourceId, List<String>> held = new HashMap<>(); // guarded by this
    final Map<SourceId, String> places = new HashMap<>(); // guarded by this
    final TreeMap<Long, SyncStatus> jobs = new TreeMap<>(); // guarded by this
    volatile String cursor;
    volatile boolean holds;
    volatile boolean comesBack; // what is new was there once, and is known as it is
    volatile int moved; // how many of the files of the next scan were found again under another name
    volatile int largestPortion;
    volatile RuntimeException refusal; // of what is listed, or null
    volatile Clock clock = Clock.systemUTC();
    volatile Comparing comparing = hasher -> 0;
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
    public int compareContents(Hasher hasher, boolean asked) throws InterruptedException {
        return comparing.compare(hasher);
    }

    interface Comparing {
        int compare(Hasher hasher) throws InterruptedException;
    }

    @Override
    public String cursor(SourceId source) {
        return cursor;
    }

    @Override
    public synchronized long queued(SourceId source) {
        return queues.getOrDefault(source, Map.of()).size();
    }

    @Override
    public synchronized Held held(SourceId source, int limit) {
        var paths = held.get(source);
        return paths == null
                ? null
                : new Held(paths.size(), paths.stream().limit(limit).toList());
    }

    @Override
    public synchronized long settle(SourceId source, boolean gone) {
        var paths = held.remove(source);
        if (paths == null) {
            return -1;
        }
        states.put(source, SourceState.READY);
        if (!gone) {
            return 0;
        }
        files.get(source).keySet().removeAll(paths);
        return paths.size();
    }

    @Override
    public synchronized void noteJob(SyncStatus status) {
        jobs.put(status.job().value(), status);
    }

    @Override
    public synchronized List<SyncStatus> jobs(int limit) {
        return jobs.descendingMap().values().stream().limit(limit).toList();
    }

    /** What a library does with jobs that were under way when it was closed. */
    synchronized void openAgain() {
        jobs.replaceAll((id, status) -> status.interrupted());
        claimed.clear();
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
        return new FakeIntake(accounts.get(source), kind, reread);
    }

    /** A file in the queue. */
    record Waiting(Intake.Task task, int priority, Instant due) {}

    /** Works like the library's, in memory: what waits stays in the queue when an intake ends. */
    private final class FakeIntake implements Intake {
        private static final int JUST_IN_TIME = 0;
        private static final int NEW = 1;
        private static final int CHANGED = 2;

        private final SourceAccount account;
        private final IntakeKind kind;
        private final boolean reread;
        private final Map<String, ItemVersion> known;
        private final Map<String, Waiting> queue;
        private final Set<String> seen = new HashSet<>();
        private final Set<String> removed = new HashSet<>();
        private final Set<String> first = new HashSet<>();
        private final List<Part> parts = new ArrayList<>();
        private String place;

        private record Part(String folderId, boolean below, List<String> folders) {
            boolean covers(String id) {
                if (!id.startsWith(folderId)) {
                    return false;
                }
                int slash = id.indexOf('/', folderId.length());
                return below || slash < 0 || !folders.contains(id.substring(0, slash + 1));
            }
        }

        FakeIntake(SourceAccount account, IntakeKind kind, boolean reread) {
            this.account = account;
            this.kind = kind;
            this.reread = reread;
            this.known = files.computeIfAbsent(account.id(), s -> new HashMap<>());
            this.queue = queues.computeIfAbsent(account.id(), s -> new LinkedHashMap<>());
        }

        @Override
        public CompletableFuture<Observed> observeLater(List<SourceItem> items) {
            return CompletableFuture.supplyAsync(() -> observe(items), Runnable::run);
        }

        @Override
        public Observed observe(List<SourceItem> items) {
            if (refusal != null) {
                throw refusal;
            }
            synchronized (FakeLibrary.this) {
                largestPortion = Math.max(largestPortion, items.size());
                int added = 0;
                int changed = 0;
                int unchanged = 0;
                for (SourceItem item : items) {
                    if (item.kind() == SourceItem.Kind.REMOVED) {
                        removed.add(item.id());
                        continue;
                    }
                    var old = known.put(item.id(), item.version());
                    seen.add(item.id());
                    boolean waits = queue.containsKey(item.id());
                    boolean same = old != null && item.version().sameContentAs(old);
                    if (same && waits) {
                        added++;
                        continue;
                    } else if (same) {
                        unchanged++;
                        if (!reread) {
                            continue;
                        }
                    } else if (old == null || waits) {
                        added++;
                    } else {
                        changed++;
                    }
                    queue.remove(item.id());
                    if (comesBack) {
                        continue;
                    }
                    var ref = new FileRef(account, item.id(), item.name(), item.version());
                    var task = new Task(new FileId(++ids), ref, item.path(), List.of());
                    int priority = first.contains(item.folder()) ? JUST_IN_TIME : old == null ? NEW : CHANGED;
                    queue.put(item.id(), new Waiting(task, priority, Instant.MIN));
                }
                return new Observed(added, changed, unchanged);
            }
        }

        @Override
        public CompletableFuture<Integer> observeCompanionsLater(List<FoundCompanion> found) {
            return CompletableFuture.supplyAsync(() -> observeCompanions(found), Runnable::run);
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
        public void folderListed(String folderId, boolean below, List<String> folders) {
            note("folder " + folderId);
            parts.add(new Part(folderId, below, folders));
        }

        @Override
        public int folderMoved(String fromId, String toId, String folder) {
            synchronized (FakeLibrary.this) {
                note("moved " + fromId + " " + toId + " " + folder);
                var below = known.keySet().stream()
                        .filter(id -> id.startsWith(fromId))
                        .toList();
                below.forEach(id -> known.put(toId + id.substring(fromId.length()), known.remove(id)));
                return below.size();
            }
        }

        @Override
        public void place(String identity) {
            place = identity;
        }

        @Override
        public int prioritise(String folder) {
            synchronized (FakeLibrary.this) {
                note("first " + folder);
                first.add(folder);
                queue.replaceAll(
                        (id, w) -> folder(w).equals(folder) ? new Waiting(w.task(), JUST_IN_TIME, w.due()) : w);
                return (int) queue.values().stream()
                        .filter(w -> folder(w).equals(folder))
                        .count();
            }
        }

        private static String folder(Waiting waiting) {
            String path = waiting.task().path();
            return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
        }

        @Override
        public List<Task> claim(int max) {
            synchronized (FakeLibrary.this) {
                var tasks = new ArrayList<Task>();
                for (int priority = JUST_IN_TIME; priority <= CHANGED && tasks.size() < max; priority++) {
                    int now = priority;
                    queue.values().stream()
                            .filter(w -> w.priority() == now && !w.due().isAfter(clock.instant()))
                            .map(Waiting::task)
                            .filter(task -> !claimed.contains(task.id()))
                            .limit(max - tasks.size())
                            .forEach(tasks::add);
                }
                tasks.forEach(task -> claimed.add(task.id()));
                return tasks;
            }
        }

        @Override
        public Instant nextDue() {
            synchronized (FakeLibrary.this) {
                return queue.values().stream()
                        .filter(w -> !claimed.contains(w.task().id()) && w.due().isAfter(clock.instant()))
                        .map(Waiting::due)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
            }
        }

        @Override
        public void deliver(Task task, TagReading reading) {
            take(task);
            note("deliver " + task.path());
        }

        @Override
        public void fail(Task task, String code, String reason) {
            take(task);
            note("fail " + task.path() + " " + code);
        }

        @Override
        public void release(Task task) {
            note("release " + task.path());
            synchronized (FakeLibrary.this) {
                claimed.remove(task.id());
            }
        }

        @Override
        public void retry(Task task, Instant due, String code, String reason) {
            synchronized (FakeLibrary.this) {
                note("retry " + task.path() + " " + code);
                claimed.remove(task.id());
                var again = new Task(task.id(), task.file(), task.path(), task.sheets(), task.attempts() + 1);
                queue.replaceAll(
                        (id, w) -> w.task().id().equals(task.id()) ? new Waiting(again, w.priority(), due) : w);
            }
        }

        private void take(Task task) {
            synchronized (FakeLibrary.this) {
                claimed.remove(task.id());
                queue.remove(task.file().itemId());
            }
        }

        @Override
        public Finished finish(Listing.End end, boolean acceptMissing) {
            synchronized (FakeLibrary.this) {
                var gone = known.keySet().stream().filter(this::isGone).sorted().toList();
                boolean elsewhere = place != null && !place.equals(places.getOrDefault(account.id(), place));
                if ((holds || elsewhere && !gone.isEmpty()) && !acceptMissing) {
                    held.put(account.id(), gone);
                    return new Finished(0, 0, true, gone.size());
                }
                known.keySet().removeAll(gone);
                gone.forEach(queue::remove);
                states.merge(
                        account.id(),
                        SourceState.READY,
                        (old, ready) -> kind == IntakeKind.FOLDERS && old == SourceState.HELD ? old : ready);
                if (place != null) {
                    places.put(account.id(), place);
                }
                if (kind != IntakeKind.FOLDERS) {
                    cursor = end.cursor();
                }
                note("finish");
                return new Finished(gone.size() - moved, moved, false, gone.size() - moved);
            }
        }

        private boolean isGone(String id) {
            boolean shown = seen.contains(id);
            return switch (kind) {
                case FULL -> !shown;
                case CHANGES -> removed.contains(id);
                case FOLDERS -> removed.contains(id) || !shown && parts.stream().anyMatch(part -> part.covers(id));
            };
        }

        @Override
        public void close() {
            note("close");
            synchronized (FakeLibrary.this) {
                queue.values().forEach(w -> claimed.remove(w.task().id()));
            }
        }

        private void note(String what) {
            synchronized (FakeLibrary.this) {
                log.add(what);
            }
        }
    }
}
