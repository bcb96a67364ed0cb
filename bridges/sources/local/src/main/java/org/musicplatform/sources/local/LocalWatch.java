package org.musicplatform.sources.local;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.spi.Watch;

/**
 * Watches a folder and all below it. Each folder is registered with the system before it is read, so that nothing falls
 * between the two. What is not registered, or lies on a drive that does not tell, is swept: looked at in intervals that
 * grow as long as nothing changes.
 *
 * <p>Whenever something happens that cannot be followed in detail, it walks through everything again, and says that
 * anything may have changed.
 */
final class LocalWatch implements Watch {

    private static final int MOST_PLACES = 500;
    private static final int MOST_OVERFLOWS = 32;
    private static final long MOUNTS_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long ORPHANS_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Walks walks;
    private final LocalRoot root;
    private final FileFacts rootFacts;
    private final Mounts mounts;
    private final WatchSettings settings;
    private final LongSupplier clock;
    private final Notifier notifier;
    private final Blindnesses blindnesses;
    private final Pendings pendings;
    private volatile boolean closed;

    private WatchTree tree; // used by the one thread that waits, as all below
    private Walk walk;
    private Set<Object> before = Set.of();
    private boolean begun;
    private Mounts.Seen mounted;
    private long mountsLookedAt;
    private long droppedAt;
    private Sweep sweep;

    private LocalWatch(
            Walks walks,
            FileFacts rootFacts,
            Surroundings surroundings,
            WatchSettings settings,
            Notifier notifier,
            Blindnesses blindnesses) {
        this.walks = walks;
        this.root = walks.root();
        this.rootFacts = rootFacts;
        this.mounts = surroundings.mounts();
        this.clock = surroundings.clock();
        this.settings = settings;
        this.notifier = notifier;
        this.blindnesses = blindnesses;
        this.pendings =
                new Pendings(settings.quiet().toNanos(), settings.spacing().toNanos());
    }

    /** Begins to watch; the walk through everything is left to the first {@link #await}. */
    static LocalWatch begin(Walks walks, FileFacts rootFacts, Surroundings surroundings, WatchSettings settings)
            throws IOException {
        Notifier notifier;
        Blindnesses.Notification works;
        try {
            notifier = surroundings.notifiers().open();
            works = notifier.works() ? Blindnesses.Notification.WORKS : Blindnesses.Notification.NONE;
        } catch (Notifier.LimitException e) {
            notifier = SystemNotifier.none();
            works = Blindnesses.Notification.LIMITED;
        }
        String shown = walks.root().shown();
        return new LocalWatch(
                walks,
                rootFacts,
                surroundings,
                settings,
                notifier,
                new Blindnesses(shown, surroundings.limits(), works));
    }

    @Override
    public Changes await(Duration atMost) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long until = clock.getAsLong() + atMost.toNanos();
        try {
            root.requireSame(rootFacts);
            if (!begun) {
                begin();
            }
            return walk != null ? walkOn(until) : watch(until);
        } catch (ClosedWatchServiceException e) {
            throw new SourceException(SourceException.UNAVAILABLE, "The watch is closed.", e);
        } catch (InterruptedIOException e) {
            begun = false; // whatever was under way was left half done
            Thread.interrupted();
            throw new InterruptedException();
        }
    }

    /** Begins to walk through everything; what the last walk registered is taken over. */
    private void begin() throws IOException {
        before = tree == null ? before : tree.registrations();
        tree = new WatchTree(root.path(), notifier, settings.watched(), settings.known());
        pendings.clear();
        mounted = mounts.at(root.raw());
        mountsLookedAt = clock.getAsLong();
        walk = walks.whole(rootFacts, skips(), tree::enter);
        begun = true;
    }

    private Changes walkOn(long until) throws IOException {
        do {
            if (closed) {
                throw new ClosedWatchServiceException();
            }
            if (walk.next() == null) {
                walk = null;
                tree.forgetOthers(before);
                before = Set.of();
                sweep = new Sweep(settings, clock.getAsLong());
                return new Changes(List.of(), true, blindness());
            }
        } while (clock.getAsLong() < until);
        return new Changes(List.of(), false, null);
    }

    private Changes watch(long until) throws IOException, InterruptedException {
        long wait = 0;
        while (true) {
            take(notifier.await(wait));
            long now = clock.getAsLong();
            if (!begun || mountsChanged(now)) {
                begin();
                return walkOn(until);
            }
            if (now - droppedAt > ORPHANS_NANOS) {
                tree.forgetOrphans();
            }
            boolean everything = sweep(now);
            now = clock.getAsLong();
            var places = pendings.due(now);
            if (everything || places.size() > MOST_PLACES) {
                return new Changes(List.of(), true, blindness());
            }
            if (!places.isEmpty() || now >= until) {
                return new Changes(places, false, blindness());
            }
            long next = Math.min(Math.min(until, pendings.next()), mountsLookedAt + MOUNTS_NANOS);
            wait = Math.max(0, Math.min(next, sweep.next(isToSweep())) - now);
        }
    }

    /** What cannot be looked at is told by listings. */
    private Skips skips() {
        return new Skips(root.shown());
    }

    private Blindness blindness() {
        return blindnesses.of(tree, mounted, settings);
    }

    /** What is mounted is not told by the system: it is looked at now and then. */
    private boolean mountsChanged(long now) {
        if (now - mountsLookedAt < MOUNTS_NANOS) {
            return false;
        }
        mountsLookedAt = now;
        root.requireSame(rootFacts);
        return !mounts.at(root.raw()).equals(mounted);
    }

    // what the system tells

    private void take(List<Notifier.Notice> notices) throws IOException {
        if (notices.stream().filter(LocalWatch::overflows).count() > MOST_OVERFLOWS) {
            begun = false; // the system lost count: everybody is told so
            return;
        }
        for (var notice : notices) {
            var node = tree.of(notice.registration());
            if (node == null) {
                if (!notice.valid()) {
                    tree.lost(notice.registration());
                }
                continue; // of one that was let go
            }
            if (overflows(notice)) {
                look(node);
            } else {
                for (WatchEvent<?> event : notice.events()) {
                    take(node, event);
                }
            }
            if (!notice.valid()) {
                tree.lost(notice.registration());
                lost(node);
            }
        }
    }

    /** A folder is gone for the system; another may have taken its place since. */
    private void lost(WatchTree.Node node) throws IOException {
        if (node.parent == null) {
            root.requireSame(rootFacts);
            begun = false;
        } else if (!node.dropped) {
            appearedOrWent(node, tree.id(node), clock.getAsLong());
        }
    }

    private static boolean overflows(Notifier.Notice notice) {
        return notice.events().stream().anyMatch(event -> event.kind() == OVERFLOW);
    }

    private void take(WatchTree.Node in, WatchEvent<?> event) throws IOException {
        if (in.dropped
                || !(event.context() instanceof Path told)
                || told.toString().isEmpty()) {
            return;
        }
        var kind = event.kind();
        Path name = told.getFileName();
        long now = clock.getAsLong();
        tree.warm(in);
        String id = tree.id(in);
        if (IgnoreFiles.isOne(name.toString())) {
            enter(in, id); // what it says may be new
            pendings.below(id, null, now);
            return;
        }
        var child = in.children.get(name);
        Path path = tree.path(in).resolve(name);
        var facts = kind == ENTRY_DELETE && child == null ? null : facts(path);
        var is = facts == null ? null : facts.kind();
        if (child == null && is != FileFacts.Kind.FOLDER || is == FileFacts.Kind.FILE) {
            pendings.file(id, name, now);
        }
        boolean known = child != null && facts != null && Objects.equals(facts.key(), child.key);
        if (child != null && !(known && kind == ENTRY_CREATE)
                || is == FileFacts.Kind.FOLDER && child == null
                || is == FileFacts.Kind.LINK) {
            appearedOrWent(child, id + RawPaths.name(path).raw() + "/", now);
        }
    }

    private static FileFacts facts(Path path) {
        try {
            return FileFacts.of(path);
        } catch (IOException gone) {
            return null;
        }
    }

    /** A folder appeared, went, became another, or changed its permissions. */
    private void appearedOrWent(WatchTree.Node known, String id, long now) throws IOException {
        var entered = enter(known, id);
        if (entered == null && known == null) {
            return; // it is left out, or no folder, and always was
        }
        if (entered == null && !known.dropped) {
            drop(known);
        }
        String from = entered == null || entered.isEmpty() || entered.equals(id) ? null : entered;
        if (from != null) {
            var source = tree.find(root.folder(from));
            if (source != null && source.registration == null) { // otherwise another one lies there by now
                drop(source);
            }
            pendings.below(from, null, now);
        }
        pendings.below(id, from, now);
    }

    private void drop(WatchTree.Node node) {
        tree.drop(node);
        droppedAt = clock.getAsLong();
    }

    /**
     * Walks through a folder that is new, or is to be seen with new eyes.
     *
     * @return null when it is gone or left out; otherwise the id that it had until now, empty when it had none
     */
    private String enter(WatchTree.Node known, String id) throws IOException {
        FolderFinder.Found found;
        try {
            found = walks.find(id, rootFacts, skips());
        } catch (SourceException gone) {
            if (gone.code().equals(SourceException.UNAVAILABLE)) {
                throw gone;
            }
            return null;
        }
        if (found.folder() == null) {
            return null;
        }
        String[] from = {""};
        Set<Path> met = new HashSet<>();
        var inside = walks.from(found, rootFacts, skips(), folder -> {
            String before = tree.enter(folder);
            if (before != null && folder.id().equals(found.folder().id())) {
                from[0] = before;
            }
            met.add(folder.path());
        });
        while (inside.next() != null) {
            // each folder is registered as it is entered
        }
        var node = known != null ? known : tree.find(found.folder().path());
        dropOthers(node, met);
        return from[0];
    }

    private void dropOthers(WatchTree.Node node, Set<Path> met) {
        if (node != null) {
            for (WatchTree.Node child : List.copyOf(node.children.values())) {
                if (met.contains(tree.path(child))) {
                    dropOthers(child, met);
                } else {
                    drop(child);
                }
            }
        }
    }

    // what nobody tells

    private boolean isToSweep() {
        return !tree.isWhole() || !mounted.remote().isEmpty();
    }

    /** Looks at folders that nobody watches, a slice at a time; tells whether all should be looked at. */
    private boolean sweep(long now) throws IOException {
        if (!isToSweep() || now < sweep.next(true)) {
            return false;
        }
        if (!sweep.isUnderWay()) {
            tree.registerMore(settings.watched());
            sweep.begin(unwatched());
        }
        long stop = now + SLICE_NANOS;
        while (sweep.isUnderWay() && clock.getAsLong() < stop) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while sweeping");
            }
            var node = sweep.nextFolder();
            if (!node.dropped && hasChanged(node)) {
                sweep.found();
                look(node);
            }
        }
        return !sweep.isUnderWay() && sweep.end(clock.getAsLong());
    }

    private Collection<WatchTree.Node> unwatched() {
        var remote = mounted.remote().stream()
                .map(mount -> RawPaths.decode(mount.point()))
                .toList();
        return tree.all().stream()
                .filter(node -> node.registration == null
                        || remote.stream().anyMatch(point -> tree.path(node).startsWith(point)))
                .toList();
    }

    private boolean hasChanged(WatchTree.Node node) {
        try {
            var facts = FileFacts.following(tree.path(node));
            return node.modified != WatchTree.nanos(facts)
                    || facts.key() != null && !facts.key().equals(node.key);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return true;
        } catch (IOException e) {
            return false; // it cannot be looked at now; what is known of it stays
        }
    }

    /** Looks at a folder in which something happened: which folders in it are new, and which are gone. */
    private void look(WatchTree.Node node) throws IOException {
        long now = clock.getAsLong();
        String id = tree.id(node);
        FolderFinder.Found found;
        try {
            found = walks.find(id, rootFacts, skips());
        } catch (SourceException gone) {
            found = new FolderFinder.Found(null, Set.of());
        }
        var here = found.folder() == null
                ? null
                : walks.from(found, rootFacts, skips(), tree::enter).here();
        if (here == null && node.parent != null) {
            root.requireSame(rootFacts);
            drop(node);
            pendings.below(id, null, now);
            return;
        }
        tree.warm(node);
        pendings.file(id, "", now);
        Map<Path, FileFacts> there = new HashMap<>();
        if (here != null) {
            here.folders().forEach(entry -> there.put(entry.path().getFileName(), entry.facts()));
        }
        for (WatchTree.Node child : List.copyOf(node.children.values())) {
            var facts = there.remove(child.name);
            if (facts == null || !Objects.equals(facts.key(), child.key)) {
                appearedOrWent(child, tree.id(child), now);
            }
        }
        for (Path fresh : there.keySet()) {
            appearedOrWent(
                    null, id + RawPaths.name(tree.path(node).resolve(fresh)).raw() + "/", now);
        }
    }

    @Override
    public void close() {
        closed = true;
        notifier.close();
    }
}
