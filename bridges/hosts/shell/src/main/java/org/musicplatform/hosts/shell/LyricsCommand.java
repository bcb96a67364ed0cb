package org.musicplatform.hosts.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.musicplatform.core.api.metadata.Lyrics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lyrics ID}. */
@Command(
        name = "lyrics",
        description = "Print the lyrics that the file of a track holds, with times where it has them.")
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
        List<Lyrics> found = new ArrayList<>();
        for (var file : TrackFiles.of(core(), spec.commandLine(), id)) {
            if (found.isEmpty()) {
                found.addAll(await(core().metadata().readTags(file.file())).lyrics());
            }
        }
        if (found.isEmpty()) {
            throw new CommandFailedException("no-lyrics", "The file of " + id + " holds no lyrics.");
        }
        var lyrics = found.get(0);
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
