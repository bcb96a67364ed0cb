package org.musicplatform.hosts.shell;

import org.musicplatform.core.api.library.Annotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rate ID STARS}. */
@Command(name = "rate", description = "Rate a track with 1 to 5 stars; 0 takes the rating back.")
final class RateCommand extends org.musicplatform.hosts.shell.Command {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ID", description = "A track, as lists and search print it (t42).")
    private String id;

    @Parameters(index = "1", paramLabel = "STARS", description = "0 to 5.")
    private int stars;

    @Mixin
    private ListenerOption listener;

    RateCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        if (stars < 0 || stars > Annotation.MAX_RATING) {
            throw new ParameterException(
                    spec.commandLine(), "STARS is 0 to " + Annotation.MAX_RATING + ", not " + stars + ".");
        }
        var track = TrackFiles.id(spec.commandLine(), id);
        var said = await(core().library().rate(listener.id(core()), track, stars));
        if (json()) {
            Json.print(session().out(), json -> json.annotation(said));
        } else if (!quiet()) {
            session().out().println(track + ": " + (said.rating() == 0 ? "no rating" : Text.stars(said.rating())));
        }
        return CommandLines.DONE;
    }
}
