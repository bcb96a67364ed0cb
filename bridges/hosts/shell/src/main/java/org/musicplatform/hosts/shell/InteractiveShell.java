package org.musicplatform.hosts.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jline.builtins.Completers.DirectoriesCompleter;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;

/** The prompt: history, completion, and Ctrl-C that stops a command but not the shell. */
final class InteractiveShell {

    private final Session session;
    private final Terminal terminal;
    private final LineReader reader;

    private InteractiveShell(Session session, Terminal terminal) {
        this.session = session;
        this.terminal = terminal;
        var parser = new DefaultParser();
        parser.setQuoteChars(new char[] {'"'}); // an apostrophe is a letter here
        parser.setEscapeChars(new char[0]);
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(parser)
                .completer(completer())
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .variable(LineReader.HISTORY_FILE, session.home().resolve("history"))
                .build();
    }

    static int run(Session session) throws IOException {
        try (var terminal = SystemTerminal.open()) {
            new InteractiveShell(session.inBackground(), terminal).loop();
        }
        return CommandLines.DONE;
    }

    private void loop() {
        session.core().sync().watch(Set.of()); // while somebody sits here, the library follows the folders
        session.out().println("Type help for the commands, exit to leave.");
        while (true) {
            try {
                String line = reader.readLine("music> ");
                if (ShellCommand.isEnd(line)) {
                    return;
                }
                runLine(line);
            } catch (UserInterruptException typedCtrlC) {
                // the line is dropped, the shell stays
            } catch (EndOfFileException typedCtrlD) {
                return;
            }
        }
    }

    private void runLine(String line) {
        var here = Thread.currentThread();
        var before = terminal.handle(Terminal.Signal.INT, signal -> here.interrupt());
        try {
            ShellCommand.runLine(session, line);
        } finally {
            terminal.handle(Terminal.Signal.INT, before);
            Thread.interrupted(); // one that came too late must not end the shell
        }
    }

    private Completer completer() {
        var commands = CommandLines.build(new Root(session), CommandTypes.ALL).getSubcommands();
        var folders = new DirectoriesCompleter(java.nio.file.Path.of("").toAbsolutePath());
        return (LineReader lines, ParsedLine line, List<Candidate> candidates) -> {
            if (line.wordIndex() == 0) {
                names().forEach(name -> candidates.add(new Candidate(name)));
                return;
            }
            var command = commands.get(line.words().get(0));
            if (command == null) {
                return;
            }
            if (line.word().startsWith("-")) {
                command.getCommandSpec().optionsMap().keySet().forEach(o -> candidates.add(new Candidate(o)));
            } else if (List.of("index", "forget", "refresh").contains(command.getCommandName())) {
                folders.complete(lines, line, candidates);
            }
        };
    }

    private List<String> names() {
        var names = new ArrayList<>(CommandLines.names());
        names.addAll(List.of("help", "exit"));
        var framework = session.framework().get();
        if (framework != null) {
            names.addAll(framework.commands());
        }
        return names;
    }
}
