package org.musicplatform.hosts.shell;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.musicplatform.core.api.sync.SyncJob;
import org.musicplatform.core.api.sync.SyncReport;
import org.musicplatform.core.api.sync.SyncState;

/** Waits for a job of indexing, with a progress bar, and tells how it ended. */
final class JobReport {

    private static final int FAILURES_SHOWN = 20;

    private JobReport() {}

    /**
     * Returns the exit code.
     *
     * @param ours whether the command started the job: then an interrupt cancels it
     */
    static int await(Command command, SyncJob job, boolean ours) throws Exception {
        return tell(command, watch(command, job, ours));
    }

    private static SyncReport watch(Command command, SyncJob job, boolean ours) throws Exception {
        var session = command.session();
        var bar = session.terminal() && !command.quiet() && !command.json() ? new ProgressBar(session.err()) : null;
        var completion = job.completion();
        try {
            while (true) {
                try {
                    return completion.get(100, TimeUnit.MILLISECONDS);
                } catch (TimeoutException stillAtWork) {
                    if (bar != null) {
                        bar.show(job.status());
                    }
                }
            }
        } catch (InterruptedException e) {
            if (ours) {
                job.cancel();
            }
            throw e;
        } finally {
            if (bar != null) {
                bar.clear();
            }
        }
    }

    private static int tell(Command command, SyncReport report) {
        var session = command.session();
        var status = report.status();
        if (command.json()) {
            Json.print(session.out(), json -> json.report(report));
        } else if (!command.quiet()) {
            summary(session, report);
        }
        if (!status.reason().isEmpty() && status.state() != SyncState.COMPLETED) {
            session.err().println("music: " + Text.line(status.reason()));
        }
        return switch (status.state()) {
            case COMPLETED -> CommandLines.DONE;
            case CANCELLED -> CommandLines.INTERRUPTED;
            default -> CommandLines.FAILED;
        };
    }

    private static void summary(Session session, SyncReport report) {
        var counts = report.status().counts();
        session.out()
                .printf(
                        "%,d files: %,d added, %,d updated, %,d unchanged, %,d missing, %,d failed, in %.1f s%n",
                        counts.files(),
                        counts.added(),
                        counts.updated(),
                        counts.unchanged(),
                        counts.missing(),
                        counts.failed(),
                        report.status().elapsed().toMillis() / 1000.0);
        if (counts.files() == 0 && counts.missing() == 0) {
            session.out().println("There is no audio file in it.");
        }
        var err = session.err();
        report.failures().stream()
                .limit(FAILURES_SHOWN)
                .forEach(f -> err.println("  " + Text.line(f.path()) + ": " + Text.line(f.reason())));
        if (report.failures().size() > FAILURES_SHOWN) {
            err.printf("  and %,d more; music --json index lists them all%n", counts.failed() - FAILURES_SHOWN);
        }
    }
}
