package org.musicplatform.hosts.shell;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.sync.SyncOptions;
import org.musicplatform.core.api.sync.SyncOptions.Depth;
import org.musicplatform.core.api.sync.SyncOptions.Pace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code index [--source ID] [PLACE…]}. */
@Command(
        name = "index",
        description = "Index folders and other places, or all known ones again. Only what changed is read.")
final class IndexCommand extends org.musicplatform.hosts.shell.Command {

    private static final String LOCAL = "local";

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

    @Option(names = "--names", description = "List names only; tags are read later, of a folder when you ask for it.")
    private boolean names;

    @Option(names = "--background", description = "Without hurry: one file at a time.")
    private boolean background;

    @Option(
            names = "--cpu",
            paramLabel = "PERCENT",
            description = "Take no more than this of one processor: 25 is a quarter of one, 200 are two.")
    private Integer cpu;

    @Option(
            names = "--compare",
            description = "At the end, look for files that hold the same bytes: music duplicates lists them.")
    private boolean compare;

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
        var options = new SyncOptions(full, reread, acceptMissing)
                .withDepth(names ? Depth.NAMES : Depth.TAGS)
                .withPace(background ? Pace.BACKGROUND : Pace.QUICK)
                .withCpu(cpu())
                .withCompare(compare);
        return JobReport.await(this, await(core().sync().start(sources, options)), true);
    }

    private int cpu() throws CommandFailedException {
        if (cpu != null && (cpu < 1 || cpu > SyncOptions.MAX_CPU)) {
            throw new CommandFailedException(
                    "wrong-value", "--cpu is in percent of one processor, 1 or more: " + cpu + " is not.");
        }
        return cpu == null ? 0 : cpu;
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
}
