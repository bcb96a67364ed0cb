package org.musicplatform.hosts.shell;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code shell}. */
@Command(name = "shell", description = "Open the interactive shell; lines piped in are run one after the other.")
final class ShellCommand extends org.musicplatform.hosts.shell.Command {

    ShellCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        session().interactiveStart().run();
        if (session().terminal()) {
            return InteractiveShell.run(session());
        }
        int code = CommandLines.DONE;
        var lines = new BufferedReader(new InputStreamReader(session().in(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (isEnd(line)) {
                break;
            }
            int result = runLine(session(), line);
            code = result == CommandLines.DONE ? code : result;
        }
        return code;
    }

    static boolean isEnd(String line) {
        return line.strip().equals("exit") || line.strip().equals("quit");
    }

    /** Runs one line of a shell; an empty one and a comment do nothing. */
    static int runLine(Session session, String line) {
        List<String> words = Words.of(line);
        if (words.isEmpty() || words.get(0).startsWith("#")) {
            return CommandLines.DONE;
        }
        if (words.get(0).equals("shell")) {
            session.err().println("music: You are in the shell already. exit leaves it.");
            return CommandLines.USAGE;
        }
        var framework = session.framework().get();
        if (framework != null && !ours(words.get(0)) && framework.commands().contains(words.get(0))) {
            return runThere(framework, session, line);
        }
        String[] arguments = words.toArray(String[]::new);
        if (arguments[0].equals("help")) {
            arguments = words.size() > 1 ? new String[] {words.get(1), "--help"} : new String[] {"--help"};
        }
        return new CommandLines(session).run(arguments);
    }

    private static boolean ours(String word) {
        return word.equals("help") || CommandLines.names().contains(word);
    }

    private static int runThere(FrameworkShell framework, Session session, String line) {
        try {
            framework.run(line, session.in(), session.out(), session.err());
            return CommandLines.DONE;
        } catch (Exception e) {
            session.err().println("music: " + Text.line(String.valueOf(e.getMessage())));
            return CommandLines.FAILED;
        }
    }
}
