package org.musicplatform.hosts.shell;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.metadata.Picture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code artwork ID}. */
@Command(name = "artwork", description = "List the pictures that the file of a track holds, or save one of them.")
final class ArtworkCommand extends org.musicplatform.hosts.shell.Command {

    private static final int FRONT_COVER = 3;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "A track, as lists and search print it (t42).")
    private String id;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Save the front cover, or the picture that --number says, as this new file.")
    private Path output;

    @Option(names = "--number", paramLabel = "N", description = "Which picture, as the list numbers them.")
    private Integer number;

    ArtworkCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        for (TrackFile file : TrackFiles.of(core(), spec.commandLine(), id)) {
            var pictures = await(core().metadata().readTags(file.file())).pictures();
            if (!pictures.isEmpty()) {
                return output == null ? list(pictures) : save(file, pictures);
            }
        }
        throw new CommandFailedException("no-artwork", "The file of " + id + " holds no picture.");
    }

    private int list(List<Picture> pictures) {
        if (json()) {
            Json.print(session().out(), json -> json.pictures(pictures));
            return CommandLines.DONE;
        }
        var table = new Table();
        for (int i = 0; i < pictures.size(); i++) {
            var picture = pictures.get(i);
            String size = picture.width() == 0 ? "" : picture.width() + " x " + picture.height();
            table.row(
                    i + 1,
                    picture.type() == FRONT_COVER ? "front cover" : "type " + picture.type(),
                    picture.mediaType(),
                    size,
                    String.format("%,d bytes", picture.size()),
                    Text.line(picture.description()));
        }
        table.print(session().out());
        return CommandLines.DONE;
    }

    private int save(TrackFile file, List<Picture> pictures) throws Exception {
        int index = number == null ? front(pictures) : number - 1;
        if (index < 0 || index >= pictures.size()) {
            throw new CommandFailedException(
                    "no-artwork",
                    "There is no picture " + number + "; the file of " + id + " holds " + pictures.size() + ".");
        }
        byte[] bytes = await(core().metadata().readPicture(file.file(), index));
        try {
            Files.write(output, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailedException("file-exists", output + " exists already; name a new file.");
        }
        if (!quiet()) {
            session().out().println(output + ": " + pictures.get(index).mediaType() + ", " + bytes.length + " bytes");
        }
        return CommandLines.DONE;
    }

    private static int front(List<Picture> pictures) {
        return IntStream.range(0, pictures.size())
                .filter(i -> pictures.get(i).type() == FRONT_COVER)
                .findFirst()
                .orElse(0);
    }
}
