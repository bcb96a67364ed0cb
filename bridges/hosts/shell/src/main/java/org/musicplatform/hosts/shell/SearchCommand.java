package org.musicplatform.hosts.shell;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.SearchResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code search TEXT…}. */
@Command(
        name = "search",
        description = "Find tracks, albums, artists, playlists, genres, folders, lyrics and files that wait to be read,"
                + " by words and beginnings of words.")
final class SearchCommand extends org.musicplatform.hosts.shell.Command {

    @Parameters(paramLabel = "TEXT", description = "Any text; nothing in it has a special meaning.")
    private List<String> words = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many of each kind at most (15 tracks; 10 albums, artists, playlists and files; 5 genres,"
                    + " folders and lyrics).")
    private Integer limit;

    @Mixin
    private Limits limits;

    /** A limit for each kind, null where none is told. */
    private static final class Limits {
        @Option(names = "--tracks", paramLabel = "N", description = "How many tracks at most.")
        private Integer tracks;

        @Option(names = "--albums", paramLabel = "N", description = "How many albums at most.")
        private Integer albums;

        @Option(names = "--artists", paramLabel = "N", description = "How many artists at most.")
        private Integer artists;

        @Option(names = "--playlists", paramLabel = "N", description = "How many playlists at most.")
        private Integer playlists;

        @Option(names = "--genres", paramLabel = "N", description = "How many genres at most.")
        private Integer genres;

        @Option(names = "--folders", paramLabel = "N", description = "How many folders at most.")
        private Integer folders;

        @Option(names = "--lyrics", paramLabel = "N", description = "How many tracks by their lyrics at most.")
        private Integer lyrics;

        @Option(names = "--files", paramLabel = "N", description = "How many files at most.")
        private Integer files;
    }

    SearchCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        String text = String.join(" ", words);
        var found = await(core().library().search(text, limits()));
        if (json()) {
            Json.print(session().out(), json -> json.search(found));
            return CommandLines.DONE;
        }
        if (found.isEmpty()) {
            session()
                    .err()
                    .println(
                            text.isBlank()
                                    ? "Say what to look for: music search TEXT"
                                    : "Nothing found for " + Text.fit(text, 60) + ".");
            return CommandLines.DONE;
        }
        print(session().out(), found);
        if (found.more() && !quiet()) {
            session().err().println("There is more: --limit N shows it, another word narrows it.");
        }
        return CommandLines.DONE;
    }

    private SearchLimits limits() {
        var of = limit == null ? SearchLimits.DEFAULT : SearchLimits.each(bounded(limit));
        return new SearchLimits(
                limit(limits.tracks, of.tracks()),
                limit(limits.albums, of.albums()),
                limit(limits.artists, of.artists()),
                limit(limits.playlists, of.playlists()),
                limit(limits.genres, of.genres()),
                limit(limits.folders, of.folders()),
                limit(limits.lyrics, of.lyrics()),
                limit(limits.files, of.files()));
    }

    private static int limit(Integer told, int otherwise) {
        return told == null ? otherwise : bounded(told);
    }

    private static int bounded(int limit) {
        return Math.min(SearchLimits.MAX, Math.max(0, limit));
    }

    private static void print(PrintStream out, SearchResults found) {
        print(out, "Artists", found.artists(), artists -> Lists.artists(out, artists));
        print(out, "Albums", found.albums(), albums -> Lists.albums(out, albums));
        print(out, "Tracks", found.tracks(), tracks -> Lists.tracks(out, tracks));
        print(out, "Playlists", found.playlists(), playlists -> Lists.playlists(out, playlists));
        var genres = new Table();
        found.genres().forEach(genre -> genres.row(genre.name(), Lists.plural(genre.tracks(), "track")));
        print(out, "Genres", found.genres(), all -> genres.print(out));
        var folders = new Table();
        found.folders().forEach(folder -> folders.row(folder.path(), Lists.plural(folder.files(), "file")));
        print(out, "Folders", found.folders(), all -> folders.print(out));
        var lyrics = new Table();
        found.lyrics()
                .forEach(match -> lyrics.row(
                        match.track().id(), match.track().title(), match.track().artist(), match.line()));
        print(out, "Lyrics", found.lyrics(), all -> lyrics.print(out));
        var files = new Table();
        found.files().forEach(file -> files.row(file.path()));
        print(out, "Files that are not read yet", found.files(), all -> files.print(out));
    }

    private static <T> void print(PrintStream out, String heading, List<T> found, Consumer<List<T>> table) {
        if (!found.isEmpty()) {
            out.println(heading);
            table.accept(found);
        }
    }
}
