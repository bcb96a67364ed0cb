package org.musicplatform.hosts.shell;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code refresh SOURCE [FOLDER]}. */
@Command(name = "refresh", description = "Look at a source now, or at one folder of it ahead of all else.")
final class RefreshCommand extends org.musicplatform.hosts.shell.Command {

    @Parameters(index = "0", paramLabel = "SOURCE", description = "Its id (s1) or its folder.")
    private String source;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "A folder in it, as show prints it, without those below it.")
    private String folder;

    RefreshCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        var account = KnownSource.find(this, source);
        var job = await(core().sync().refresh(account.id(), folder));
        return JobReport.await(this, job, false); // it may be one that others started
    }
}
