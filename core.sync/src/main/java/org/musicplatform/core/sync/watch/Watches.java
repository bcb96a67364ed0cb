package org.musicplatform.core.sync.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.musicplatform.core.api.event.EventHeader;
import org.musicplatform.core.api.event.Severity;
import org.musicplatform.core.api.event.WatchChanged;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceStatus;
import org.musicplatform.core.api.sync.SyncStatus;
import org.musicplatform.core.api.sync.WatchStatus;
import org.musicplatform.core.sync.job.Jobs;
import org.musicplatform.core.sync.job.SyncSettings;
import org.musicplatform.core.sync.listing.Look;
import org.musicplatform.core.sync.source.Kinds;

/** Which sources are watched. Thread-safe; methods block unless they say otherwise. */
public final class Watches implements AutoCloseable {

    private final LibraryWriter library;
    private final Kinds kinds;
    private final BiConsumer<SourceId, Look> look;
    private final Jobs.Tools tools;
    private final Object changing = new Object(); // one change of the set at a time
    private final Map<SourceId, Watcher> watchers = new TreeMap<>(); // guarded by itself
    private final Set<SourceId> wanted = new HashSet<>(); // guarded by changing, as all below
    private final Set<SourceId> unwanted = new HashSet<>(); // though all are wanted
    private boolean all;
    private boolean closed;

    /**
     * @param look asks for a look at a source; returns at once
     */
    public Watches(LibraryWriter library, Kinds kinds, BiConsumer<SourceId, Look> look, Jobs.Tools tools) {
        this.library = library;
        this.kinds = kinds;
        this.look = look;
        this.tools = tools;
    }

    /** Watches sources from now on, all when empty; none while the settings forbid it. */
    public void watch(Set<SourceId> ids) {
        if (!SyncSettings.watches(tools.settings().get())) {
            return;
        }
        synchronized (changing) {
            all |= ids.isEmpty();
            wanted.addAll(ids);
            unwanted.removeAll(ids);
            if (ids.isEmpty()) {
                unwanted.clear();
            }
            bringInLine();
        }
    }

    /** Watches sources no more, all when empty. */
    public void unwatch(Set<SourceId> ids) {
        synchronized (changing) {
            all &= !ids.isEmpty();
            unwanted.addAll(ids);
            wanted.removeAll(ids);
            if (ids.isEmpty()) {
                wanted.clear();
            }
            bringInLine();
        }
    }

    /** Watches those that became known, and no more those that were forgotten. */
    public void sourcesChanged() {
        synchronized (changing) {
            if (all || !wanted.isEmpty()) {
                bringInLine();
            }
        }
    }

    private void bringInLine() {
        var due = new HashMap<SourceId, SourceAccount>();
        if (!closed && (all || !wanted.isEmpty())) {
            due.putAll(library.sources().stream()
                    .map(SourceStatus::account)
                    .filter(account -> wanted.contains(account.id()) || all && !unwanted.contains(account.id()))
                    .collect(Collectors.toMap(SourceAccount::id, account -> account)));
        }
        var ending = new ArrayList<Watcher>();
        synchronized (watchers) {
            watchers.values().removeIf(watcher -> {
                boolean ends = !due.containsKey(watcher.account().id());
                if (ends) {
                    ending.add(watcher);
                }
                return ends;
            });
            due.forEach((id, account) -> watchers.computeIfAbsent(id, any -> {
                var watcher = new Watcher(account, kinds, look, tools.timing(), this::tell);
                watcher.start();
                return watcher;
            }));
        }
        ending.forEach(Watcher::close);
    }

    private void tell(WatchStatus status) {
        var severity = status.state() == WatchStatus.State.SEEING ? Severity.INFO : Severity.WARNING;
        tools.events().accept(new WatchChanged(new EventHeader(tools.clock().instant(), "", severity), status));
    }

    /** Returns how sources are watched, by id. Returns at once. */
    public List<WatchStatus> list() {
        return now().stream().map(Watcher::status).toList();
    }

    private List<Watcher> now() {
        synchronized (watchers) {
            return List.copyOf(watchers.values());
        }
    }

    /** Notes how a look at sources ended, whoever asked for it. Returns at once. */
    public void lookEnded(SyncStatus status) {
        var counts = status.counts();
        boolean changed = counts.added() + counts.updated() + counts.missing() > 0;
        for (Watcher watcher : now()) {
            if (status.sources().contains(watcher.account().id())) {
                watcher.looked(changed);
            }
        }
    }

    /** Has those watch anew whose kind of source was replaced. Returns at once. */
    public void providersChanged() {
        now().forEach(Watcher::providersChanged);
    }

    /** Ends them all; does not wait for plug-ins. */
    @Override
    public void close() {
        synchronized (changing) {
            closed = true;
            bringInLine();
        }
    }
}
