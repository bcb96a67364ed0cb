package org.musicplatform.hosts.shell;

import org.musicplatform.core.api.library.PageRequest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which part of a list. */
final class PageOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "How many at most, 1 to 1000 (50).")
    private int limit;

    @Option(names = "--after", paramLabel = "CURSOR", description = "Go on after the page that ended with this.")
    private String after;

    PageRequest request() {
        try {
            return new PageRequest(limit, after);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--limit must be 1 to 1000, not " + limit, e);
        }
    }
}
