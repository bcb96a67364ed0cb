package org.musicplatform.hosts.shell;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceStatus;

/** Finds a source as a person names it: by its id, or by the folder. */
final class KnownSource {

    private KnownSource() {}

    static SourceAccount find(Command command, String named) throws Exception {
        String path = path(command, named);
        return Command.await(command.core().sources().list()).stream()
                .map(SourceStatus::account)
                .filter(account -> named.equals(account.id().toString())
                        || named.equals(account.location())
                        || path.equals(account.location()))
                .findFirst()
                .orElseThrow(() -> new SourceException(
                        SourceException.NOT_FOUND,
                        named + " is not a known folder. music sources lists those that are."));
    }

    private static String path(Command command, String named) {
        String text = named.startsWith("~") ? System.getProperty("user.home") + named.substring(1) : named;
        try {
            Path path = command.session().directory().resolve(text).normalize();
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
