package org.musicplatform.core.sync.job;

import org.musicplatform.core.api.sync.SyncCounts;

/** What a look at one source has counted. Used by one thread. */
final class Tally {

    /**
     * How far a look is, as others see it.
     *
     * @param phase what it does
     * @param counts what it has counted
     * @param listed whether all files are known
     * @param share how much of its work is done, 0 to 1, never less than before
     * @param left how many files are still to be read, as far as is known
     */
    record View(String phase, SyncCounts counts, boolean listed, double share, long left) {
        static final View NONE = new View("listing", SyncCounts.ZERO, false, 0, 0);
    }

    private static final double LISTING = 0.1; // of all work

    private final boolean reread;
    private boolean full; // everything is listed
    private long expected; // how many files a listing of everything will show, as far as is known
    private long waiting; // in the queue before the look
    private double share;

    long files;
    long ended;
    long added;
    long updated;
    long unchanged;
    long missing;
    long failed;

    Tally(boolean reread) {
        this.reread = reread;
    }

    /** A listing begins, perhaps anew. */
    void begin(boolean everything, long expectedFiles, long waitingFiles) {
        full = everything;
        expected = expectedFiles;
        waiting = waitingFiles;
        files = ended = added = updated = unchanged = 0;
    }

    private long done() {
        long done = ended + (reread ? 0 : unchanged);
        // what waited before the listing may be read before it is listed, and is then unchanged too
        return full ? Math.min(files, done) : done;
    }

    /** Everything was looked at: what does not wait in the queue needs nothing more, also what came back as it was. */
    void complete(long stillWaiting) {
        if (full) {
            ended = Math.max(ended, files - (reread ? 0 : unchanged) - stillWaiting);
        }
    }

    SyncCounts counts() {
        return new SyncCounts(Math.max(files, done()), done(), added, updated, unchanged, missing, failed);
    }

    View view(String phase, boolean listed, boolean complete) {
        long work = Math.max(files + waiting, done());
        long all = listed ? work : Math.max(work, expected);
        double seen = listed ? 1 : all == 0 ? 0 : Math.min(1.0, (double) files / all);
        double read = all == 0 ? (listed ? 1 : 0) : (double) done() / all;
        double now = complete ? 1 : Math.min(0.99, LISTING * seen + (1 - LISTING) * read);
        share = Math.max(share, now); // more files turn up, some have to be read again: it never goes back
        return new View(phase, counts(), listed, share, work - done());
    }
}
