package org.musicplatform.hosts.shell;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code forget DIR}. */
@Command(name = "forget", description = "Forget a folder. Nothing is deleted where the music lies.")
final class ForgetCommand extends org.musicplatform.hosts.shell.Command {

    @Parameters(paramLabel = "DIR", description = "A folder, or the id of a source, as sources lists them.")
    private String folder;

    ForgetCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var source = await(core().sources().list()).stream()
                .filter(s -> isMeant(s))
                .findFirst()
                .orElseThrow(() -> new SourceException(
                        SourceException.NOT_FOUND,
                        folder + " is not a known folder. music sources lists those that are."));
        await(core().sources().forget(source.account().id()));
        if (!quiet() && !json()) {
            session().out().println("Forgotten: " + Text.line(source.account().location()));
        }
        if (json()) {
            Json.print(session().out(), json -> json.forgotten(source.account()));
        }
        return CommandLines.DONE;
    }

    private boolean isMeant(SourceStatus source) {
        String location = source.account().location();
        return folder.equals(source.account().id().toString()) || folder.equals(location) || path().equals(location);
    }

    private String path() {
        String text = folder.startsWith("~") ? System.getProperty("user.home") + folder.substring(1) : folder;
        try {
            Path path = session().directory().resolve(text).normalize();
            try {
                return path.toRealPath().toString();
            } catch (IOException gone) {
                return path.toString(); // a folder may be forgotten after it is gone
            }
        } catch (InvalidPathException e) {
            return text;
        }
    }
}
