package org.musicplatform.hosts.shell;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.musicplatform.core.api.CoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses a line of arguments, runs the command it names, and turns whatever happens into an exit code and words. */
final class CommandLines {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int INTERRUPTED = 130;

    private static final Logger LOG = LoggerFactory.getLogger(CommandLines.class);

    private final Session session;

    CommandLines(Session session) {
        this.session = session;
    }

    /** Loads what is needed to run a line, and does nothing; what is wrong with it is said when it is run. */
    int prepare(String... typed) {
        String[] arguments = folderMeansIndex(typed);
        try {
            build(new Root(session), wanted(arguments)).parseArgs(arguments);
        } catch (ParameterException wrong) {
            LOG.debug("The line will be refused: {}", wrong.getMessage());
        }
        return DONE;
    }

    int run(String... typed) {
        var root = new Root(session);
        String[] arguments = folderMeansIndex(typed);
        var commandLine = build(root, wanted(arguments));
        commandLine.setOut(new PrintWriter(session.out(), true));
        commandLine.setErr(new PrintWriter(session.err(), true));
        commandLine.setParameterExceptionHandler((problem, args) -> wrongUsage(problem));
        commandLine.setExecutionExceptionHandler((problem, command, parsed) -> failed(problem, root));
        try {
            return commandLine.execute(arguments);
        } finally {
            session.out().flush();
        }
    }

    /** Returns the one command that is named: making all takes longer than most of them do. */
    private static List<Class<?>> wanted(String[] arguments) {
        int first = firstWord(arguments);
        var named = first == arguments.length ? null : CommandTypes.named(arguments[first]);
        return named == null ? CommandTypes.ALL : List.of(named); // help and suggestions know all
    }

    static CommandLine build(Root root, List<Class<?>> types) {
        IFactory factory = new CommandFactory(root);
        var commandLine = new CommandLine(root, factory);
        for (Class<?> type : types) {
            commandLine.addSubcommand(make(factory, type));
        }
        commandLine.setUnmatchedOptionsArePositionalParams(false);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        return commandLine;
    }

    private static Object make(IFactory factory, Class<?> type) {
        try {
            return factory.create(type);
        } catch (Exception e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    /** Returns the names of the commands that help lists. */
    static Set<String> names() {
        var names = new TreeSet<String>();
        build(new Root(null), CommandTypes.ALL).getSubcommands().forEach((name, command) -> {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                names.add(name);
            }
        });
        return names;
    }

    /** {@code music DIR} is {@code music index DIR} and then the shell; no arguments at all is the shell. */
    private String[] folderMeansIndex(String[] typed) {
        int first = firstWord(typed);
        if (first == typed.length) {
            boolean asksNothing = Arrays.stream(typed).noneMatch(a -> a.matches("-h|--help|-V|--version"));
            return session.terminal() && asksNothing ? with(typed, first, "shell") : typed;
        }
        String word = typed[first];
        if (CommandTypes.named(word) != null || !looksLikeFolder(word)) {
            return typed;
        }
        return with(typed, first, session.terminal() ? "open" : "index");
    }

    private static int firstWord(String[] typed) {
        int i = 0;
        while (i < typed.length && typed[i].startsWith("-")) {
            i += typed[i].equals("--home") ? 2 : 1;
        }
        return Math.min(i, typed.length);
    }

    private static String[] with(String[] typed, int at, String word) {
        var arguments = new ArrayList<>(Arrays.asList(typed));
        arguments.add(at, word);
        return arguments.toArray(String[]::new);
    }

    private boolean looksLikeFolder(String word) {
        if (word.startsWith("/") || word.startsWith("~") || word.startsWith(".") || word.contains("/")) {
            return true;
        }
        try {
            return Files.isDirectory(session.directory().resolve(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private int wrongUsage(ParameterException problem) {
        var err = session.err();
        err.println("music: " + Text.line(words(problem)));
        if (problem instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                err.println("Did you mean: " + String.join(", ", suggestions) + "?");
            }
        }
        err.println("Try: music " + nameOf(problem.getCommandLine()) + "--help");
        return USAGE;
    }

    private static String words(ParameterException problem) {
        boolean atRoot = problem.getCommandLine().getParent() == null;
        return atRoot && problem instanceof UnmatchedArgumentException unmatched
                ? "There is no command or option '" + unmatched.getUnmatched().get(0) + "'."
                : problem.getMessage();
    }

    private static String nameOf(CommandLine commandLine) {
        return commandLine.getParent() == null
                ? ""
                : nameOf(commandLine.getParent()) + commandLine.getCommandName() + " ";
    }

    private int failed(Exception problem, Root root) {
        if (problem instanceof InterruptedException || problem instanceof CancellationException) {
            return INTERRUPTED;
        }
        String code = "internal";
        String words;
        if (problem instanceof CoreException told) {
            code = told.messageKey();
            words = told.getMessage();
        } else if (problem instanceof CommandFailedException told) {
            code = told.code();
            words = told.getMessage();
        } else {
            LOG.error("A command failed", problem);
            words = "Internal error (" + problem.getClass().getSimpleName() + "). The log has the details.";
        }
        if (root.json()) {
            Json.error(session.out(), code, words);
        }
        session.err().println("music: " + Text.line(words));
        return FAILED;
    }
}
