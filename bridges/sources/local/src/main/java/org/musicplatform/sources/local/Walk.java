package org.musicplatform.sources.local;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.musicplatform.sources.local.Folder.Entry;

/**
 * A walk through a folder and those below it: the files of a folder come first, then, by name, its folders and where its
 * links lead. No folder is held open.
 */
final class Walk implements Visits {

    /** Something to be entered when its turn comes. */
    private record Step(Folder folder, IgnoreRules rules, Entry entry) {}

    private final Links.Source links;
    private final Skips skips;
    private final Runnable sameRoot;
    private final Consumer<Folder> entering;
    private final Runnable ended;
    private final Deque<Step> ahead = new ArrayDeque<>();
    private final Set<Object> walked;
    private final List<Folder> mounts = new ArrayList<>();
    private Folder start;

    /**
     * Begins a walk.
     *
     * @param start where
     * @param above keys of the folders around it: a way back into them is not walked
     * @param sameRoot throws when the root is not there any more, so that not everything looks gone
     * @param entering told of each folder before it is read
     * @param ended run when everything was walked through
     */
    Walk(
            Folder start,
            Set<Object> above,
            Links.Source links,
            Skips skips,
            Runnable sameRoot,
            Consumer<Folder> entering,
            Runnable ended) {
        this.start = start;
        this.walked = new HashSet<>(above);
        this.links = links;
        this.skips = skips;
        this.sameRoot = sameRoot;
        this.entering = entering;
        this.ended = ended;
    }

    @Override
    public Visit next() throws IOException {
        if (start != null) {
            var visit = begin();
            if (visit != null) {
                return visit;
            }
        }
        while (!ahead.isEmpty()) {
            var visit = go(ahead.pop());
            if (visit != null) {
                return visit;
            }
        }
        mounts.forEach(this::requireMounted);
        ended.run();
        return null;
    }

    private Visit begin() throws IOException {
        var first = start;
        start = null;
        return enter(first);
    }

    /** Looks at the first folder alone, with what its links lead to as if it lay there; null when that was done. */
    Visit here() throws IOException {
        var visit = start == null ? null : begin();
        if (visit == null) {
            return null;
        }
        List<Entry> files = new ArrayList<>(visit.files());
        List<Entry> folders = new ArrayList<>();
        while (!ahead.isEmpty()) {
            var step = ahead.pop();
            var target = target(step);
            if (target == null) {
                continue;
            }
            var entry = step.entry().leadingTo(target.facts());
            if (target.facts().kind() == FileFacts.Kind.FOLDER) {
                if (isTheWay(behind(step, target))) {
                    folders.add(entry);
                }
            } else if (links.get().isTheWay(step.folder(), entry, target.real())) {
                files.add(entry);
            }
        }
        return new Visit(visit.folder(), files, folders);
    }

    private Visit go(Step step) throws IOException {
        var target = target(step);
        if (target == null) {
            return null;
        }
        if (target.facts().kind() == FileFacts.Kind.FOLDER) {
            var folder = behind(step, target);
            if (!Objects.equals(folder.facts().device(), step.folder().facts().device())) {
                mounts.add(folder);
            }
            return enter(folder);
        }
        return links.get().isTheWay(step.folder(), step.entry(), target.real())
                ? new Visit(step.folder(), List.of(step.entry().leadingTo(target.facts())), List.of())
                : null;
    }

    /** Returns where a step leads, or null when it is not taken. */
    private Links.Target target(Step step) throws IOException {
        var entry = step.entry();
        var folder = step.folder();
        if (entry.facts().kind() != FileFacts.Kind.LINK) {
            Path real = folder.realOf(entry);
            boolean anyway = real != null && links.get().isWalkedAnyway(real);
            return anyway ? null : new Links.Target(real, entry.facts());
        }
        try {
            var target = links.get().follow(entry.path());
            return target != null && FolderContent.isWanted(folder, step.rules(), entry, target.facts())
                    ? target
                    : null;
        } catch (IOException e) {
            skips.entry(folder, entry, e);
            return null;
        }
    }

    private static Folder behind(Step step, Links.Target target) {
        return step.folder().inside(step.entry(), target.facts(), target.real(), step.rules());
    }

    private boolean isTheWay(Folder folder) throws IOException {
        return folder.real() == null || links.get().isTheWay(folder);
    }

    private Visit enter(Folder folder) throws IOException {
        Object key = folder.facts().key() != null
                ? folder.facts().key()
                : folder.real() != null ? folder.real() : folder.path();
        if (!walked.add(key) || !isTheWay(folder)) {
            return null;
        }
        try {
            entering.accept(folder);
            var content = FolderContent.of(folder, skips);
            for (int i = content.ways().size() - 1; i >= 0; i--) {
                ahead.push(new Step(folder, content.rules(), content.ways().get(i)));
            }
            return new Visit(folder, files(folder, content), List.of());
        } catch (NoSuchFileException | NotDirectoryException e) {
            sameRoot.run(); // it went away between two looks
        } catch (InterruptedIOException stop) {
            throw stop;
        } catch (IOException e) {
            sameRoot.run();
            skips.folder(folder, e);
        }
        return null;
    }

    /** Leaves out files outside of the root to which another way leads. */
    private List<Entry> files(Folder folder, FolderContent content) throws IOException {
        if (folder.real() == null) {
            return content.files();
        }
        List<Entry> files = new ArrayList<>();
        for (Entry file : content.files()) {
            if (links.get().isTheWay(folder, file, folder.realOf(file))) {
                files.add(file);
            }
        }
        return files;
    }

    /** An unmounted drive leaves an empty folder behind, which must not look like one that was emptied. */
    private void requireMounted(Folder folder) {
        try {
            if (!Objects.equals(
                    FileFacts.following(folder.path()).key(), folder.facts().key())) {
                skips.folder(folder, new IOException("its drive was taken out meanwhile"));
            }
        } catch (IOException e) {
            skips.folder(folder, e);
        }
    }
}
