package org.musicplatform.sources.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.spi.FolderSession;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.LocalStorageSession;

/** One folder. Holds nothing open, so that a drive can be taken out and come back under it. */
final class LocalSession implements LocalStorageSession, FolderSession {

    private final Path root;
    private final String rawRoot;
    private final String shown;
    private volatile Links links; // as the last whole walk decided about them, null before

    LocalSession(Path root) {
        this.root = root;
        this.rawRoot = RawPaths.encode(root);
        this.shown = rawRoot.isEmpty() ? root.toString() : RawPaths.show(rawRoot);
    }

    /** Looks whether the folder is there and may be read. */
    FileFacts requireRoot() {
        try {
            var facts = FileFacts.following(root);
            if (facts.kind() == FileFacts.Kind.FOLDER) {
                Files.newDirectoryStream(root).close();
                return facts;
            }
        } catch (AccessDeniedException e) {
            throw new SourceException(
                    SourceException.UNAVAILABLE,
                    "The folder " + shown + " may not be read. Change its permissions, or start as another user.",
                    e);
        } catch (IOException e) {
            throw gone(e);
        }
        throw gone(null);
    }

    private SourceException gone(IOException cause) {
        return new SourceException(
                SourceException.UNAVAILABLE,
                "The folder " + shown
                        + " is not there. Connect its drive, or forget the source if it is gone for good.",
                cause);
    }

    /** Looks whether the folder is still the one that a walk began with: an unmounted drive leaves an empty one behind. */
    void requireSameRoot(FileFacts before) {
        Object now = requireRoot().key();
        if (before.key() != null && !before.key().equals(now)) {
            throw gone(null);
        }
    }

    private static Folder folder(Path root, FileFacts facts) {
        return new Folder(root, facts, "", "", null, null);
    }

    @Override
    public Listing list() throws IOException {
        var facts = requireRoot();
        var followed = new Links(root.toRealPath());
        var skips = new Skips(shown);
        var walk = walk(new FolderFinder.Found(folder(root, facts), Set.of()), () -> followed, skips, facts);
        return listing(walk, skips, facts, false, () -> links = followed);
    }

    @Override
    public Listing listBelow(String folderId) throws IOException {
        if (folderId.isEmpty()) {
            return list();
        }
        var facts = requireRoot();
        var skips = new Skips(shown);
        var found = find(folderId, facts, skips);
        Visits below = found.folder() == null ? () -> null : walk(found, () -> allLinks(facts), skips, facts);
        return listing(below, skips, facts, false, () -> {});
    }

    @Override
    public Listing listFolder(String folderId) throws IOException {
        var facts = requireRoot();
        var skips = new Skips(shown);
        var found = find(folderId, facts, skips);
        Visits here = found.folder() == null ? () -> null : walk(found, () -> allLinks(facts), skips, facts)::here;
        return listing(here, skips, facts, true, () -> {});
    }

    private Walk walk(FolderFinder.Found from, Links.Source followed, Skips skips, FileFacts facts) {
        return new Walk(from.folder(), from.above(), followed, skips, () -> requireSameRoot(facts), folder -> {});
    }

    private Listing listing(Visits visits, Skips skips, FileFacts facts, boolean withFolders, Runnable ended) {
        return new LocalListing(visits, skips, facts.device(), withFolders, () -> requireSameRoot(facts), ended);
    }

    /** Returns the links as a whole walk decides about them: one is done for it when none was. */
    private Links allLinks(FileFacts facts) throws IOException {
        var known = links;
        if (known == null) {
            var followed = new Links(root.toRealPath());
            var walk = walk(
                    new FolderFinder.Found(folder(root, facts), Set.of()), () -> followed, new Skips(shown), facts);
            while (walk.next() != null) {
                // only the way counts
            }
            links = known = followed;
        }
        return known;
    }

    private FolderFinder.Found find(String folderId, FileFacts facts, Skips skips) throws IOException {
        var start = folder(root, facts);
        if (folderId.isEmpty()) {
            return new FolderFinder.Found(start, Set.of());
        }
        if (!folderId.endsWith("/")) {
            throw noFolder(folderId, null);
        }
        Path path;
        try {
            path = inside(folderId.substring(0, folderId.length() - 1));
        } catch (SourceException e) {
            throw noFolder(folderId, e);
        }
        try {
            return new FolderFinder(start, () -> allLinks(facts), skips).find(path);
        } catch (NoSuchFileException | NotDirectoryException e) {
            requireSameRoot(facts);
            throw noFolder(folderId, e);
        } catch (AccessDeniedException e) {
            throw new SourceException(
                    SourceException.ACCESS_DENIED,
                    "The folder " + readable(folderId) + " in " + shown + " may not be read. Change its permissions.",
                    e);
        }
    }

    private SourceException noFolder(String folderId, Exception cause) {
        return new SourceException(
                SourceException.NOT_FOUND,
                "There is no folder " + readable(folderId) + " in " + shown + ". Index the source again.",
                cause);
    }

    @Override
    public Path path(String itemId) throws IOException {
        Path path = inside(itemId);
        FileFacts.Kind kind;
        try {
            kind = FileFacts.following(path).kind();
        } catch (NoSuchFileException e) {
            requireRoot();
            throw notFound(itemId, e);
        } catch (AccessDeniedException e) {
            throw denied(itemId, e);
        } catch (IOException e) {
            requireRoot();
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

    /** Returns the path of an id that stays below the root by its names; links below the root may lead out of it. */
    private Path inside(String itemId) {
        String[] names = itemId.split("/", -1);
        try {
            for (String name : names) {
                requirePlainName(name);
            }
            Path path = RawPaths.decode(rawRoot + "/" + itemId);
            // on a system with another separator a name may still hold several
            if (path.startsWith(root) && path.getNameCount() == root.getNameCount() + names.length) {
                return path;
            }
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw notFound(itemId, e);
        }
        throw notFound(itemId, null);
    }

    private static void requirePlainName(String encoded) {
        byte[] name = RawPaths.bytes(encoded);
        boolean dots = name.length == 1 && name[0] == '.' || name.length == 2 && name[0] == '.' && name[1] == '.';
        if (name.length == 0 || dots) {
            throw new IllegalArgumentException("not a name");
        }
        for (byte b : name) {
            if (b == '/' || b == 0) {
                throw new IllegalArgumentException("more than a name");
            }
        }
    }

    private SourceException notFound(String itemId, Exception cause) {
        return new SourceException(
                SourceException.NOT_FOUND,
                "There is no file " + readable(itemId) + " in " + shown + ". Index the source again.",
                cause);
    }

    private SourceException denied(String itemId, Exception cause) {
        return new SourceException(
                SourceException.ACCESS_DENIED,
                "The file " + readable(itemId) + " in " + shown + " may not be read. Change its permissions.",
                cause);
    }

    private static String readable(String itemId) {
        try {
            return RawPaths.show(itemId);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            // not one of our ids: shown as it came
            return itemId;
        }
    }
}
