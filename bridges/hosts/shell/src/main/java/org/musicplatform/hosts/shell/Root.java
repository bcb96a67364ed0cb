package org.musicplatform.hosts.shell;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code music} itself: its options go before the command. */
@Command(
        name = "music",
        description = "Indexes music where it lies, finds it again, and plays it.",
        synopsisSubcommandLabel = "COMMAND",
        version = "Music Platform Core 0.1.0",
        footer = {"", "music DIR indexes a folder and opens the shell."})
final class Root implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(names = "--home", paramLabel = "DIR", description = "Where library, settings, cache and logs live.")
    private String home;

    @Option(names = "--json", description = "Print one JSON document and nothing else.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, no summary.")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version and exit.")
    private boolean version;

    Root(Session session) {
        this.session = session;
    }

    Session session() {
        return session;
    }

    boolean json() {
        return json;
    }

    void useJson() {
        json = true;
    }

    boolean quiet() {
        return quiet;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "What shall I do? Name a command or a folder.");
    }
}
