package org.musicplatform.hosts.shell;

import java.time.temporal.ChronoUnit;
import org.musicplatform.core.api.ComponentHealth;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.library.LibraryCounts;
import picocli.CommandLine.Command;

/** {@code status}. */
@Command(name = "status", description = "Tell how every part is, and what to do about it.")
final class StatusCommand extends org.musicplatform.hosts.shell.Command {

    StatusCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var health = core().health();
        var counts = counts();
        if (json()) {
            Json.print(session().out(), json -> json.health(health, counts));
            return CommandLines.DONE;
        }
        var out = session().out();
        if (counts != null) {
            out.println(Lists.plural(counts.tracks(), "track") + ", " + Lists.plural(counts.albums(), "album") + ", "
                    + Lists.plural(counts.artists(), "artist") + " in " + Lists.plural(counts.files(), "file"));
        }
        if (counts != null && counts.duplicates() > 0) {
            out.println(Lists.plural(counts.duplicates(), "duplicate waits", "duplicates wait")
                    + " for you: music duplicates");
        }
        for (var component : health.components()) {
            out.printf(
                    "%-8s  %s  since %s%n",
                    component.state(),
                    Text.line(component.component()),
                    component.since().truncatedTo(ChronoUnit.SECONDS));
            if (component.state() != ComponentHealth.State.OK) {
                out.println("          " + component.code() + ": " + Text.line(component.message()));
                out.println("          " + Text.line(component.remedy()));
            }
        }
        return CommandLines.DONE;
    }

    private LibraryCounts counts() throws Exception {
        try {
            return await(core().library().counts());
        } catch (CoreException libraryIsDown) {
            return null; // health says so, and why
        }
    }
}
