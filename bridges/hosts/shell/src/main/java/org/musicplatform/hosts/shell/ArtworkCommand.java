package org.musicplatform.hosts.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.musicplatform.core.api.library.ArtworkKind;
import org.musicplatform.core.api.library.ArtworkSource;
import org.musicplatform.core.api.library.ArtworkSubject;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.StoredArtwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code artwork ID}. */
@Command(
        name = "artwork",
        description =
                "List the pictures of a track, an album, an artist or a playlist, best first: yours, then those in"
                        + " files, in folders, and of services. Save one, or choose your own cover.")
final class ArtworkCommand extends org.musicplatform.hosts.shell.Command {

    private static final int LARGEST = 16; // MiB

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ID", description = "t42, al7, ar3 or pl5, as lists and search print it.")
    private String id;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "Save the best one, or the one that --number says, as this new file.")
    private String output;

    @Option(names = "--number", paramLabel = "N", description = "Which picture to save, as the list numbers them.")
    private Integer number;

    @Option(names = "--set", paramLabel = "FILE", description = "Have this picture as the cover, before all others.")
    private String chosen;

    @Option(names = "--clear", description = "Forget the cover that --set chose.")
    private boolean clear;

    ArtworkCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        if (Stream.of(output != null, chosen != null, clear)
                                .filter(given -> given)
                                .count()
                        > 1
                || number != null && output == null) {
            throw new ParameterException(
                    spec.commandLine(), "One of FILE, --set and --clear can be given, and --number with FILE.");
        }
        var of = subject();
        if (chosen != null) {
            return set(of);
        }
        return clear ? clear(of) : look(of);
    }

    private ArtworkSubject subject() {
        try {
            return ArtworkSubject.parse(id);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + id + "' is not an id: they look like t42, al7, ar3 or pl5. To look for a text: music search "
                            + id);
        }
    }

    private int set(ArtworkSubject of) throws Exception {
        byte[] bytes = NamedFile.read(session(), chosen, LARGEST);
        StoredArtwork stored;
        try {
            stored = await(core().artwork().putArtwork(of, ArtworkSource.user(ArtworkKind.FRONT), bytes));
        } catch (LibraryException e) {
            boolean bad = e.code().equals(LibraryException.BAD_ARTWORK);
            throw bad ? new CommandFailedException(e.code(), chosen + " cannot be a cover. " + e.getMessage()) : e;
        }
        if (json()) {
            Json.print(session().out(), json -> json.picture(stored));
        } else if (!quiet()) {
            session().out().println(of + ": " + facts(stored));
        }
        return CommandLines.DONE;
    }

    private int clear(ArtworkSubject of) throws Exception {
        if (!await(core().artwork().forgetArtwork(of, ArtworkKind.FRONT, StoredArtwork.USER))) {
            throw new CommandFailedException("nothing-to-do", "You have chosen no cover for " + of + ".");
        }
        if (json()) {
            Json.print(session().out(), json -> json.field("cleared", of));
        } else if (!quiet()) {
            session().out().println(of + ": the cover that you chose is forgotten.");
        }
        return CommandLines.DONE;
    }

    private int look(ArtworkSubject of) throws Exception {
        var pictures = await(core().artworkFinder().find(of));
        if (pictures.isEmpty()) {
            throw new CommandFailedException(
                    "no-artwork",
                    "There is no picture of " + of
                            + ": none in its files, none in their folder that is named as a cover"
                            + " or the like, and none that you chose (--set FILE).");
        }
        return output == null ? list(pictures) : save(of, pictures);
    }

    private int list(List<StoredArtwork> pictures) {
        if (json()) {
            Json.print(session().out(), json -> json.pictures(pictures));
            return CommandLines.DONE;
        }
        var table = new Table();
        for (int i = 0; i < pictures.size(); i++) {
            var picture = pictures.get(i);
            table.row(
                    i + 1,
                    kind(picture),
                    picture.mediaType(),
                    pixels(picture),
                    String.format("%,d bytes", picture.size()),
                    Text.line(picture.use().origin()) + (picture.use().ofAlbum() ? ", of the album" : ""));
        }
        table.print(session().out());
        return CommandLines.DONE;
    }

    private static String kind(StoredArtwork picture) {
        return picture.use().kind().name().toLowerCase(Locale.ROOT);
    }

    private static String pixels(StoredArtwork picture) {
        return picture.width() == null || picture.height() == null ? "" : picture.width() + " x " + picture.height();
    }

    private static String facts(StoredArtwork picture) {
        String pixels = pixels(picture);
        return picture.mediaType()
                + (pixels.isEmpty() ? "" : ", " + pixels)
                + String.format(", %,d bytes", picture.size());
    }

    private int save(ArtworkSubject of, List<StoredArtwork> pictures) throws Exception {
        int index = number == null ? 0 : number - 1;
        if (index < 0 || index >= pictures.size()) {
            throw new CommandFailedException(
                    "no-artwork", "There is no picture " + number + "; " + of + " has " + pictures.size() + ".");
        }
        var picture = pictures.get(index);
        byte[] bytes = await(core().artwork().readArtwork(picture.hash()));
        Path path = session().directory().resolve(output).normalize();
        NamedFile.writeNew(path, bytes);
        if (json()) {
            Json.print(session().out(), json -> {
                json.field("file", path);
                json.picture(picture);
            });
        } else if (!quiet()) {
            session().out().println(path + ": " + facts(picture));
        }
        return CommandLines.DONE;
    }
}
