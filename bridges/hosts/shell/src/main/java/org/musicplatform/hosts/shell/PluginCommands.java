package org.musicplatform.hosts.shell;

import java.util.List;
import java.util.Locale;
import org.musicplatform.core.api.plugin.PluginInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The commands that take plug-ins in and out. */
final class PluginCommands {

    private PluginCommands() {}

    /** {@code install JAR}. */
    @Command(name = "install", description = "Take a plug-in in, or another version of one.")
    static final class Install extends org.musicplatform.hosts.shell.Command {

        @Parameters(paramLabel = "JAR", description = "The file of the plug-in; it is copied.")
        private String jar;

        Install(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var plugin = await(core().plugins().install(session().directory().resolve(jar)));
            if (json()) {
                Json.print(session().out(), json -> json.plugins(List.of(plugin)));
            } else if (!quiet()) {
                session().out().println("Installed: " + Text.line(plugin.name()) + " " + Text.line(plugin.version()));
            }
            return CommandLines.DONE;
        }
    }

    /** {@code remove NAME}. */
    @Command(name = "remove", description = "Take a plug-in out.")
    static final class Remove extends org.musicplatform.hosts.shell.Command {

        @Parameters(paramLabel = "NAME", description = "Its symbolic name, or the name of its file.")
        private String name;

        Remove(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var plugin = await(core().plugins().remove(name));
            if (json()) {
                Json.print(session().out(), json -> json.plugins(List.of(plugin)));
            } else if (!quiet()) {
                session().out().println("Removed: " + Text.line(plugin.name()));
            }
            return CommandLines.DONE;
        }
    }

    /** {@code plugins}. */
    @Command(name = "plugins", description = "List the plug-ins, those that were refused too.")
    static final class All extends org.musicplatform.hosts.shell.Command {

        All(Root root) {
            super(root);
        }

        @Override
        int execute() {
            var plugins = core().plugins().list();
            if (json()) {
                Json.print(session().out(), json -> json.plugins(plugins));
                return CommandLines.DONE;
            }
            if (plugins.isEmpty()) {
                session().err().println("No plug-in is installed. To take one in: music install JAR");
            }
            var table = new Table();
            for (PluginInfo plugin : plugins) {
                table.row(
                        plugin.state().name().toLowerCase(Locale.ROOT), plugin.name(), plugin.version(), plugin.file());
            }
            var out = session().out();
            table.print(out);
            plugins.stream()
                    .filter(plugin -> !plugin.reason().isEmpty())
                    .forEach(plugin -> out.println(Text.line(plugin.file()) + ": " + Text.line(plugin.reason())));
            return CommandLines.DONE;
        }
    }
}
