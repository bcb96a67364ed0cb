package org.musicplatform.hosts.shell;

import java.util.Locale;
import org.musicplatform.core.api.metadata.Lyrics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lyrics ID}. */
@Command(
        name = "lyrics",
        description = "Print the lyrics of a track, from its file or from beside it, with times where there are any.")
final class LyricsCommand extends org.musicplatform.hosts.shell.Command {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "A track, as lists and search print it (t42).")
    private String id;

    LyricsCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var lyrics = new TrackLyrics(core()).best(TrackFiles.of(core(), spec.commandLine(), id));
        if (lyrics == null) {
            throw new CommandFailedException(
                    "no-lyrics",
                    "The file of " + id + " holds no lyrics, and beside it lies no .lrc or .txt file of its name.");
        }
        if (json()) {
            Json.print(session().out(), json -> json.lyrics(lyrics));
        } else {
            lyrics.lines().forEach(this::print);
        }
        return CommandLines.DONE;
    }

    private void print(Lyrics.Line line) {
        session()
                .out()
                .println((line.start() == null ? "" : stamp(line.start().toMillis()) + " ") + Text.line(line.text()));
    }

    private static String stamp(long millis) {
        return String.format(Locale.ROOT, "[%02d:%02d.%02d]", millis / 60_000, millis / 1000 % 60, millis % 1000 / 10);
    }
}
