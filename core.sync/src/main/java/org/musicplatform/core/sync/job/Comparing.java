package org.musicplatform.core.sync.job;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.sync.reading.CpuBudget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the library find files that hold the same bytes, at the end of jobs: for a while in each, one job at a time. */
final class Comparing {

    private static final Logger LOG = LoggerFactory.getLogger(Comparing.class);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 50; // at what a person wants meanwhile

    private final LibraryWriter library;
    private final MetadataService metadata;
    private final Set<String> here = ConcurrentHashMap.newKeySet(); // kinds of source whose files lie on this machine
    private final ReentrantLock one = new ReentrantLock();

    Comparing(LibraryWriter library, MetadataService metadata) {
        this.library = library;
        this.metadata = metadata;
    }

    /** Notes that the files of a kind of source lie on this machine. */
    void liesHere(String provider) {
        here.add(provider);
    }

    /**
     * Compares, on the calling thread. What another job compares now is left to it, and what fails to the next job.
     *
     * @param budget processor time that it may take, or null
     * @param asked whether somebody asks for it, whatever the policy is
     */
    void run(SourceScan.Orders orders, CpuBudget budget, boolean asked) throws InterruptedException {
        if (!one.tryLock()) {
            return;
        }
        try {
            library.compareContents(new Reading(orders, budget), asked);
        } catch (RuntimeException e) {
            LOG.warn("Files that hold the same bytes were not looked for: {}", e.toString());
        } finally {
            one.unlock();
        }
    }

    /** Reads files one after the other, until there is no time any more. */
    private final class Reading implements LibraryWriter.Hasher {
        private final SourceScan.Orders orders;
        private final CpuBudget budget;
        private long left = LONGEST.toNanos();

        Reading(SourceScan.Orders orders, CpuBudget budget) {
            this.orders = orders;
            this.budget = budget;
        }

        @Override
        public boolean goesOn() {
            return left > 0 && !orders.cancelled() && !orders.overdue();
        }

        @Override
        public boolean mayRead(SourceAccount source) {
            return here.contains(source.provider());
        }

        @Override
        public String hash(FileRef file, String kind) throws InterruptedException {
            while (goesOn() && (orders.paused() || budget != null && budget.waitNanos() > 0)) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            long begun = System.nanoTime();
            var reading = metadata.hash(file, kind);
            try {
                while (System.nanoTime() - begun < left && !orders.cancelled()) {
                    try {
                        return reading.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                    } catch (TimeoutException underWay) {
                        LOG.trace("Reading {}", file.name());
                    }
                }
                return null;
            } catch (ExecutionException e) {
                LOG.debug("{} was not compared: {}", file.name(), e.getCause().toString());
                return null;
            } finally {
                reading.cancel(true); // nothing, when it is done
                left -= System.nanoTime() - begun;
            }
        }
    }
}
