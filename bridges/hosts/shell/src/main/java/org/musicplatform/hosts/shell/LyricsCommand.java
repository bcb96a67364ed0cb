package org.musicplatform.hosts.shell;

import java.util.List;
import java.util.Locale;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.metadata.Lyrics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lyrics ID}. */
@Command(
        name = "lyrics",
        description = "Print the lyrics of a track, with times where there are any: yours, then those in its file and"
                + " beside it, then those of services. Choose your own.")
final class LyricsCommand extends org.musicplatform.hosts.shell.Command {

    private static final int LARGEST = 1; // MiB

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "A track, as lists and search print it (t42).")
    private String id;

    @Option(
            names = "--set",
            paramLabel = "FILE",
            description = "Have the text of this .lrc or .txt file as the lyrics, before all others.")
    private String chosen;

    @Option(names = "--clear", description = "Forget the lyrics that --set chose.")
    private boolean clear;

    LyricsCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var track = TrackFiles.id(spec.commandLine(), id);
        if (chosen != null && clear) {
            throw new ParameterException(spec.commandLine(), "One of --set and --clear can be given.");
        }
        if (chosen != null) {
            return set(track);
        }
        return clear ? clear(track) : show(best(track));
    }

    private int set(TrackId track) throws Exception {
        var lyrics = core().metadata().parseLyrics(NamedFile.read(session(), chosen, LARGEST), Lyrics.USER);
        if (lyrics.lines().stream().allMatch(line -> line.text().isBlank())) {
            throw new CommandFailedException("no-lyrics", "There are no words in " + chosen + ".");
        }
        try {
            await(core().lyrics().putLyrics(track, lyrics, null));
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException("bad-lyrics", chosen + " cannot be lyrics: " + e.getMessage() + ".");
        }
        if (json()) {
            Json.print(session().out(), json -> json.lyrics(lyrics));
        } else if (!quiet()) {
            session()
                    .out()
                    .println(track + ": " + Lists.plural(lyrics.lines().size(), "line")
                            + (lyrics.synced() ? " with times" : ""));
        }
        return CommandLines.DONE;
    }

    private int clear(TrackId track) throws Exception {
        if (!await(core().lyrics().forgetLyrics(track, Lyrics.USER))) {
            throw new CommandFailedException("nothing-to-do", "You have chosen no lyrics for " + track + ".");
        }
        if (json()) {
            Json.print(session().out(), json -> json.field("cleared", track));
        } else if (!quiet()) {
            session().out().println(track + ": the lyrics that you chose are forgotten.");
        }
        return CommandLines.DONE;
    }

    private Lyrics best(TrackId track) throws Exception {
        var kept = await(core().lyrics().lyricsOf(track));
        var found = !kept.isEmpty() && kept.get(0).origin().equals(Lyrics.USER) ? kept.get(0) : inFiles(kept);
        if (found == null) {
            throw new CommandFailedException(
                    "no-lyrics",
                    "The file of " + id + " holds no lyrics, beside it lies no .lrc or .txt file of its name, and you"
                            + " chose none (--set FILE).");
        }
        return found;
    }

    /** What files say now; what the library keeps when they say nothing, or cannot be read. */
    private Lyrics inFiles(List<Lyrics> kept) throws Exception {
        try {
            var found = new TrackLyrics(core()).best(TrackFiles.of(core(), spec.commandLine(), id));
            return found != null || kept.isEmpty() ? found : kept.get(0);
        } catch (CommandFailedException | CoreException e) {
            if (kept.isEmpty()) {
                throw e;
            }
            return kept.get(0);
        }
    }

    private int show(Lyrics lyrics) {
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
