package org.musicplatform.hosts.shell;

import java.util.List;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.library.Listener;
import org.musicplatform.core.api.library.ListenerId;
import picocli.CommandLine.Option;

/** Who is meant, where that matters. */
final class ListenerOption {

    @Option(names = "--listener", paramLabel = "NAME", description = "Whose, by name or id (li2); yours otherwise.")
    private String listener;

    /** Returns whom a person named, null for nobody. */
    ListenerId id(CoreService core) throws Exception {
        return listener == null ? null : find(core, listener).id();
    }

    static Listener find(CoreService core, String named) throws Exception {
        List<Listener> all = Command.await(core.userData().listeners());
        return all.stream()
                .filter(each -> each.id().toString().equals(named))
                .findFirst()
                .or(() -> all.stream()
                        .filter(each -> each.name().equalsIgnoreCase(named.strip()))
                        .findFirst())
                .orElseThrow(() -> new CommandFailedException(
                        "not-found", "There is no listener " + named + ". music listener lists those that are."));
    }
}
