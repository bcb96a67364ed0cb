package org.musicplatform.hosts.shell;

import java.util.List;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.Ids;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.library.TrackId;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The files of a track that a command asks for what they hold. */
final class TrackFiles {

    private TrackFiles() {}

    /** Reads the id of a track as a person wrote it. */
    static TrackId id(CommandLine command, String id) {
        if (!Ids.isId(TrackId.PREFIX, id)) {
            throw new ParameterException(
                    command,
                    "'" + id + "' is not the id of a track: they look like t42. To find one: music search " + id);
        }
        return TrackId.parse(id);
    }

    static List<TrackFile> of(CoreService core, CommandLine command, String id) throws Exception {
        var details = Command.await(core.library().track(id(command, id)));
        var present = details.files().stream()
                .filter(file -> file.state() != FileState.MISSING)
                .toList();
        if (present.isEmpty()) {
            throw new CommandFailedException(
                    "no-file", "The files of " + id + " are missing. Index their folder again.");
        }
        return present;
    }
}
