package org.musicplatform.hosts.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.Ids;
import org.musicplatform.core.api.library.ListenerId;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Playlist;
import org.musicplatform.core.api.library.PlaylistEntry;
import org.musicplatform.core.api.library.PlaylistEntryId;
import org.musicplatform.core.api.library.PlaylistFormat;
import org.musicplatform.core.api.library.PlaylistId;
import org.musicplatform.core.api.library.SmartRules;
import org.musicplatform.core.api.library.TrackId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands on playlists. Entries are named by their number in the list, as a person sees them. */
final class PlaylistCommands {

    private static final String NAMED = "Its id (pl3) or its name.";

    private PlaylistCommands() {}

    /** {@code playlist} alone: lists them. */
    @Command(
            name = "playlist",
            description = "List the playlists, or make and change one.",
            subcommands = {
                Show.class,
                Create.class,
                Rules.class,
                Share.class,
                Add.class,
                Remove.class,
                Move.class,
                Rename.class,
                Delete.class,
                Import.class,
                Export.class
            })
    static final class All extends org.musicplatform.hosts.shell.Command {

        @Mixin
        private ListenerOption listener;

        All(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var playlists = await(core().playlists().list(listener.id(core())));
            if (json()) {
                Json.print(session().out(), json -> json.playlists(playlists));
                return CommandLines.DONE;
            }
            if (playlists.isEmpty() && !quiet()) {
                session().err().println("There is no playlist. To make one: music playlist create NAME");
            }
            Lists.playlists(session().out(), playlists);
            return CommandLines.DONE;
        }
    }

    /** What is common to commands on one playlist. */
    private abstract static class OnOne extends org.musicplatform.hosts.shell.Command {

        @Parameters(index = "0", paramLabel = "PLAYLIST", description = NAMED)
        private String playlist;

        @Mixin
        private ListenerOption listener;

        OnOne(Root root) {
            super(root);
        }

        Playlist playlist() throws Exception {
            return find(core(), listener.id(core()), playlist);
        }

        int tell(Playlist changed, String words) throws Exception {
            if (json()) {
                Json.print(session().out(), json -> json.playlists(List.of(changed)));
            } else if (!quiet()) {
                session().out().println(changed.id() + "  " + Text.line(changed.name()) + ": " + words);
            }
            return CommandLines.DONE;
        }

        int tellEntries(Playlist before) throws Exception {
            var now = find(core(), listener.id(core()), before.id().toString());
            return tell(now, Lists.plural(now.entries(), "entry", "entries"));
        }

        /** Returns the entry with a number of the list, from 1. */
        PlaylistEntryId entry(List<PlaylistEntry> entries, int number) throws CommandFailedException {
            if (number < 1 || number > entries.size()) {
                throw new CommandFailedException(
                        "not-found", "There is no entry " + number + "; the playlist has " + entries.size() + ".");
            }
            return entries.get(number - 1).id();
        }
    }

    private static Playlist find(CoreService core, ListenerId listener, String named) throws Exception {
        var all = org.musicplatform.hosts.shell.Command.await(core.playlists().list(listener));
        return all.stream()
                .filter(each -> each.id().toString().equals(named))
                .findFirst()
                .or(() -> all.stream()
                        .filter(each -> each.name().equalsIgnoreCase(named))
                        .findFirst())
                .orElseThrow(() -> new CommandFailedException(
                        "not-found", "There is no playlist " + named + ". music playlist lists those that are."));
    }

    /** Returns all entries of a playlist. */
    private static List<PlaylistEntry> entries(CoreService core, PlaylistId playlist) throws Exception {
        var all = new ArrayList<PlaylistEntry>();
        var request = PageRequest.first(PageRequest.MAX_LIMIT);
        while (request != null) {
            var page =
                    org.musicplatform.hosts.shell.Command.await(core.playlists().entries(playlist, request));
            all.addAll(page.items());
            request = page.next() == null ? null : new PageRequest(PageRequest.MAX_LIMIT, page.next());
        }
        return all;
    }

    /** Returns the tracks of a playlist that can be played. */
    static List<TrackId> tracks(CoreService core, String id) throws Exception {
        return entries(core, PlaylistId.parse(id)).stream()
                .filter(PlaylistEntry::present)
                .map(PlaylistEntry::track)
                .toList();
    }

    /** {@code playlist show}. */
    @Command(name = "show", description = "List the entries of a playlist.")
    static final class Show extends OnOne {

        Show(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var playlist = playlist();
            var entries = entries(core(), playlist.id());
            if (json()) {
                Json.print(session().out(), json -> json.playlist(playlist, entries));
                return CommandLines.DONE;
            }
            var table = new Table();
            for (int i = 0; i < entries.size(); i++) {
                var entry = entries.get(i);
                table.row(
                        i + 1,
                        entry.present() ? entry.track() : "missing",
                        entry.title(),
                        entry.artist(),
                        entry.album(),
                        Text.duration(entry.duration()));
            }
            table.print(session().out());
            return CommandLines.DONE;
        }
    }

    /** {@code playlist create}. */
    @Command(name = "create", description = "Make an empty playlist, or one whose rules say what is in it.")
    static final class Create extends org.musicplatform.hosts.shell.Command {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "Its name.")
        private String name;

        @Option(
                names = "--rules",
                paramLabel = "RULES",
                description = "What is in it, e.g. 'genre is Rock and year >= 1990 order by added desc limit 50'.")
        private String rules;

        @Mixin
        private ListenerOption listener;

        Create(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var said = rules == null ? null : parsed(spec, rules);
            var made = await(core().playlists().create(listener.id(core()), checked(spec, name), said));
            if (json()) {
                Json.print(session().out(), json -> json.playlists(List.of(made)));
            } else if (!quiet()) {
                session().out().println(made.id() + "  " + Text.line(made.name()));
            }
            return CommandLines.DONE;
        }
    }

    private static SmartRules parsed(CommandSpec spec, String rules) {
        try {
            return SmartRules.parse(rules);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "These are no rules: " + e.getMessage() + ".", e);
        }
    }

    /** {@code playlist rules}. */
    @Command(name = "rules", description = "Show the rules of a smart playlist, or give it others.")
    static final class Rules extends OnOne {

        @Spec
        private CommandSpec spec;

        @Parameters(index = "1", arity = "0..1", paramLabel = "RULES", description = "What is in it from now on.")
        private String rules;

        Rules(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var playlist = playlist();
            if (rules != null) {
                var said = parsed(spec, rules);
                playlist = await(core().playlists().setRules(playlist.id(), said));
            }
            return tell(
                    playlist, playlist.isSmart() ? playlist.rules().toString() : "no rules, its entries were chosen");
        }
    }

    /** {@code playlist share}. */
    @Command(name = "share", description = "Show a playlist to other listeners too.")
    static final class Share extends OnOne {

        @Option(names = "--off", description = "They see it no more.")
        private boolean off;

        Share(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            return tell(await(core().playlists().share(playlist().id(), !off)), off ? "not shared" : "shared");
        }
    }

    private static String checked(CommandSpec spec, String name) {
        if (name.isBlank() || name.length() > Playlist.MAX_NAME) {
            throw new ParameterException(spec.commandLine(), "A name has 1 to " + Playlist.MAX_NAME + " characters.");
        }
        return name;
    }

    /** {@code playlist add}. */
    @Command(name = "add", description = "Add tracks at the end, or before an entry.")
    static final class Add extends OnOne {

        @Spec
        private CommandSpec spec;

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "ID", description = "Tracks, e.g. t42.")
        private List<String> tracks;

        @Option(names = "--before", paramLabel = "N", description = "Before the entry of this number.")
        private Integer before;

        Add(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var ids = tracks.stream()
                    .map(id -> TrackFiles.id(spec.commandLine(), id))
                    .toList();
            var playlist = playlist();
            var place = before == null ? null : entry(entries(core(), playlist.id()), before);
            await(core().playlists().add(playlist.id(), ids, place));
            return tellEntries(playlist);
        }
    }

    /** {@code playlist remove}. */
    @Command(name = "remove", description = "Take entries out, by their numbers.")
    static final class Remove extends OnOne {

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "N", description = "Numbers, as show prints them.")
        private List<Integer> numbers;

        Remove(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var playlist = playlist();
            var entries = entries(core(), playlist.id());
            var taken = new ArrayList<PlaylistEntryId>();
            for (int n : numbers) {
                taken.add(entry(entries, n));
            }
            await(core().playlists().remove(playlist.id(), taken));
            return tellEntries(playlist);
        }
    }

    /** {@code playlist move}. */
    @Command(name = "move", description = "Move an entry to another place.")
    static final class Move extends OnOne {

        @Parameters(index = "1", paramLabel = "N", description = "Which entry.")
        private int number;

        @Parameters(index = "2", paramLabel = "TO", description = "The number that it will have.")
        private int to;

        Move(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var playlist = playlist();
            var entries = entries(core(), playlist.id());
            var moved = entry(entries, number);
            entry(entries, to);
            int next = to > number ? to : to - 1; // what stands there now follows, or goes before
            var before = next == entries.size() ? null : entries.get(next).id();
            return tell(await(core().playlists().move(playlist.id(), moved, before)), number + " is " + to + " now");
        }
    }

    /** {@code playlist rename}. */
    @Command(name = "rename", description = "Give a playlist another name.")
    static final class Rename extends OnOne {

        @Spec
        private CommandSpec spec;

        @Parameters(index = "1", paramLabel = "NAME", description = "The new name.")
        private String name;

        Rename(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var playlist = playlist();
            return tell(
                    await(core().playlists().rename(playlist.id(), checked(spec, name))),
                    "was " + Text.line(playlist.name()));
        }
    }

    /** {@code playlist delete}. */
    @Command(name = "delete", description = "Delete a playlist; its tracks stay.")
    static final class Delete extends OnOne {

        Delete(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            return tell(await(core().playlists().delete(playlist().id())), "deleted");
        }
    }

    /** {@code playlist import}. */
    @Command(name = "import", description = "Make a playlist of a file: M3U, M3U8, PLS or XSPF.")
    static final class Import extends org.musicplatform.hosts.shell.Command {

        private static final int LARGEST = 16; // MiB

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "The file.")
        private String file;

        @Option(names = "--name", description = "Its name; that of the file otherwise.")
        private String name;

        @Mixin
        private ListenerOption listener;

        Import(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            Path path = NamedFile.path(session(), file, LARGEST);
            Path real = path.toRealPath();
            String stem = path.getFileName().toString().replaceFirst("\\.[^.]+$", "");
            var made = await(core().playlists()
                    .importFile(
                            listener.id(core()),
                            checked(spec, name == null ? stem : name),
                            Files.readAllBytes(path),
                            real.getParent().toString().replace('\\', '/')));
            if (json()) {
                Json.print(session().out(), json -> json.imported(made));
            } else if (!quiet()) {
                session()
                        .out()
                        .println(made.playlist().id() + "  "
                                + Text.line(made.playlist().name()) + ": " + made.matched() + " found, "
                                + made.waiting() + " not there yet");
            }
            return CommandLines.DONE;
        }
    }

    /** {@code playlist export}. */
    @Command(name = "export", description = "Write a playlist as a new file; its ending tells the form.")
    static final class Export extends OnOne {

        @Spec
        private CommandSpec spec;

        @Parameters(index = "1", paramLabel = "FILE", description = "NAME.m3u8, NAME.pls or NAME.xspf.")
        private String file;

        Export(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            var format =
                    switch (ending) {
                        case "m3u8", "m3u" -> PlaylistFormat.M3U8;
                        case "pls" -> PlaylistFormat.PLS;
                        case "xspf" -> PlaylistFormat.XSPF;
                        default ->
                            throw new ParameterException(
                                    spec.commandLine(), "FILE ends in .m3u8, .pls or .xspf, not ." + ending + ".");
                    };
            Path path = session().directory().resolve(file).normalize();
            var playlist = playlist();
            String folder = path.getParent().toRealPath().toString().replace('\\', '/');
            byte[] bytes = await(core().playlists().exportFile(playlist.id(), format, folder));
            NamedFile.writeNew(path, bytes);
            return tell(playlist, path.toString());
        }
    }

    static boolean isId(String word) {
        return Ids.isId(PlaylistId.PREFIX, word);
    }
}
