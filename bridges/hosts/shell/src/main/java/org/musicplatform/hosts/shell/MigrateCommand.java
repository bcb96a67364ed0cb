package org.musicplatform.hosts.shell;

import org.musicplatform.core.api.library.LibraryMigration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code migrate}. */
@Command(
        name = "migrate",
        description = "Bring a library of an older version to the tables of this one; a copy of it is kept beside it.")
final class MigrateCommand extends org.musicplatform.hosts.shell.Command {

    @Option(names = "--dry-run", description = "Try it on a copy, and leave the library untouched.")
    private boolean dryRun;

    MigrateCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var migration = await(core().library().migrate(dryRun));
        if (json()) {
            Json.print(session().out(), json -> json.migration(migration));
        } else {
            print(migration);
        }
        return migration.findings().isEmpty() ? CommandLines.DONE : CommandLines.FAILED;
    }

    private void print(LibraryMigration migration) {
        var out = session().out();
        if (!quiet() && migration.steps().isEmpty()) {
            out.println("The library has the tables of this version (schema " + migration.to() + ").");
        } else if (!quiet()) {
            out.println((migration.dryRun() ? "On a copy, from" : "From") + " schema " + migration.from() + " to "
                    + migration.to() + ":");
            for (int i = 0; i < migration.steps().size(); i++) {
                out.println("  " + (migration.from() + i + 1) + "  "
                        + Text.line(migration.steps().get(i)));
            }
            if (migration.safetyCopy() != null) {
                out.println("As it was before, it is kept in " + Text.line(migration.safetyCopy()) + ".");
            }
        }
        migration.findings().forEach(finding -> out.println(Text.line(finding)));
    }
}
