package org.musicplatform.hosts.shell;

import org.musicplatform.core.api.Ids;
import org.musicplatform.core.api.library.Folder;
import org.musicplatform.core.api.library.FolderId;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceStatus;

/**
 * Finds a folder as a person names it: by its id ({@code fo12}), by its path within a source, or with the place of the
 * source before that.
 */
final class FolderOption {

    private FolderOption() {}

    static Folder find(Command command, String named) throws Exception {
        var library = command.core().library();
        if (Ids.isId(FolderId.PREFIX, named)) {
            return Command.await(library.folder(FolderId.parse(named)));
        }
        for (SourceStatus source : Command.await(command.core().sources().list())) {
            try {
                return Command.await(library.folder(source.account().id(), path(source.account(), named)));
            } catch (LibraryException e) {
                if (!e.code().equals(LibraryException.NOT_FOUND)) {
                    throw e;
                }
            }
        }
        throw new CommandFailedException(
                "not-found", "There is no folder " + named + " in the library. music folder lists where to begin.");
    }

    private static String path(SourceAccount source, String named) {
        String place = source.location().replace('\\', '/').replaceAll("/+$", "") + "/";
        String path = named.replaceAll("/+$", "");
        String full = path.replace('\\', '/') + "/";
        return full.startsWith(place) ? full.substring(place.length()).replaceAll("/$", "") : path;
    }
}
