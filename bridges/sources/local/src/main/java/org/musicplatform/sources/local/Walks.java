package org.musicplatform.sources.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Set;
import java.util.function.Consumer;
import org.musicplatform.core.api.source.SourceException;

/** Begins walks below a root, all of which see the same. Thread-safe. */
final class Walks {

    private final LocalRoot root;
    private volatile Links links; // as the last whole walk decided about them, null before

    Walks(LocalRoot root) {
        this.root = root;
    }

    LocalRoot root() {
        return root;
    }

    private Folder start(FileFacts rootFacts) {
        return new Folder(root.path(), rootFacts, "", "", null, null);
    }

    /**
     * Begins a walk through everything.
     *
     * @param rootFacts what the root is; a walk ends when it becomes another
     * @param entering told of each folder before it is read
     */
    Walk whole(FileFacts rootFacts, Skips skips, Consumer<Folder> entering) throws IOException {
        var followed = new Links(root.path().toRealPath());
        return new Walk(
                start(rootFacts),
                Set.of(),
                () -> followed,
                skips,
                () -> root.requireSame(rootFacts),
                entering,
                () -> links = followed);
    }

    /** Begins a walk through a part; the parameters as for the whole. */
    Walk from(FolderFinder.Found found, FileFacts rootFacts, Skips skips, Consumer<Folder> entering) {
        return new Walk(
                found.folder(),
                found.above(),
                () -> allLinks(rootFacts),
                skips,
                () -> root.requireSame(rootFacts),
                entering,
                () -> {});
    }

    /** Returns the links as a whole walk decides about them: one is done for it when none was. */
    private Links allLinks(FileFacts rootFacts) throws IOException {
        if (links == null) {
            var walk = whole(rootFacts, new Skips(root.shown()), folder -> {});
            while (walk.next() != null) {
                // only the way counts
            }
        }
        return links;
    }

    /**
     * Finds a folder.
     *
     * @return where it is, without a folder when walks leave it out
     * @throws SourceException when it is not there, or the root is not
     */
    FolderFinder.Found find(String folderId, FileFacts rootFacts, Skips skips) throws IOException {
        try {
            return new FolderFinder(start(rootFacts), () -> allLinks(rootFacts), skips).find(root.folder(folderId));
        } catch (NoSuchFileException | NotDirectoryException e) {
            root.requireSame(rootFacts);
            throw notFound(folderId, e);
        } catch (IllegalArgumentException e) {
            throw notFound(folderId, e);
        } catch (AccessDeniedException e) {
            throw new SourceException(
                    SourceException.ACCESS_DENIED,
                    "The folder " + LocalRoot.readable(folderId) + " in " + root.shown()
                            + " may not be read. Change its permissions.",
                    e);
        }
    }

    private SourceException notFound(String folderId, Exception cause) {
        return new SourceException(
                SourceException.NOT_FOUND,
                "There is no folder " + LocalRoot.readable(folderId) + " in " + root.shown()
                        + ". Index the source again.",
                cause);
    }
}
