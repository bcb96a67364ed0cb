package org.musicplatform.hosts.shell;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code jobs}. */
@Command(name = "jobs", description = "List the latest jobs of indexing, those under way included.")
final class JobsCommand extends org.musicplatform.hosts.shell.Command {

    @Option(names = "--source", paramLabel = "SOURCE", description = "Only those that looked at a source or folder.")
    private String source;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many, 1 to 1000; 20 when it is not given.")
    private int limit;

    JobsCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        int most = Math.max(1, Math.min(1_000, limit));
        var sync = core().sync();
        var jobs = await(
                source == null
                        ? sync.history(most)
                        : sync.history(KnownSource.find(this, source).id(), most));
        if (json()) {
            Json.print(session().out(), json -> json.jobs(jobs));
            return CommandLines.DONE;
        }
        var table = new Table();
        jobs.forEach(job -> table.row(
                job.job(),
                job.started(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.progress().percent() + " %",
                String.format("%,d added", job.counts().added()),
                String.format("%,d updated", job.counts().updated()),
                String.format("%,d missing", job.counts().missing()),
                String.format("%,d failed", job.counts().failed()),
                Text.duration(job.elapsed()),
                job.reason()));
        table.print(session().out());
        return CommandLines.DONE;
    }
}
