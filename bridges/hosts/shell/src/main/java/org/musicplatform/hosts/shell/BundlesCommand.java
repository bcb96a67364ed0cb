package org.musicplatform.hosts.shell;

import picocli.CommandLine.Command;

/** {@code bundles}. */
@Command(name = "bundles", description = "List what is installed, and from where.")
final class BundlesCommand extends org.musicplatform.hosts.shell.Command {

    BundlesCommand(Root root) {
        super(root);
    }

    @Override
    int execute() {
        var bundles = core().bundles();
        if (json()) {
            Json.print(session().out(), json -> json.bundles(bundles));
            return CommandLines.DONE;
        }
        var table = new Table();
        bundles.forEach(b -> table.row(b.state(), b.symbolicName(), b.version(), b.location()));
        table.print(session().out());
        return CommandLines.DONE;
    }
}
