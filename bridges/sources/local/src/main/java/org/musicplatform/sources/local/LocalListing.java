package org.musicplatform.sources.local;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Listing;

/**
 * A walk, depth first and by name. Each folder is read whole before its entries are looked at, so that a deep tree holds
 * no folder open.
 */
final class LocalListing implements Listing {

    private static final int PAGE = 500;

    /**
     * A folder under way.
     *
     * @param id its id, empty or ending in {@code /}
     * @param shown its path to show
     * @param real where it really is when a link out of the root led here, otherwise null
     * @param entries what is left of it
     */
    private record Folder(String id, String shown, Path real, Iterator<Path> entries) {}

    private final LocalSession session;
    private final FileFacts root;
    private final Path realRoot;
    private final Deque<Folder> under = new ArrayDeque<>();
    private final Set<Object> walked = new HashSet<>();
    private final Set<Path> linkedFiles = new HashSet<>();
    private final Set<String> skippedFolders = new HashSet<>();
    private final List<Skipped> skipped = new ArrayList<>();

    LocalListing(LocalSession session, FileFacts root) throws IOException {
        this.session = session;
        this.root = root;
        this.realRoot = session.root().toRealPath();
        enter(session.root(), root, "", "", null);
    }

    @Override
    public ListingPage next() throws IOException {
        List<SourceItem> items = new ArrayList<>();
        while (!under.isEmpty()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while listing " + session.root());
            }
            var folder = under.peek();
            if (!folder.entries().hasNext()) {
                under.pop();
                continue;
            }
            look(folder, folder.entries().next(), items);
            if (items.size() >= PAGE) {
                return ListingPage.more(items);
            }
        }
        session.requireSameRoot(root);
        return ListingPage.last(items, new End(null, skipped));
    }

    private void look(Folder folder, Path entry, List<SourceItem> items) {
        String raw = RawPaths.encode(entry);
        String rawName = raw.substring(raw.lastIndexOf('/') + 1);
        String name = RawPaths.show(rawName);
        try {
            Path real = folder.real() == null ? null : folder.real().resolve(entry.getFileName());
            var facts = FileFacts.of(entry);
            if (facts.kind() == FileFacts.Kind.LINK) {
                real = entry.toRealPath();
                if (listedAnyway(real)) {
                    return;
                }
                facts = FileFacts.following(entry);
            }
            if (facts.kind() == FileFacts.Kind.FOLDER) {
                if (!Ignored.folder(name)) {
                    String shown = folder.shown().isEmpty() ? name : folder.shown() + "/" + name;
                    enter(entry, facts, folder.id() + rawName + "/", shown, real);
                }
            } else if (facts.kind() == FileFacts.Kind.FILE
                    && !Ignored.file(name)
                    && (real == null || linkedFiles.add(real))) {
                items.add(SourceItem.file(folder.id() + rawName, name, folder.shown(), facts.version(root.device())));
            }
        } catch (NoSuchFileException | FileSystemLoopException | NotDirectoryException e) {
            // it went away between two looks, or the link leads nowhere
            session.requireSameRoot(root);
        } catch (IOException e) {
            if (!Files.isSymbolicLink(entry)) {
                skip(folder.id(), folder.shown(), e);
            }
        }
    }

    /** Links into the root lead to what the walk meets by itself, unless it lies in a folder that is left out. */
    private boolean listedAnyway(Path real) {
        if (!real.startsWith(realRoot)) {
            return false;
        }
        for (Path name : realRoot.relativize(real)) {
            if (Ignored.folder(name.toString())) {
                return false;
            }
        }
        return true;
    }

    private void enter(Path path, FileFacts facts, String id, String shown, Path real) {
        Object key = facts.key() != null ? facts.key() : real != null ? real : path;
        if (!walked.add(key)) {
            return;
        }
        List<Path> entries = new ArrayList<>();
        boolean left = false;
        try (var stream = Files.newDirectoryStream(path)) {
            for (Path entry : stream) {
                // the root was named by a person: a marker in it does not count
                left |= !id.isEmpty() && Ignored.marker(entry.getFileName().toString());
                entries.add(entry);
            }
        } catch (DirectoryIteratorException e) {
            skip(id, shown, e.getCause());
        } catch (NoSuchFileException | NotDirectoryException e) {
            session.requireSameRoot(root);
            return;
        } catch (IOException e) {
            skip(id, shown, e);
            return;
        }
        if (!left) {
            Collections.sort(entries);
            under.push(new Folder(id, shown, real, entries.iterator()));
        }
    }

    private void skip(String id, String shown, IOException why) {
        session.requireSameRoot(root);
        if (skippedFolders.add(id)) {
            skipped.add(new Skipped(id, shown.isEmpty() ? session.root().toString() : shown, inWords(why)));
        }
    }

    private static String inWords(IOException why) {
        if (why instanceof AccessDeniedException) {
            return "This folder may not be read. Change its permissions.";
        }
        String reason =
                why instanceof FileSystemException e && e.getReason() != null ? e.getReason() : why.getMessage();
        return "This folder could not be read whole: " + reason + ".";
    }
}
