package org.musicplatform.hosts.shell;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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

/** {@code index [--source ID] [PLACE…]}. */
@Command(
        name = "index",
        description = "Index folders and other places, or all known ones again. Only what changed is read.")
final class IndexCommand extends org.musicplatform.hosts.shell.Command {

    private static final String LOCAL = "local";
    private static final int FAILURES_SHOWN = 20;

    @Parameters(
            paramLabel = "PLACE",
            description = "Folders, or what --source takes; all known ones when none is given.")
    private List<String> places = List.of();

    @Option(
            names = "--source",
            paramLabel = "ID",
            defaultValue = LOCAL,
            description = "What kind of source the places are; local when it is not given.")
    private String source;

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
        command.places = folders;
        command.source = LOCAL;
        return command.execute();
    }

    @Override
    int execute() throws Exception {
        Set<SourceId> sources = new HashSet<>();
        if (!source.equals(LOCAL)) {
            requireInstalled();
        }
        for (String place : places) {
            sources.add(await(core().sources().add(source, located(place))).id());
        }
        if (sources.isEmpty() && await(core().sources().list()).isEmpty()) {
            throw new CommandFailedException("no-folder", "No folder is known yet. Name one: music index ~/Music");
        }
        var job = await(core().sync().start(sources, new SyncOptions(full, reread, acceptMissing)));
        return tell(watch(job));
    }

    private void requireInstalled() throws CommandFailedException {
        var installed = core().sources().providers();
        if (!installed.contains(source)) {
            throw new CommandFailedException(
                    "no-source",
                    "No plug-in provides the source '" + source + "'. There are: " + String.join(", ", installed)
                            + ". To take one in: music install JAR");
        }
        if (places.isEmpty()) {
            throw new CommandFailedException("no-place", "Name the place: music index --source " + source + " PLACE");
        }
    }

    /** What the caller sees under a relative path: the core may run in another folder. */
    private String located(String place) {
        if (place.startsWith("~")) {
            return place;
        }
        try {
            var path = session().directory().resolve(place);
            return source.equals(LOCAL) || Files.exists(path) ? path.toString() : place;
        } catch (InvalidPathException e) {
            return place; // the source knows better
        }
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
