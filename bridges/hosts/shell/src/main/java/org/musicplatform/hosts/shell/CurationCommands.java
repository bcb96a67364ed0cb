package org.musicplatform.hosts.shell;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.musicplatform.core.api.Ids;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.Decision;
import org.musicplatform.core.api.library.DecisionId;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.metadata.TagField;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands that show why the library is as it is, correct it, and take that back. */
final class CurationCommands {

    private CurationCommands() {}

    /** {@code explain ID}. */
    @Command(
            name = "explain",
            description = "Tell why a track (t42) has its files, album and fields, or why an album (al7) is one.")
    static final class Explain extends org.musicplatform.hosts.shell.Command {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "ID", description = "A track (t42) or an album (al7).")
        private String id;

        Explain(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var library = core().library();
            var explanation = await(
                    Ids.isId(AlbumId.PREFIX, id)
                            ? library.explain(AlbumId.parse(id))
                            : library.explain(TrackFiles.id(spec.commandLine(), id)));
            if (json()) {
                Json.print(session().out(), json -> json.explanation(explanation));
                return CommandLines.DONE;
            }
            session().out().println(explanation.id() + "  " + Text.line(explanation.title()));
            var table = new Table();
            explanation
                    .reasons()
                    .forEach(reason -> table.row(
                            "  " + reason.about().name().toLowerCase(Locale.ROOT), reason.subject(), reason.words()));
            table.print(session().out());
            return CommandLines.DONE;
        }
    }

    private static TagField field(CommandSpec spec, String name) {
        String plain = name.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(TagField.values())
                .filter(field -> field.name().equals(plain))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "'" + name + "' is no field. Some are: title, artist, album, album-artist, track-number,"
                                + " disc-number, date, genre, composer."));
    }

    private static void tell(org.musicplatform.hosts.shell.Command command, TrackDetails details, TagField field) {
        if (command.json()) {
            Json.print(command.session().out(), json -> json.details(details));
        } else if (!command.quiet()) {
            String values = details.fields().stream()
                    .filter(value -> value.field() == field)
                    .map(value -> String.join("; ", value.values()) + " ("
                            + value.origin().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")")
                    .findFirst()
                    .orElse("nothing");
            String name = field.name().toLowerCase(Locale.ROOT).replace('_', '-');
            command.session().out().println(details.track().id() + ": " + name + " is " + Text.line(values));
        }
    }

    /** {@code edit ID FIELD VALUE...}. */
    @Command(name = "edit", description = "Give a field of a track other values than its file has; the file stays.")
    static final class Edit extends org.musicplatform.hosts.shell.Command {

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "ID", description = "A track (t42).")
        private String id;

        @Parameters(index = "1", paramLabel = "FIELD", description = "title, artist, album, genre, date and so on.")
        private String field;

        @Parameters(index = "2..*", paramLabel = "VALUE", description = "Its values; none to have it empty.")
        private List<String> values = List.of();

        Edit(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var track = TrackFiles.id(spec.commandLine(), id);
            var which = field(spec, field);
            try {
                tell(this, await(core().library().edit(track, which, values)), which);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "That cannot be: " + e.getMessage() + ".", e);
            }
            return CommandLines.DONE;
        }
    }

    /** {@code revert ID FIELD}. */
    @Command(name = "revert", description = "Give a field of a track back what its file has.")
    static final class Revert extends org.musicplatform.hosts.shell.Command {

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "ID", description = "A track (t42).")
        private String id;

        @Parameters(index = "1", paramLabel = "FIELD", description = "title, artist, album, genre, date and so on.")
        private String field;

        Revert(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var which = field(spec, field);
            tell(this, await(core().library().revert(TrackFiles.id(spec.commandLine(), id), which)), which);
            return CommandLines.DONE;
        }
    }

    private static boolean all(List<String> ids, String prefix) {
        return ids.stream().allMatch(id -> Ids.isId(prefix, id));
    }

    private static <T> List<T> parsed(CommandSpec spec, List<String> ids, Function<String, T> parse) {
        if (new HashSet<>(ids).size() < ids.size()) {
            throw new ParameterException(spec.commandLine(), "Name each of them once.");
        }
        return ids.stream().map(parse).toList();
    }

    static void tell(org.musicplatform.hosts.shell.Command command, Decision decision) {
        if (command.json()) {
            Json.print(command.session().out(), json -> json.decision(decision));
        } else if (!command.quiet()) {
            command.session()
                    .out()
                    .println(Text.line(decision.words()) + " To take it back: music undo " + decision.id());
        }
    }

    /** {@code merge ID ID...}. */
    @Command(name = "merge", description = "Make several tracks or several albums one: the first of them.")
    static final class Merge extends org.musicplatform.hosts.shell.Command {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "ID", arity = "2..*", description = "Tracks (t42) or albums (al7).")
        private List<String> ids;

        Merge(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            if (all(ids, TrackId.PREFIX)) {
                tell(this, await(core().library().mergeTracks(parsed(spec, ids, TrackId::parse))));
            } else if (all(ids, AlbumId.PREFIX)) {
                tell(this, await(core().library().mergeAlbums(parsed(spec, ids, AlbumId::parse))));
            } else {
                throw new ParameterException(
                        spec.commandLine(), "Name tracks alone (t42 t43) or albums alone (al7 al8).");
            }
            return CommandLines.DONE;
        }
    }

    /** {@code split ID...}. */
    @Command(
            name = "split",
            description = "Make a file (f5) a track of its own, or tracks (t42) an album of their own.")
    static final class Split extends org.musicplatform.hosts.shell.Command {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "ID", arity = "1..*", description = "A file, as show prints it, or tracks.")
        private List<String> ids;

        Split(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            if (ids.size() == 1 && all(ids, FileId.PREFIX)) {
                tell(this, await(core().library().splitFile(FileId.parse(ids.get(0)))));
            } else if (all(ids, TrackId.PREFIX)) {
                tell(this, await(core().library().splitAlbum(parsed(spec, ids, TrackId::parse))));
            } else {
                throw new ParameterException(
                        spec.commandLine(), "Name one file (f5), or tracks of one album (t42 t43).");
            }
            return CommandLines.DONE;
        }
    }

    /** {@code undo [ID]}. */
    @Command(name = "undo", description = "Take a decision back: the latest, or the one that is named.")
    static final class Undo extends org.musicplatform.hosts.shell.Command {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "ID", arity = "0..1", description = "A decision (d3), as decisions lists them.")
        private String id;

        Undo(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            if (id != null && !Ids.isId(DecisionId.PREFIX, id)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "'" + id + "' is not the id of a decision (d3). To list them: music decisions");
            }
            var decision = id == null ? latest() : DecisionId.parse(id);
            var left = await(core().library().undo(decision));
            if (json()) {
                Json.print(session().out(), json -> json.field("decision", decision)
                        .strings("left", left));
                return CommandLines.DONE;
            }
            if (!quiet()) {
                session().out().println(decision + " was taken back.");
            }
            left.forEach(line -> session().out().println("  " + Text.line(line)));
            return CommandLines.DONE;
        }

        private DecisionId latest() throws Exception {
            var page = PageRequest.FIRST;
            while (true) {
                var decisions = await(core().library().decisions(page));
                for (Decision decision : decisions.items()) {
                    if (decision.undone() == null) {
                        return decision.id();
                    }
                }
                if (decisions.next() == null) {
                    throw new CommandFailedException("nothing-to-do", "There is nothing to take back.");
                }
                page = new PageRequest(page.limit(), decisions.next());
            }
        }
    }

    /** {@code decisions}. */
    @Command(name = "decisions", description = "List what was merged, split and kept apart, the latest first.")
    static final class Decisions extends org.musicplatform.hosts.shell.Command {

        @Mixin
        private PageOptions page;

        Decisions(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            var found = await(core().library().decisions(page.request()));
            if (json()) {
                Json.print(session().out(), json -> json.decisions(found));
                return CommandLines.DONE;
            }
            var table = new Table();
            found.items()
                    .forEach(decision -> table.row(
                            decision.id(),
                            decision.made(),
                            decision.words(),
                            decision.undone() == null ? null : "taken back"));
            table.print(session().out());
            if (found.next() != null && !quiet()) {
                session().err().println("More with: --after " + found.next());
            }
            return CommandLines.DONE;
        }
    }

    /** {@code purge --older-than DAYS}. */
    @Command(name = "purge", description = "Forget for good what has been missing for long. No file is touched.")
    static final class Purge extends org.musicplatform.hosts.shell.Command {

        private static final int LONGEST = 36_500;

        @Spec
        private CommandSpec spec;

        @Option(names = "--older-than", paramLabel = "DAYS", required = true, description = "Missing for so long.")
        private int days;

        @Option(
                names = "--also-said",
                description = "Also tracks that were rated, played, edited or put on a playlist.")
        private boolean alsoSaid;

        Purge(Root root) {
            super(root);
        }

        @Override
        int execute() throws Exception {
            if (days < 0 || days > LONGEST) {
                throw new ParameterException(spec.commandLine(), "DAYS is 0 to " + LONGEST + ", not " + days + ".");
            }
            var purged = await(core().library().purge(Duration.ofDays(days), alsoSaid));
            if (json()) {
                Json.print(session().out(), json -> json.field("files", purged.files())
                        .field("tracks", purged.tracks())
                        .field("albums", purged.albums())
                        .field("folders", purged.folders())
                        .field("kept", purged.kept())
                        .field("artists", purged.artists())
                        .field("genres", purged.genres()));
            } else if (!quiet()) {
                session()
                        .out()
                        .println("Forgotten: "
                                + List.of(
                                                Lists.plural(purged.files(), "file"),
                                                Lists.plural(purged.tracks(), "track"),
                                                Lists.plural(purged.albums(), "album"),
                                                Lists.plural(purged.folders(), "folder"),
                                                Lists.plural(purged.artists(), "artist"),
                                                Lists.plural(purged.genres(), "genre"))
                                        .stream()
                                        .collect(Collectors.joining(", "))
                                + ".");
                if (purged.kept() > 0) {
                    session()
                            .out()
                            .println(Lists.plural(purged.kept(), "track")
                                    + " with ratings, plays or playlists stay; --also-said forgets them too.");
                }
            }
            return CommandLines.DONE;
        }
    }
}
