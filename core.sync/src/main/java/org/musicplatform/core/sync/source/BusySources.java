package org.musicplatform.core.sync.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.sync.SyncException;

/** Which sources are being worked on: each by one job, or one change of the sources, at a time. Thread-safe. */
public final class BusySources {

    private final Map<SourceId, Object> busy = new HashMap<>(); // by whom; guarded by this

    /**
     * Takes all or none.
     *
     * @return who works on one of them, null when all were taken
     */
    public synchronized Object tryTake(Collection<SourceId> wanted, Object owner) {
        for (SourceId id : wanted) {
            var other = busy.get(id);
            if (other != null) {
                return other;
            }
        }
        wanted.forEach(id -> busy.put(id, owner));
        return null;
    }

    /** Gives back what an owner took. */
    public synchronized void giveBack(Collection<SourceId> taken, Object owner) {
        taken.forEach(id -> busy.remove(id, owner));
    }

    /** Returns who works on a source, or null. */
    public synchronized Object owner(SourceId id) {
        return busy.get(id);
    }

    /** Says that one is at work. */
    public static SyncException inProgress(Collection<SourceId> wanted) {
        String which = wanted.size() == 1 ? "Source " + wanted.iterator().next() : "One of the sources";
        return new SyncException(
                SyncException.IN_PROGRESS,
                true,
                which + " is already being indexed. Wait for that job to end, or cancel it.");
    }
}
