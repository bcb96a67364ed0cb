package org.musicplatform.hosts.shell;

import java.util.List;
import org.musicplatform.core.api.library.Listener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands on who listens. */
final class ListenerCommands {

    private ListenerCommands() {}

    /** {@code listener} alone: lists them. */
    @Command(
            name = "listener",
            description = "List who listens, or add, rename and remove somebody.",
            subcommands = {Add.class, Rename.class, Remove.class})
    static final class All extends org.musicplatform.hosts.shell.Command {

        All(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var listeners = await(core().userData().listeners());
            if (json()) {
                Json.print(session().out(), json -> json.listeners(listeners));
                return CommandLines.DONE;
            }
            var table = new Table();
            listeners.forEach(each -> table.row(each.id(), each.name().isEmpty() ? "(you)" : each.name()));
            table.print(session().out());
            return CommandLines.DONE;
        }
    }

    private static String checked(CommandSpec spec, String name) {
        if (name.isBlank() || name.length() > Listener.MAX_NAME) {
            throw new ParameterException(spec.commandLine(), "A name has 1 to " + Listener.MAX_NAME + " characters.");
        }
        return name;
    }

    /** What is common to commands that tell of one. */
    private abstract static class OnOne extends org.musicplatform.hosts.shell.Command {

        OnOne(Root root) {
            super(root);
        }

        int tell(Listener listener) throws Exception {
            if (json()) {
                Json.print(session().out(), json -> json.listeners(List.of(listener)));
            } else if (!quiet()) {
                session().out().println(listener.id() + "  " + Text.line(listener.name()));
            }
            return CommandLines.DONE;
        }
    }

    /** {@code listener add}. */
    @Command(name = "add", description = "Add somebody, whose ratings, plays and playlists are kept apart.")
    static final class Add extends OnOne {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "A name.")
        private String name;

        Add(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            return tell(await(core().userData().addListener(checked(spec, name))));
        }
    }

    /** {@code listener rename}. */
    @Command(name = "rename", description = "Give somebody another name.")
    static final class Rename extends OnOne {

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "LISTENER", description = "A name or an id (li2).")
        private String listener;

        @Parameters(index = "1", paramLabel = "NAME", description = "The new name.")
        private String name;

        Rename(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var who = ListenerOption.find(core(), listener);
            return tell(await(core().userData().renameListener(who.id(), checked(spec, name))));
        }
    }

    /** {@code listener remove}. */
    @Command(name = "remove", description = "Remove somebody, with all ratings, plays and playlists of theirs.")
    static final class Remove extends org.musicplatform.hosts.shell.Command {

        @Parameters(paramLabel = "LISTENER", description = "A name or an id (li2).")
        private String listener;

        @Option(names = "--yes", description = "Do not ask.")
        private boolean yes;

        Remove(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var who = ListenerOption.find(core(), listener);
            UserDataCommands.confirm(session(), yes, "All that " + who.name() + " told will be forgotten.");
            var gone = await(core().userData().removeListener(who.id()));
            return UserDataCommands.tell(this, gone, "Forgotten");
        }
    }
}
