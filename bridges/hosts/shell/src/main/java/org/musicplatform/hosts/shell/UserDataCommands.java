package org.musicplatform.hosts.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.musicplatform.core.api.library.UserDataCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** All that persons told the library, out, in and away. */
final class UserDataCommands {

    private static final int LONGEST_ANSWER = 100;

    private UserDataCommands() {}

    private static String words(UserDataCounts counts) {
        return Lists.plural(counts.annotations(), "rated or favourite track", "rated or favourite tracks") + ", "
                + Lists.plural(counts.plays(), "play", "plays") + ", "
                + Lists.plural(counts.playlists(), "playlist", "playlists") + " with "
                + Lists.plural(counts.entries(), "entry", "entries") + ", "
                + Lists.plural(counts.overrides(), "corrected tag", "corrected tags") + ", lyrics of "
                + Lists.plural(counts.lyrics(), "track");
    }

    static int tell(org.musicplatform.hosts.shell.Command command, UserDataCounts counts, String done)
            throws Exception {
        if (command.json()) {
            Json.print(command.session().out(), json -> json.userData(counts));
        } else if (!command.quiet()) {
            command.session().out().println(done + ": " + words(counts) + ".");
        }
        return CommandLines.DONE;
    }

    /** Asks a person to go on; where nobody sits there, an option has to say so. */
    static void confirm(Session session, boolean yes, String what) throws IOException, CommandFailedException {
        if (yes) {
            return;
        }
        if (!session.terminal()) {
            throw new CommandFailedException("not-confirmed", what + " To do so, add --yes.");
        }
        session.err().print(what + " Type yes to go on: ");
        session.err().flush();
        var answer = new StringBuilder();
        for (int c = session.in().read(); c >= 0 && c != '\n' && answer.length() < LONGEST_ANSWER; ) {
            answer.append((char) c);
            c = session.in().read();
        }
        String typed = new String(answer.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        if (!typed.strip().equalsIgnoreCase("yes")) {
            throw new CommandFailedException("not-confirmed", "Nothing was done.");
        }
    }

    /** {@code export FILE}. */
    @Command(name = "export", description = "Write all ratings, favourites, plays and playlists into a new file.")
    static final class Export extends org.musicplatform.hosts.shell.Command {

        @Parameters(paramLabel = "FILE", description = "The new file, of JSON Lines.")
        private String file;

        Export(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            Path path = session().directory().resolve(file).normalize();
            return tell(this, await(core().userData().exportTo(path)), path.toString());
        }
    }

    /** {@code import FILE}. */
    @Command(name = "import", description = "Take over what export wrote, here or elsewhere; nothing here is lost.")
    static final class Import extends org.musicplatform.hosts.shell.Command {

        @Parameters(paramLabel = "FILE", description = "The file.")
        private String file;

        Import(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var report = await(core().userData()
                    .importFrom(session().directory().resolve(file).normalize()));
            if (json()) {
                Json.print(session().out(), json -> json.userData(report));
                return CommandLines.DONE;
            }
            if (!quiet()) {
                session().out().println("Read: " + words(report.read()) + ".");
                session()
                        .out()
                        .println("New: " + report.taken() + ", known already: " + report.known()
                                + ", waiting for tracks that are not here: " + report.waiting() + ", refused: "
                                + report.refused() + ".");
            }
            report.problems().forEach(problem -> session().err().println(Text.line(problem)));
            return CommandLines.DONE;
        }
    }

    /** {@code erase}. */
    @Command(name = "erase", description = "Forget all ratings, favourites, plays, playlists and listeners.")
    static final class Erase extends org.musicplatform.hosts.shell.Command {

        @Mixin
        private ListenerOption listener;

        @Option(names = "--yes", description = "Do not ask.")
        private boolean yes;

        Erase(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var who = listener.id(core());
            confirm(
                    session(),
                    yes,
                    who == null
                            ? "All that everybody told the library will be forgotten."
                            : "All that " + who + " told the library will be forgotten.");
            return tell(this, await(core().userData().erase(who)), "Forgotten");
        }
    }
}
