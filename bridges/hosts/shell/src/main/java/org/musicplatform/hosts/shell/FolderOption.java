package org.musicplatform.hosts.shell;

import java.util.concurrent.CompletionException;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.library.Folder;
import org.musicplatform.core.api.library.FolderId;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.source.SourceStatus;

/** Finds a folder by its id ({@code fo12}) or by its path: within a source, or with the place of the source before it. */
final class FolderOption {

    private FolderOption() {}

    static Folder find(CoreService core, String text) {
        try {
            return core.library().folder(FolderId.parse(text)).join();
        } catch (IllegalArgumentException noId) {
            return byPath(core, text);
        }
    }

    private static Folder byPath(CoreService core, String text) {
        LibraryException last = null;
        for (SourceStatus source : core.sources().list().join()) {
            String place = source.account().location();
            String path =
                    text.equals(place) ? "" : text.startsWith(place + "/") ? text.substring(place.length() + 1) : text;
            try {
                return core.library()
                        .folder(source.account().id(), path.replaceAll("/+$", ""))
                        .join();
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof LibraryException failed)
                        || !failed.code().equals(LibraryException.NOT_FOUND)) {
                    throw e;
                }
                last = failed;
            }
        }
        if (last != null) {
            throw last;
        }
        throw new LibraryException(
                LibraryException.NOT_FOUND, false, "There is no folder " + text + ": no source is known yet.", null);
    }
}
