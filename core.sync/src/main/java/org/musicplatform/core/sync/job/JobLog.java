package org.musicplatform.core.sync.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.sync.SyncJobId;
import org.musicplatform.core.api.sync.SyncStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs that the library remembers. Thread-safe; blocks. */
final class JobLog {

    /** How many are looked through at most. */
    static final int MOST = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(JobLog.class);

    private final LibraryWriter library;
    private long lastId = -1; // guarded by this; unknown while negative

    JobLog(LibraryWriter library) {
        this.library = library;
    }

    synchronized SyncJobId nextId() {
        if (lastId < 0) {
            lastId = latest(1, status -> true).stream()
                    .mapToLong(status -> status.job().value())
                    .findFirst()
                    .orElse(0);
        }
        return new SyncJobId(++lastId);
    }

    /** Keeps how a job stands; that it cannot be kept never stops the job. */
    void note(SyncStatus status) {
        try {
            library.noteJob(status);
        } catch (LibraryException failed) {
            LOG.warn("How job {} stands cannot be kept: {}", status.job(), failed.getMessage());
        }
    }

    /** Null when it is not remembered. */
    SyncStatus find(SyncJobId id) {
        return latest(MOST, status -> status.job().equals(id)).stream()
                .findFirst()
                .orElse(null);
    }

    /** Returns the latest jobs of a kind, newest first. */
    List<SyncStatus> latest(int limit, Predicate<SyncStatus> wanted) {
        var found = new ArrayList<SyncStatus>();
        for (SyncStatus status : library.jobs(limit == 1 ? 1 : MOST)) {
            if (found.size() < limit && wanted.test(status)) {
                found.add(status);
            }
        }
        return found;
    }
}
