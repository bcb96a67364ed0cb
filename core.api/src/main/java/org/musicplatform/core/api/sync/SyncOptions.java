package org.musicplatform.core.api.sync;

import java.util.Objects;

/**
 * How to index. How a source is listed, at whole or by what changed, and how many of its files are read at once follows
 * from what the source can do.
 *
 * @param full look at everything, even where the source could tell what changed
 * @param reread read the tags of unchanged files too
 * @param acceptMissing mark files missing however many they are: the decision that a held job asks for, in advance
 * @param depth what to do beside listing, not null
 * @param pace how hard to work, not null
 * @param cpu most that listing, reading and writing may take of the processors, in percent of one of them: 100 is one
 *     processor at full load, 200 are two; 0 for what the setting {@code sync.cpu} says, which is without a limit when it
 *     is not set
 * @param compare look at the end for files that hold the same bytes, for which those of this machine may have to be read
 *     as a whole, also where the {@linkplain org.musicplatform.core.api.library.DuplicatePolicy policy} is to keep both
 *     and no job does so by itself
 */
public record SyncOptions(
        boolean full, boolean reread, boolean acceptMissing, Depth depth, Pace pace, int cpu, boolean compare) {

    /** Greatest value of {@code cpu}. */
    public static final int MAX_CPU = 100_000;

    /** Changes only, unchanged files are not read, a mass of missing files holds the job. */
    public static final SyncOptions DEFAULT = new SyncOptions(false, false, false);

    /** What is done beside listing. */
    public enum Depth {
        /** Names are listed, and tags read. */
        TAGS,
        /**
         * Names are listed, and can be browsed, found and played. Tags are read later: by another job, or of a folder
         * when somebody asks for it, see {@link SyncService#refresh}.
         */
        NAMES
    }

    /** How hard a job works. */
    public enum Pace {
        /** As fast as the source and this machine allow. */
        QUICK,
        /**
         * One file at a time at the lowest priority, and of a source behind a network no more files a second than the
         * setting {@code sync.background-rate} says, which is 8 when it is not set. Such a job has no time limit.
         */
        BACKGROUND
    }

    public SyncOptions {
        Objects.requireNonNull(depth, "depth");
        Objects.requireNonNull(pace, "pace");
        if (cpu < 0 || cpu > MAX_CPU) {
            throw new IllegalArgumentException("cpu must be 0 to " + MAX_CPU + ": " + cpu);
        }
    }

    /**
     * Options for names and tags at full speed.
     *
     * @param full as above
     * @param reread as above
     * @param acceptMissing as above
     */
    public SyncOptions(boolean full, boolean reread, boolean acceptMissing) {
        this(full, reread, acceptMissing, Depth.TAGS, Pace.QUICK, 0, false);
    }

    /**
     * Returns these options with another depth.
     *
     * @param other what to do beside listing, not null
     * @return new options
     */
    public SyncOptions withDepth(Depth other) {
        return new SyncOptions(full, reread, acceptMissing, other, pace, cpu, compare);
    }

    /**
     * Returns these options with another pace.
     *
     * @param other how hard to work, not null
     * @return new options
     */
    public SyncOptions withPace(Pace other) {
        return new SyncOptions(full, reread, acceptMissing, depth, other, cpu, compare);
    }

    /**
     * Returns these options with another limit.
     *
     * @param other percent of one processor, 0 for the setting
     * @return new options
     */
    public SyncOptions withCpu(int other) {
        return new SyncOptions(full, reread, acceptMissing, depth, pace, other, compare);
    }

    /**
     * Returns these options with or without a look for files that hold the same bytes.
     *
     * @param wanted whether to look in any case
     * @return new options
     */
    public SyncOptions withCompare(boolean wanted) {
        return new SyncOptions(full, reread, acceptMissing, depth, pace, cpu, wanted);
    }
}
