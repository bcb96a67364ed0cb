package org.musicplatform.hosts.shell;

import org.musicplatform.core.api.sync.HeldSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands on sources of which so much is missing that a person has to decide. */
final class HeldCommands {

    private HeldCommands() {}

    /** {@code held} alone: lists them. */
    @Command(
            name = "held",
            description = "List sources of which so much is missing that you have to decide, and decide.",
            subcommands = {Accept.class, Reject.class})
    static final class All extends org.musicplatform.hosts.shell.Command {

        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "20",
                description = "How many of the files to name for each source, 1 to 1000; 20 when it is not given.")
        private int limit;

        All(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var held = await(core().sync().held(Math.max(1, Math.min(1_000, limit))));
            if (json()) {
                Json.print(session().out(), json -> json.held(held));
                return CommandLines.DONE;
            }
            if (held.isEmpty() && !quiet()) {
                session().err().println("No source waits for a decision.");
            }
            held.forEach(this::tell);
            return CommandLines.DONE;
        }

        private void tell(HeldSource held) {
            var out = session().out();
            var id = held.source().id();
            out.println(id + "  " + Text.line(held.source().location()));
            out.println("    " + Text.line(held.reason()));
            held.paths().forEach(path -> out.println("    - " + Text.line(path)));
            long more = held.files() - held.paths().size();
            if (more > 0 && !held.paths().isEmpty()) {
                out.printf("    and %,d more%n", more);
            }
        }
    }

    /** What is common to both decisions. */
    private abstract static class Decision extends org.musicplatform.hosts.shell.Command {

        @Parameters(paramLabel = "SOURCE", description = "Its id (s1) or its folder.")
        private String source;

        Decision(Root root) {
            super(root);
        }

        int settle(boolean gone, String words) throws Exception {
            var account = KnownSource.find(this, source);
            long missing = await(core().sync().settle(account.id(), gone));
            if (json()) {
                Json.print(session().out(), json -> json.settled(account, missing));
            } else if (!quiet()) {
                session().out().printf("%s: " + words + "%n", Text.line(account.location()), missing);
            }
            return CommandLines.DONE;
        }
    }

    /** {@code held accept SOURCE}. */
    @Command(name = "accept", description = "The files are really gone: mark them missing.")
    static final class Accept extends Decision {

        Accept(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            return settle(true, "%,d files are marked missing. What you said of them stays.");
        }
    }

    /** {@code held reject SOURCE}. */
    @Command(name = "reject", description = "The files are not gone: keep them. The next index decides anew.")
    static final class Reject extends Decision {

        Reject(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            return settle(false, "nothing is marked missing.");
        }
    }
}
