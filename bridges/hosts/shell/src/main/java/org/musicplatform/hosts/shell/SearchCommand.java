package org.musicplatform.hosts.shell;

import java.util.List;
import org.musicplatform.core.api.library.SearchLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code search TEXT…}. */
@Command(name = "search", description = "Find tracks, albums and artists by words and beginnings of words.")
final class SearchCommand extends org.musicplatform.hosts.shell.Command {

    @Parameters(paramLabel = "TEXT", description = "Any text; nothing in it has a special meaning.")
    private List<String> words = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many of each kind at most (15 tracks, 10 albums, 10 artists).")
    private Integer limit;

    SearchCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        String text = String.join(" ", words);
        int n = limit == null ? 0 : Math.min(1_000, Math.max(0, limit));
        var limits = limit == null ? SearchLimits.DEFAULT : new SearchLimits(n, n, n);
        var found = await(core().library().search(text, limits));
        if (json()) {
            Json.print(session().out(), json -> json.search(found));
            return CommandLines.DONE;
        }
        var out = session().out();
        boolean nothing = found.tracks().isEmpty()
                && found.albums().isEmpty()
                && found.artists().isEmpty();
        if (nothing) {
            session()
                    .err()
                    .println(
                            text.isBlank()
                                    ? "Say what to look for: music search TEXT"
                                    : "Nothing found for " + Text.fit(text, 60) + ".");
            return CommandLines.DONE;
        }
        if (!found.artists().isEmpty()) {
            out.println("Artists");
            Lists.artists(out, found.artists());
        }
        if (!found.albums().isEmpty()) {
            out.println("Albums");
            Lists.albums(out, found.albums());
        }
        if (!found.tracks().isEmpty()) {
            out.println("Tracks");
            Lists.tracks(out, found.tracks());
        }
        if (found.more() && !quiet()) {
            session().err().println("There is more: --limit N shows it, another word narrows it.");
        }
        return CommandLines.DONE;
    }
}
