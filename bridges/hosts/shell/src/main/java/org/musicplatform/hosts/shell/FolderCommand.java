package org.musicplatform.hosts.shell;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.musicplatform.core.api.library.Folder;
import org.musicplatform.core.api.library.FolderEntry;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceStatus;
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

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "Its path in its source or on disk, or its id, e.g. fo12.")
    private String folder;

    FolderCommand(Root root) {
        super(root);
    }

    @Override
    int execute() throws Exception {
        if (folder == null) {
            roots(await(core().library().folders(null, page.request())));
        } else {
            var found = FolderOption.find(this, folder);
            entries(await(core().library().entries(found.id(), page.request())));
        }
        return CommandLines.DONE;
    }

    private void roots(Page<Folder> roots) throws Exception {
        if (json()) {
            Json.print(session().out(), json -> json.folders(roots));
            return;
        }
        Map<SourceId, String> places = new HashMap<>();
        for (SourceStatus source : await(core().sources().list())) {
            places.put(source.account().id(), source.account().location());
        }
        var table = new Table();
        for (Folder root : roots.items()) {
            table.row(root.id(), places.getOrDefault(root.source(), root.name()), Lists.plural(root.files(), "file"));
        }
        table.print(session().out());
        Paging.tell(this, roots);
    }

    private void entries(Page<FolderEntry> entries) {
        if (json()) {
            Json.print(session().out(), json -> json.entries(entries));
            return;
        }
        var table = new Table();
        for (FolderEntry entry : entries.items()) {
            if (entry.folder() != null) {
                var below = entry.folder();
                table.row(below.id(), below.name() + "/", Lists.plural(below.files(), "file"));
            } else {
                file(table, entry.file());
            }
        }
        table.print(session().out());
        Paging.tell(this, entries);
    }

    private static void file(Table table, FolderEntry.File file) {
        var track = file.track();
        table.row(
                track == null ? file.id() : track.id(),
                file.name(),
                track == null ? file.state().name().toLowerCase(Locale.ROOT) : track.title());
    }
}
