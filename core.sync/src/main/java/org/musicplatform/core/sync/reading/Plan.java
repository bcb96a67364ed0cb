package org.musicplatform.core.sync.reading;

import java.time.Duration;
import org.musicplatform.core.api.library.ingest.LibraryWriter.IntakeKind;
import org.musicplatform.core.api.metadata.Workload;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.sync.SyncOptions;

/**
 * How the files of a source are read, by what can be relied on with it.
 *
 * @param workload where they lie and how much they matter
 * @param run how many are read one after the other: neighbours on this machine; behind a network one, so that nothing
 *     waits behind another's latency
 * @param limit how long one may take
 * @param perSecond most of them in a second, 0 for no limit
 * @param finishFirst whether the listing is finished before tags are read: what was moved is then found by ids, hashes
 *     and etags alone, and the cursor is not lost when reading takes days
 */
public record Plan(Workload workload, int run, Duration limit, int perSecond, boolean finishFirst) {

    /** How many neighbours go to one reader: two that take files of one folder in turn meet in the locks of the kernel. */
    private static final int NEIGHBOURS = 32;

    private static final int UNHURRIED = 4;
    private static final Duration LOCAL_LIMIT = Duration.ofSeconds(10);

    /**
     * Makes a plan.
     *
     * @param local whether the source lies on this machine
     * @param download how long a file of another machine may take
     * @param backgroundRate files in a second of a background job
     */
    public static Plan of(
            SyncOptions options,
            SourceTraits traits,
            boolean local,
            IntakeKind kind,
            Duration download,
            int backgroundRate) {
        boolean background = options.pace() == SyncOptions.Pace.BACKGROUND;
        var limit = local ? LOCAL_LIMIT : download;
        boolean known = traits.can(SourceCapability.STABLE_IDS)
                || traits.can(SourceCapability.ETAG_SURVIVES_MOVE)
                || !traits.hash().isEmpty();
        boolean finishFirst =
                options.depth() == SyncOptions.Depth.NAMES || !local && known && kind != IntakeKind.FOLDERS;
        if (background) {
            return new Plan(Workload.BACKGROUND, local ? UNHURRIED : 1, limit, local ? 0 : backgroundRate, finishFirst);
        }
        boolean limited = options.cpu() > 0;
        return local
                ? new Plan(Workload.LOCAL, limited ? UNHURRIED : NEIGHBOURS, limit, 0, finishFirst)
                : new Plan(Workload.NETWORK, 1, limit, 0, finishFirst);
    }

    /**
     * Tells how many runs may be under way.
     *
     * @param readers how many read at once
     */
    public int runs(int readers) {
        boolean unhurried = workload == Workload.BACKGROUND || run == UNHURRIED;
        return unhurried ? readers : readers * 2; // work behind each reader, or it waits for more
    }
}
