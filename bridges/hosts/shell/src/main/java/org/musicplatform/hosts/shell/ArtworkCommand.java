package org.musicplatform.hosts.shell;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code artwork ID}. */
@Command(
        name = "artwork",
        description = "List the pictures of a track, in its file and in its folder, or save one of them.")
final class ArtworkCommand extends org.musicplatform.hosts.shell.Command {

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
        var pictures = TrackPicture.of(core(), TrackFiles.of(core(), spec.commandLine(), id));
        if (pictures.isEmpty()) {
            throw new CommandFailedException(
                    "no-artwork", "The file of " + id + " holds no picture, and its folder has no cover or the like.");
        }
        return output == null ? list(pictures) : save(pictures);
    }

    private int list(List<TrackPicture> pictures) {
        if (json()) {
            Json.print(session().out(), json -> json.pictures(pictures));
            return CommandLines.DONE;
        }
        var table = new Table();
        for (int i = 0; i < pictures.size(); i++) {
            var picture = pictures.get(i).picture();
            String size = picture.width() == 0 ? "" : picture.width() + " x " + picture.height();
            table.row(
                    i + 1,
                    pictures.get(i).isFrontCover() ? "front cover" : "type " + picture.type(),
                    picture.mediaType(),
                    size,
                    String.format("%,d bytes", picture.size()),
                    Text.line(picture.description()),
                    Text.line(pictures.get(i).origin()));
        }
        table.print(session().out());
        return CommandLines.DONE;
    }

    private int save(List<TrackPicture> pictures) throws Exception {
        int index = number == null ? front(pictures) : number - 1;
        if (index < 0 || index >= pictures.size()) {
            throw new CommandFailedException(
                    "no-artwork", "There is no picture " + number + "; " + id + " has " + pictures.size() + ".");
        }
        byte[] bytes = pictures.get(index).bytes().read();
        try {
            Files.write(output, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailedException("file-exists", output + " exists already; name a new file.");
        }
        if (!quiet()) {
            session()
                    .out()
                    .println(
                            output + ": " + pictures.get(index).picture().mediaType() + ", " + bytes.length + " bytes");
        }
        return CommandLines.DONE;
    }

    private static int front(List<TrackPicture> pictures) {
        return IntStream.range(0, pictures.size())
                .filter(i -> pictures.get(i).isFrontCover())
                .findFirst()
                .orElse(0);
    }
}
