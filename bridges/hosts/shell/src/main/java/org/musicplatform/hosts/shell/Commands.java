package org.musicplatform.hosts.shell;

import java.util.Map;
import java.util.function.Function;
import org.musicplatform.core.api.CoreService;

/**
 * One call of the commands, from a caller that shares no class with this bundle but the JDK's.
 *
 * <p>It is a service of type {@link Function} with the property {@code music.commands=true}. The map holds {@code args}
 * (String[], as typed, global options included), {@code in} (InputStream), {@code out} and {@code err} (PrintStream),
 * {@code home} (Path), {@code terminal} (Boolean) and, if the caller can, {@code interactive-start} (Runnable). The
 * result is the exit code: 0 done, 1 failed, 2 wrong usage, 130 interrupted.
 */
public final class Commands implements Function<Map<String, Object>, Integer> {

    private final CoreService core;

    public Commands(CoreService core) {
        this.core = core;
    }

    @Override
    public Integer apply(Map<String, Object> call) {
        var arguments = (String[]) call.get("args");
        return new CommandLines(Session.of(core, call)).run(arguments);
    }
}
