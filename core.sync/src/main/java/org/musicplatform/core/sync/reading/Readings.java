package org.musicplatform.core.sync.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.musicplatform.core.api.library.ingest.Intake;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.metadata.Workload;
import org.musicplatform.core.sync.listing.AudioFiles;
import org.musicplatform.core.sync.source.ProviderCalls;

/**
 * The tags of one source being read: takes files from its queue, hands them to the readers in runs, and gives what came of
 * them back. Used by one thread, which the ends of runs reach through its inbox.
 */
public final class Readings {

    /** Beyond, a file that waits for its time is left to the next job. */
    private static final Duration PATIENCE = Duration.ofSeconds(70);

    private static final long NEVER = Long.MAX_VALUE;

    /** Told what becomes of files. */
    public interface Teller {
        /** A file needs nothing more. */
        void taken();

        /** A file could not be read. */
        void failed(Intake.Task task, String code, String reason);
    }

    /** What readings work with. */
    public record Tools(MetadataService metadata, AudioFiles audio, long maxFileSize, Retries retries) {}

    private final Tools tools;
    private final Plan unasked;
    private final Plan asked;
    private final Intake intake;
    private final Executor inbox;
    private final BooleanSupplier goesOn;
    private final BooleanSupplier yields;
    private final Teller teller;
    private final Set<ReadRun> runs = new LinkedHashSet<>();
    private final Map<String, Integer> folders = new HashMap<>(); // that come first, with how many files waited there
    private boolean onlyFolders;
    private boolean queueEmpty;
    private boolean hurried; // files of a folder that comes first may wait
    private long nextDue = NEVER; // when a file that waits for its time is due, in terms of nanoTime
    private long notBefore = System.nanoTime();
    private int away; // how often in a row the source was not there
    private long lastAway;
    private String lost;
    private String broken;

    /**
     * @param unasked how files are read that nobody asks for
     * @param asked how those of a folder are that somebody waits for
     * @param inbox runs what it is given on the thread that uses this
     * @param goesOn whether further files may be begun; asked from any thread
     * @param yields whether somebody needs the processors more
     */
    public Readings(
            Tools tools,
            Plan unasked,
            Plan asked,
            Intake intake,
            Executor inbox,
            BooleanSupplier goesOn,
            BooleanSupplier yields,
            Teller teller) {
        this.tools = tools;
        this.unasked = unasked;
        this.asked = asked;
        this.intake = intake;
        this.inbox = inbox;
        this.goesOn = goesOn;
        this.yields = yields;
        this.teller = teller;
    }

    /** Lets files of a folder come first. */
    public void first(String folder) {
        folders.put(folder, intake.prioritise(folder));
        queueEmpty = false;
        hurried = true;
        notBefore = away > 0 ? notBefore : System.nanoTime();
    }

    /** Tells whether files waited in a folder when it was made to come first. */
    public boolean waited(String folder) {
        return folders.getOrDefault(folder, 0) > 0;
    }

    /** Reads nothing from now on but files of folders that come first. */
    public void onlyFirst() {
        onlyFolders = true;
    }

    /** Tells that there may be more in the queue. */
    public void more() {
        queueEmpty = false;
    }

    /** Why nothing can be read though the source may be there, or null. */
    public String failure() {
        return broken;
    }

    /** Why the source counts as not there, or null. */
    public String lost() {
        return lost;
    }

    /** Tells whether nothing is read now. */
    public boolean quiet() {
        return runs.isEmpty();
    }

    /** Tells whether nothing is left to read now or soon. */
    public boolean done() {
        return runs.isEmpty() && queueEmpty && nextDue == NEVER;
    }

    /** How long until something can be begun that cannot now, in nanoseconds, if nothing else happens. */
    public long waitNanos() {
        if (lost != null || runs.size() >= mostRuns()) {
            return NEVER;
        }
        long now = System.nanoTime();
        long wait = queueEmpty ? NEVER : notBefore - now;
        if (nextDue != NEVER) {
            wait = Math.min(wait, nextDue - now);
        }
        return Math.max(wait, TimeUnit.MILLISECONDS.toNanos(1));
    }

    /** Begins what can be begun now. */
    public void pump() {
        long now = System.nanoTime();
        if (nextDue != NEVER && now - nextDue >= 0) {
            nextDue = NEVER;
            queueEmpty = false;
        }
        boolean begun = true;
        while (begun && lost == null && !queueEmpty && now - notBefore >= 0 && runs.size() < mostRuns()) {
            begun = fill(mostRuns() - runs.size());
        }
    }

    private Plan plan() {
        return hurried ? asked : unasked;
    }

    private int mostRuns() {
        var plan = plan();
        int readers = tools.metadata().concurrency(plan.workload());
        if (plan.workload() == Workload.LOCAL && yields.getAsBoolean()) {
            readers = Math.max(1, readers - 1);
        }
        return away > 0 ? 1 : plan.runs(readers);
    }

    private boolean fill(int free) {
        var plan = plan();
        int most = plan.perSecond() > 0 || away > 0 ? 1 : free * plan.run();
        var claimed = intake.claim(most);
        var tasks = wanted(claimed);
        if (tasks.isEmpty()) {
            queueEmpty = claimed.isEmpty() || onlyFolders;
            if (queueEmpty) {
                lookForDue();
            }
            return hurried && !queueEmpty;
        }
        if (plan.perSecond() > 0) {
            notBefore = System.nanoTime() + TimeUnit.SECONDS.toNanos(1) / plan.perSecond();
        }
        int length = Math.max(1, Math.min(plan.run(), (tasks.size() + free - 1) / free));
        for (int from = 0; from < tasks.size(); from += length) {
            begin(tasks.subList(from, Math.min(tasks.size(), from + length)), plan);
        }
        return true;
    }

    private List<Intake.Task> wanted(List<Intake.Task> claimed) {
        var wanted = new ArrayList<Intake.Task>(claimed.size());
        boolean keepToFolders = onlyFolders || hurried && !asked.equals(unasked);
        boolean others = claimed.isEmpty();
        for (Intake.Task task : claimed) {
            boolean first = folders.containsKey(folder(task));
            others |= !first;
            if (keepToFolders && !first) {
                intake.release(task);
            } else if (isTooLarge(task)) {
                refuse(task);
            } else {
                wanted.add(task);
            }
        }
        hurried &= !others; // those of folders come first: behind another there is none
        return wanted;
    }

    private static String folder(Intake.Task task) {
        String path = task.path();
        int slash = path.length() - task.file().name().length() - 1;
        return slash > 0 ? path.substring(0, slash) : "";
    }

    private boolean isTooLarge(Intake.Task task) {
        return task.file().version().size() > tools.maxFileSize();
    }

    private void refuse(Intake.Task task) {
        fail(
                task,
                "too-large",
                "The file has " + task.file().version().size() + " bytes, more than the " + tools.maxFileSize()
                        + " that are allowed. Raise the setting sync.max-file-size to read it.");
    }

    private void lookForDue() {
        var due = onlyFolders ? null : intake.nextDue();
        if (due == null) {
            return;
        }
        var wait = Duration.between(tools.retries().now(), due);
        if (wait.compareTo(PATIENCE) <= 0) {
            nextDue = System.nanoTime() + Math.max(0, wait.toNanos());
        }
    }

    private void begin(List<Intake.Task> tasks, Plan plan) {
        var run = new ReadRun(tasks, plan, goesOn);
        runs.add(run);
        try {
            run.future = tools.metadata().readTags(run);
        } catch (RuntimeException | LinkageError thrown) {
            run.future = CompletableFuture.failedFuture(thrown);
        }
        run.future.whenComplete((nothing, failure) -> inbox.execute(() -> ended(run, failure)));
    }

    private void ended(ReadRun run, Throwable failure) {
        if (!runs.remove(run)) {
            return; // stopped meanwhile
        }
        more(); // what changed while it was read waits once more
        settle(run);
        run.unread().forEach(intake::release);
        if (failure != null) {
            broken = "Tags cannot be read now: " + ProviderCalls.words(failure) + ".";
        }
    }

    private void settle(ReadRun run) {
        var read = new ArrayList<Intake.Read>();
        for (ReadRun.Outcome outcome : run.close()) {
            take(run, outcome, read);
        }
        if (!read.isEmpty()) {
            intake.deliver(read);
        }
    }

    private void take(ReadRun run, ReadRun.Outcome outcome, List<Intake.Read> read) {
        var task = outcome.task();
        boolean network = asked.workload() == Workload.NETWORK;
        var verdict = Verdict.of(task, outcome.reading(), outcome.failure(), network, tools.audio(), tools.retries());
        if (verdict.kind() == Verdict.Kind.AWAY) {
            intake.release(task);
            notThere(run, verdict.reason());
            return;
        }
        away = 0;
        switch (verdict.kind()) {
            case TAKE -> {
                read.add(new Intake.Read(task, verdict.reading()));
                teller.taken();
            }
            case AGAIN -> {
                Instant due = tools.retries().now().plus(verdict.pause());
                intake.retry(task, due, verdict.code(), verdict.reason());
            }
            default -> fail(task, verdict.code(), verdict.reason());
        }
    }

    private void fail(Intake.Task task, String code, String reason) {
        intake.fail(task, code, reason);
        teller.failed(task, code, reason);
    }

    /** Those that were under way together when the source went are one failure to reach it. */
    private void notThere(ReadRun run, String reason) {
        if (away > 0 && run.since() - lastAway <= 0) {
            return;
        }
        lastAway = System.nanoTime();
        away++;
        var wait = tools.retries().afterAway(away);
        if (wait == null) {
            lost = reason;
        } else {
            notBefore = lastAway + wait.toNanos();
        }
    }

    /** Stops reading; what was read is stored, what was not waits in the queue. */
    public void stop() {
        var left = List.copyOf(runs);
        runs.clear();
        left.forEach(ReadRun::close); // none takes anything more while the others are stored
        for (ReadRun run : left) {
            run.future.cancel(true);
            settle(run);
            run.unread().forEach(intake::release);
        }
    }
}
