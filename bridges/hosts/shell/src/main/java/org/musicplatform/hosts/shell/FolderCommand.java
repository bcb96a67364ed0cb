package org.musicplatform.hosts.shell;

import java.util.Locale;
import org.musicplatform.core.api.library.Folder;
import org.musicplatform.core.api.library.FolderEntry;
import org.musicplatform.core.api.library.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code folder}. */
@Command(
        name = "folder",
        description = "Browse by folder: what is in one, also files whose tags are not read yet. Alone: the sources.")
final class FolderCommand extends org.musicplatform.hosts.shell.Command {

    @Mixin
    private PageOptions page;

    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Its path, or its id, e.g. fo12.")
    private String folder;

    FolderCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        if (folder == null) {
            var roots = await(core().library().folders(null, page.request()));
            if (json()) {
                Json.print(session().out(), json -> json.folders(roots));
            } else {
                var table = new Table();
                for (var source : await(core().sources().list())) {
                    roots.items().stream()
                            .filter(root ->
                                    root.source().equals(source.account().id()))
                            .forEach(root -> row(table, root, source.account().location()));
                }
                table.print(session().out());
            }
            return CommandLines.DONE;
        }
        var entries =
                await(core().library().entries(FolderOption.find(core(), folder).id(), page.request()));
        if (json()) {
            Json.print(session().out(), json -> json.entries(entries));
        } else {
            print(entries);
            Paging.tell(this, entries);
        }
        return CommandLines.DONE;
    }

    private void print(Page<FolderEntry> entries) {
        var table = new Table();
        for (FolderEntry entry : entries.items()) {
            if (entry.folder() != null) {
                row(table, entry.folder(), entry.folder().name() + "/");
            } else {
                var file = entry.file();
                table.row(
                        file.track() == null ? "" : file.track().id(),
                        file.name(),
                        file.track() == null
                                ? file.state().name().toLowerCase(Locale.ROOT)
                                : file.track().title());
            }
        }
        table.print(session().out());
    }

    private static void row(Table table, Folder folder, String name) {
        table.row(folder.id(), name, Lists.plural(folder.files(), "file"));
    }
}
