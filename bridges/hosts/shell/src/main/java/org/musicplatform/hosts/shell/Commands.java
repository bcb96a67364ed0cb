package org.musicplatform.hosts.shell;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.musicplatform.core.api.CoreService;

/**
 * One call of the commands, from a caller that shares no class with this bundle but the JDK's.
 *
 * <p>It is a service of type {@link Function} with the property {@code music.commands=true}. The map holds {@code args}
 * (String[], as typed, global options included), {@code in} (InputStream), {@code out} and {@code err} (PrintStream),
 * {@code home} (Path), {@code directory} (Path: what relative paths are relative to), {@code terminal} (Boolean) and, if the caller can, {@code interactive-start} (Runnable). The
 * result is the exit code: 0 done, 1 failed, 2 wrong usage, 130 interrupted.
 */
public final class Commands implements Function<Map<String, Object>, Integer> {

    private final CoreService core;
    private final Supplier<FrameworkShell> framework;

    /**
     * @param core what the commands act on
     * @param framework tells the framework's own shell, null while there is none
     */
    public Commands(CoreService core, Supplier<FrameworkShell> framework) {
        this.core = core;
        this.framework = framework;
    }

    /** Returns the names of all commands that can be called one by one, {@code shell} left out. */
    public static Set<String> names() {
        var names = CommandLines.names();
        names.remove("shell");
        return names;
    }

    @Override
    public Integer apply(Map<String, Object> call) {
        var arguments = (String[]) call.get("args");
        var lines = new CommandLines(Session.of(core, framework, call));
        return call.containsKey("prepare") ? lines.prepare(arguments) : lines.run(arguments);
    }
}
