package org.musicplatform.core.sync;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.sync.SyncException;

/** Which sources are being worked on: each by one job, or one change of the sources, at a time. */
final class BusySources {

    private final Set<SourceId> busy = new HashSet<>(); // guarded by this

    /** Takes all or none. */
    synchronized void take(Collection<SourceId> wanted) {
        for (SourceId id : wanted) {
            if (busy.contains(id)) {
                throw new SyncException(
                        SyncException.IN_PROGRESS,
                        true,
                        "Source " + id + " is already being indexed. Wait for that job to end, or cancel it.");
            }
        }
        busy.addAll(wanted);
    }

    synchronized void giveBack(Collection<SourceId> taken) {
        busy.removeAll(taken);
    }
}
