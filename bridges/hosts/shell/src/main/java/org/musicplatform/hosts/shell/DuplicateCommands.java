package org.musicplatform.hosts.shell;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.musicplatform.core.api.Ids;
import org.musicplatform.core.api.library.Duplicate;
import org.musicplatform.core.api.library.DuplicateId;
import org.musicplatform.core.api.library.DuplicatePolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands on files that hold the same bytes and are different tracks. */
final class DuplicateCommands {

    private static final Map<String, DuplicatePolicy> POLICIES = Map.of(
            "both", DuplicatePolicy.KEEP_BOTH,
            "newest", DuplicatePolicy.KEEP_NEWEST,
            "ask", DuplicatePolicy.ASK);

    private DuplicateCommands() {}

    /** {@code duplicates} alone: lists them. */
    @Command(
            name = "duplicates",
            description = "List files that hold the same bytes and are different tracks, and say what becomes of them.",
            subcommands = {Keep.class, Resolve.class})
    static final class All extends org.musicplatform.hosts.shell.Command {

        @Mixin
        private PageOptions page;

        All(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var library = core().library();
            var policy = await(library.duplicatePolicy());
            var found = await(library.duplicates(page.request()));
            if (json()) {
                Json.print(session().out(), json -> json.duplicates(policy, found));
                return CommandLines.DONE;
            }
            found.items().forEach(this::tell);
            if (!quiet()) {
                var err = session().err();
                if (found.items().isEmpty()) {
                    err.println(
                            policy == DuplicatePolicy.KEEP_BOTH
                                    ? "None are known. To look for them: music index --compare"
                                    : "There are none.");
                }
                if (found.next() != null) {
                    err.println("More with: --after " + found.next());
                }
                err.println(
                        switch (policy) {
                            case KEEP_BOTH ->
                                "Both stay different tracks. To change that: music duplicates keep newest";
                            case KEEP_NEWEST -> "Those that are found become one track: the one that was changed last.";
                            case ASK -> "They wait for you: music duplicates resolve ID newest, or both";
                        });
            }
            return CommandLines.DONE;
        }

        private static Instant seconds(Instant time) {
            return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
        }

        private void tell(Duplicate duplicate) {
            var out = session().out();
            out.printf(
                    "%s  %s of %,d bytes%n", duplicate.id(), Lists.plural(duplicate.files(), "file"), duplicate.size());
            var table = new Table();
            duplicate
                    .copies()
                    .forEach(copy -> table.row(
                            "    " + copy.track(), copy.title(), copy.source(), copy.path(), seconds(copy.modified())));
            table.print(out);
            int more = duplicate.files() - duplicate.copies().size();
            if (more > 0) {
                out.printf("    and %,d more%n", more);
            }
        }
    }

    /** {@code duplicates keep newest|both|ask}. */
    @Command(name = "keep", description = "Say what becomes of those that are found: newest, both, or ask.")
    static final class Keep extends org.musicplatform.hosts.shell.Command {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "POLICY", description = "newest, both or ask.")
        private String policy;

        Keep(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var which = POLICIES.get(policy);
            if (which == null) {
                throw new ParameterException(spec.commandLine(), "'" + policy + "' is none of: newest, both, ask.");
            }
            int settled = await(core().library().setDuplicatePolicy(which));
            if (json()) {
                Json.print(session().out(), json -> json.field("policy", which).field("settled", settled));
            } else if (!quiet()) {
                session()
                        .out()
                        .println(
                                switch (which) {
                                    case KEEP_BOTH -> "Files that hold the same bytes stay different tracks.";
                                    case ASK ->
                                        "Files that hold the same bytes are looked for by each index, and wait for you: music"
                                                + " duplicates";
                                    case KEEP_NEWEST ->
                                        "Files that hold the same bytes are looked for by each index, and become one track; that"
                                                + " was done now to "
                                                + Lists.plural(settled, "duplicate")
                                                + ". No file is touched. To take one back: music decisions";
                                });
            }
            return CommandLines.DONE;
        }
    }

    /** {@code duplicates resolve ID newest|both}. */
    @Command(name = "resolve", description = "Decide what becomes of one of them.")
    static final class Resolve extends org.musicplatform.hosts.shell.Command {

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "ID", description = "Which (dup3).")
        private String id;

        @Parameters(
                index = "1",
                paramLabel = "HOW",
                description = "newest: one track, that of the file that was changed last; both: different tracks.")
        private String how;

        Resolve(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            if (!Ids.isId(DuplicateId.PREFIX, id)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "'" + id + "' is not the id of a duplicate (dup3). To list them: music duplicates");
            }
            var which = POLICIES.get(how);
            if (which == null || which == DuplicatePolicy.ASK) {
                throw new ParameterException(spec.commandLine(), "'" + how + "' is none of: newest, both.");
            }
            CurationCommands.tell(this, await(core().library().settleDuplicate(DuplicateId.parse(id), which)));
            return CommandLines.DONE;
        }
    }
}
