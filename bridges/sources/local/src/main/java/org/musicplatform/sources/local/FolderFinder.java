package org.musicplatform.sources.local;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.musicplatform.sources.local.Folder.Entry;

/** Goes to one folder as a walk would, so that it is seen just as the walk sees it. */
final class FolderFinder {

    /**
     * A folder that was found.
     *
     * @param folder the folder, or null when a walk leaves it out
     * @param above keys of the folders around it
     */
    record Found(Folder folder, Set<Object> above) {}

    private final Folder root;
    private final Links.Source links;
    private final Skips skips;

    FolderFinder(Folder root, Links.Source links, Skips skips) {
        this.root = root;
        this.links = links;
        this.skips = skips;
    }

    /**
     * Finds a folder.
     *
     * @param path its path, by the names of its id
     * @throws NoSuchFileException when it is not there
     * @throws NotDirectoryException when it is no folder
     */
    Found find(Path path) throws IOException {
        Set<Object> above = new HashSet<>();
        var folder = root;
        for (int names = root.path().getNameCount(); names < path.getNameCount(); names++) {
            above.add(folder.facts().key());
            Path next = root.path().getRoot().resolve(path.subpath(0, names + 1));
            folder = next(folder, next);
            if (folder == null) {
                return new Found(null, above);
            }
        }
        return new Found(folder, above);
    }

    private Folder next(Folder in, Path path) throws IOException {
        var said = IgnoreFiles.read(in, null, skips);
        var name = RawPaths.name(path);
        var entry = new Entry(path, name.raw(), name.shown(), FileFacts.of(path));
        var facts = entry.facts();
        Path real = in.realOf(entry);
        if (facts.kind() == FileFacts.Kind.LINK) {
            var target = links.get().follow(path);
            if (target == null) {
                return null;
            }
            facts = target.facts();
            real = target.real();
        }
        if (facts.kind() != FileFacts.Kind.FOLDER) {
            throw new NotDirectoryException(path.toString());
        }
        var folder = in.inside(entry, facts, real, said.rules());
        boolean left = said.all()
                || !FolderContent.isWanted(in, said.rules(), entry, facts)
                || real != null
                        && (links.get().isWalkedAnyway(real) || !links.get().isTheWay(folder));
        return left ? null : folder;
    }
}
