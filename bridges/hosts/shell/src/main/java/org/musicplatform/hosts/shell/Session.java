package org.musicplatform.hosts.shell;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.musicplatform.core.api.CoreService;

/**
 * Where a command runs.
 *
 * @param core the way to everything that it does
 * @param framework tells the framework's own shell, null while there is none
 * @param in what is typed
 * @param out what it was asked for
 * @param err progress and reasons
 * @param directory what relative paths are relative to
 * @param home where the shell keeps its history
 * @param terminal whether a person sits at it
 * @param background whether what plays may go on behind the next command
 * @param interactiveStart starts what only an interactive shell needs
 */
record Session(
        CoreService core,
        Supplier<FrameworkShell> framework,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Path directory,
        Path home,
        boolean terminal,
        boolean background,
        Runnable interactiveStart) {

    /** Reads the map that the launcher hands over: {@link Commands} says what is in it. */
    static Session of(CoreService core, Supplier<FrameworkShell> framework, Map<String, Object> call) {
        return new Session(
                core,
                framework,
                (InputStream) call.get("in"),
                (PrintStream) call.get("out"),
                (PrintStream) call.get("err"),
                (Path) call.getOrDefault("directory", Path.of("").toAbsolutePath()),
                (Path) call.get("home"),
                Boolean.TRUE.equals(call.get("terminal")),
                false,
                (Runnable) call.getOrDefault("interactive-start", (Runnable) () -> {}));
    }

    /** The same, where what plays goes on while a person types. */
    Session inBackground() {
        return new Session(core, framework, in, out, err, directory, home, terminal, true, interactiveStart);
    }
}
