package org.musicplatform.sources.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.spi.FolderSession;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.LocalStorageSession;
import org.musicplatform.core.api.source.spi.Watch;
import org.musicplatform.core.api.source.spi.WatchingSession;

/** One folder. Holds nothing open, so that a drive can be taken out and come back under it. */
final class LocalSession implements LocalStorageSession, FolderSession, WatchingSession {

    private final LocalRoot root;
    private final Surroundings surroundings;
    private final Walks walks;

    LocalSession(LocalRoot root, Surroundings surroundings) {
        this.root = root;
        this.surroundings = surroundings;
        this.walks = new Walks(root);
    }

    @Override
    public SourceTraits traits(SourceTraits declared) throws IOException {
        root.require();
        return LocalTraits.of(root, surroundings.mounts(), declared);
    }

    @Override
    public String identity() {
        root.require();
        return surroundings.mounts().identity(root.raw());
    }

    @Override
    public Listing list() throws IOException {
        var facts = root.require();
        var skips = new Skips(root.shown());
        return listing(walks.whole(facts, skips, folder -> {}), skips, facts, false);
    }

    @Override
    public Listing listBelow(String folderId) throws IOException {
        if (folderId.isEmpty()) {
            return list();
        }
        var facts = root.require();
        var skips = new Skips(root.shown());
        var found = walks.find(folderId, facts, skips);
        Visits below = found.folder() == null ? () -> null : walks.from(found, facts, skips, folder -> {});
        return listing(below, skips, facts, false);
    }

    @Override
    public Listing listFolder(String folderId) throws IOException {
        var facts = root.require();
        var skips = new Skips(root.shown());
        var found = walks.find(folderId, facts, skips);
        Visits here = found.folder() == null ? () -> null : walks.from(found, facts, skips, folder -> {})::here;
        return listing(here, skips, facts, true);
    }

    private Listing listing(Visits visits, Skips skips, FileFacts facts, boolean withFolders) {
        return new LocalListing(visits, skips, facts.device(), withFolders, () -> root.requireSame(facts));
    }

    @Override
    public Watch watch() throws IOException {
        var facts = root.require();
        return LocalWatch.begin(
                walks, facts, surroundings, surroundings.settings().get());
    }

    @Override
    public Path path(String itemId) throws IOException {
        Path path;
        FileFacts.Kind kind;
        try {
            path = root.inside(itemId);
            if (Files.isRegularFile(path)) {
                return path;
            }
            kind = FileFacts.following(path).kind(); // or throws what is in the way
        } catch (IllegalArgumentException e) {
            throw notFound(itemId, e);
        } catch (NoSuchFileException e) {
            root.require();
            throw notFound(itemId, e);
        } catch (AccessDeniedException e) {
            throw denied(itemId, e);
        } catch (IOException e) {
            root.require();
            throw e;
        }
        // opening a pipe or a device would wait for ever
        if (kind != FileFacts.Kind.FILE) {
            throw notFound(itemId, null);
        }
        return path;
    }

    @Override
    public InputStream read(String itemId, long offset, long length) throws IOException {
        Path path = path(itemId);
        try {
            return new FileRange(FileChannel.open(path, StandardOpenOption.READ), offset, length);
        } catch (NoSuchFileException e) {
            throw notFound(itemId, e);
        } catch (AccessDeniedException e) {
            throw denied(itemId, e);
        }
    }

    @Override
    public void close() {
        // nothing is held open
    }

    private SourceException notFound(String itemId, Exception cause) {
        return new SourceException(
                SourceException.NOT_FOUND,
                "There is no file " + LocalRoot.readable(itemId) + " in " + root.shown() + ". Index the source again.",
                cause);
    }

    private SourceException denied(String itemId, Exception cause) {
        return new SourceException(
                SourceException.ACCESS_DENIED,
                "The file " + LocalRoot.readable(itemId) + " in " + root.shown()
                        + " may not be read. Change its permissions.",
                cause);
    }
}
