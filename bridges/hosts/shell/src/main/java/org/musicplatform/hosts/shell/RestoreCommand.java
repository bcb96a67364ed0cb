package org.musicplatform.hosts.shell;

import org.musicplatform.core.api.library.LibraryReplacement;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code restore FILE}, {@code restore --salvage}, {@code restore --new}. */
@Command(
        name = "restore",
        description =
                "Put a backup in the place of the library, or what can be read of a damaged one, or a new one; the"
                        + " library before is kept aside.")
final class RestoreCommand extends org.musicplatform.hosts.shell.Command {

    @ArgGroup(multiplicity = "1")
    private Way way;

    /** What takes its place. */
    private static final class Way {
        @Parameters(paramLabel = "FILE", description = "A copy that backup made.")
        private String file;

        @Option(names = "--salvage", description = "A new library with all that can be read of the damaged one.")
        private boolean salvage;

        @Option(names = "--new", description = "An empty library.")
        private boolean anew;
    }

    RestoreCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var library = core().library();
        LibraryReplacement replaced;
        if (way.salvage) {
            replaced = await(library.salvage());
        } else if (way.anew) {
            replaced = await(library.beginAnew());
        } else {
            replaced = await(
                    library.restore(session().directory().resolve(way.file).normalize()));
        }
        if (json()) {
            Json.print(session().out(), json -> json.field("aside", replaced.aside())
                    .strings("notes", replaced.notes()));
        } else if (!quiet()) {
            var out = session().out();
            replaced.notes().forEach(note -> out.println(Text.line(note)));
            out.println(
                    replaced.aside() == null
                            ? "Done."
                            : "Done. The library before is now " + Text.line(replaced.aside()) + ".");
        }
        return CommandLines.DONE;
    }
}
