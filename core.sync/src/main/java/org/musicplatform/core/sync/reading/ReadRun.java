package org.musicplatform.core.sync.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.musicplatform.core.api.library.ingest.Intake;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.TagRun;
import org.musicplatform.core.api.metadata.Workload;

/** Claimed files that are read one after the other, and what came of each. Thread-safe. */
final class ReadRun implements TagRun {

    /** What came of a file: a reading or a failure. */
    record Outcome(Intake.Task task, TagReading reading, Throwable failure) {}

    private final List<Intake.Task> tasks;
    private final Plan plan;
    private final BooleanSupplier goesOn;
    private final long since = System.nanoTime();
    private final List<Outcome> outcomes; // guarded by this
    private int begun; // guarded by this
    private boolean closed; // guarded by this

    /** The reading under way; used by the thread that owns the run. */
    CompletableFuture<Void> future;

    ReadRun(List<Intake.Task> tasks, Plan plan, BooleanSupplier goesOn) {
        this.tasks = tasks;
        this.plan = plan;
        this.goesOn = goesOn;
        this.outcomes = new ArrayList<>(tasks.size());
    }

    /** When it was begun, in terms of nanoTime. */
    long since() {
        return since;
    }

    @Override
    public synchronized Request next() {
        if (closed || begun == tasks.size() || !goesOn.getAsBoolean()) {
            return null;
        }
        var task = tasks.get(begun++);
        return new Request(task.file(), task.sheets());
    }

    @Override
    public void read(Request file, TagReading reading) {
        ended(reading, null);
    }

    @Override
    public void failed(Request file, Throwable failure) {
        ended(null, failure);
    }

    private synchronized void ended(TagReading reading, Throwable failure) {
        if (!closed) {
            outcomes.add(new Outcome(tasks.get(begun - 1), reading, failure));
        }
    }

    @Override
    public Workload workload() {
        return plan.workload();
    }

    @Override
    public Duration limit() {
        return plan.limit();
    }

    /** Ends the run: nothing is begun or taken from now on. Returns what came of its files. */
    synchronized List<Outcome> close() {
        closed = true;
        return outcomes;
    }

    /** Returns the files that were not read, of a closed run. */
    synchronized List<Intake.Task> unread() {
        return tasks.subList(outcomes.size(), tasks.size());
    }
}
