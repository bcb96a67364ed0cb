package org.musicplatform.hosts.shell;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.sync.SyncJob;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncReport;
import org.musicplatform.core.api.sync.SyncState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code index [DIR…]}. */
@Command(name = "index", description = "Index folders, or all known ones again. Only what changed is read.")
final class IndexCommand extends org.musicplatform.hosts.shell.Command {

    private static final int FAILURES_SHOWN = 20;

    @Parameters(paramLabel = "DIR", description = "Folders; all known ones when none is given.")
    private List<String> folders = List.of();

    @Option(names = "--full", description = "Look at everything, even where the source could tell what changed.")
    private boolean full;

    @Option(names = "--reread", description = "Read the tags of unchanged files too.")
    private boolean reread;

    @Option(names = "--accept-missing", description = "Files that are not there are gone, however many they are.")
    private boolean acceptMissing;

    IndexCommand(Root root) {
        super(root);
    }

    static int index(Root root, List<String> folders) throws Exception {
        var command = new IndexCommand(root);
        command.folders = folders;
        return command.execute();
    }

    @Override
    int execute() throws Exception {
        Set<SourceId> sources = new HashSet<>();
        for (String folder : folders) {
            var source = await(core().sources().add("local", folder));
            sources.add(source.id());
        }
        if (sources.isEmpty() && await(core().sources().list()).isEmpty()) {
            throw new CommandFailedException("no-folder", "No folder is known yet. Name one: music index ~/Music");
        }
        var job = await(core().sync().start(sources, new SyncOptions(full, reread, acceptMissing)));
        return tell(watch(job));
    }

    private SyncReport watch(SyncJob job) throws Exception {
        var bar = session().terminal() && !quiet() && !json()
                ? new ProgressBar(session().err())
                : null;
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
            job.cancel();
            throw e;
        } finally {
            if (bar != null) {
                bar.clear();
            }
        }
    }

    private int tell(SyncReport report) {
        var status = report.status();
        if (json()) {
            Json.print(session().out(), json -> json.report(report));
        } else if (!quiet()) {
            summary(report);
        }
        if (!status.reason().isEmpty() && status.state() != SyncState.COMPLETED) {
            session().err().println("music: " + Text.line(status.reason()));
        }
        return switch (status.state()) {
            case COMPLETED -> CommandLines.DONE;
            case CANCELLED -> CommandLines.INTERRUPTED;
            default -> CommandLines.FAILED;
        };
    }

    private void summary(SyncReport report) {
        var counts = report.status().counts();
        session()
                .out()
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
            session().out().println("There is no audio file in it.");
        }
        var err = session().err();
        report.failures().stream()
                .limit(FAILURES_SHOWN)
                .forEach(f -> err.println("  " + Text.line(f.path()) + ": " + Text.line(f.reason())));
        if (report.failures().size() > FAILURES_SHOWN) {
            err.printf("  and %,d more; music --json index lists them all%n", counts.failed() - FAILURES_SHOWN);
        }
    }
}
