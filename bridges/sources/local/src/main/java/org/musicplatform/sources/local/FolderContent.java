package org.musicplatform.sources.local;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.musicplatform.sources.local.Folder.Entry;

/**
 * What lies in a folder and is not left out, by name. The folder is read whole, and let go of, before its entries are
 * looked at, each once.
 *
 * @param files its files
 * @param ways its folders, and links, which lead to files or folders elsewhere
 * @param rules what the ignore files say in it, null for nothing
 */
record FolderContent(List<Entry> files, List<Entry> ways, IgnoreRules rules) {

    /** What is there by that name. In the order of names: paths are longer, and all begin with the same. */
    private record Named(Path path, RawPaths.Name name) implements Comparable<Named> {
        @Override
        public int compareTo(Named other) {
            int order = name.shown().compareTo(other.name.shown());
            return order != 0 ? order : name.raw().compareTo(other.name.raw()); // what is malformed is shown alike
        }
    }

    /**
     * Reads a folder.
     *
     * @param skips gets what cannot be looked at
     * @throws InterruptedIOException when the thread is interrupted
     * @throws IOException when the folder cannot be opened
     */
    static FolderContent of(Folder folder, Skips skips) throws IOException {
        List<Named> entries = new ArrayList<>();
        Set<String> ignoreFiles = new HashSet<>();
        try (var stream = Files.newDirectoryStream(folder.path())) {
            for (Path path : stream) {
                var name = RawPaths.name(path);
                entries.add(new Named(path, name));
                if (name.shown().startsWith(".") && IgnoreFiles.isOne(name.shown())) {
                    ignoreFiles.add(name.shown());
                }
            }
        } catch (DirectoryIteratorException e) {
            skips.folder(folder, e.getCause());
        }
        var said = IgnoreFiles.read(folder, ignoreFiles, skips);
        var content = new FolderContent(new ArrayList<>(), new ArrayList<>(), said.rules());
        if (!said.all()) {
            Collections.sort(entries);
            for (Named entry : entries) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted while reading " + folder.path());
                }
                content.look(folder, entry, skips);
            }
        }
        return content;
    }

    private void look(Folder folder, Named named, Skips skips) {
        var path = named.path();
        var name = named.name();
        try {
            var entry = new Entry(path, name.raw(), name.shown(), FileFacts.of(path));
            if (entry.facts().kind() == FileFacts.Kind.LINK) {
                ways.add(entry); // what it leads to decides
            } else if (isWanted(folder, rules, entry, entry.facts())) {
                (entry.facts().kind() == FileFacts.Kind.FOLDER ? ways : files).add(entry);
            }
        } catch (NoSuchFileException e) {
            // it went away between two looks
        } catch (IOException e) {
            skips.entry(folder, new Entry(path, name.raw(), name.shown(), null), e);
        }
    }

    /**
     * Tells whether an entry of a folder is listed or entered.
     *
     * @param rules what the ignore files say in the folder, null for nothing
     * @param facts what the entry is, or leads to
     */
    static boolean isWanted(Folder folder, IgnoreRules rules, Entry entry, FileFacts facts) {
        boolean isFolder = facts.kind() == FileFacts.Kind.FOLDER;
        if (isFolder ? Ignored.folder(entry.name()) : Ignored.file(entry.name())) {
            return false;
        }
        return (isFolder || facts.kind() == FileFacts.Kind.FILE)
                && (rules == null || !rules.leaveOut(folder.shown(), entry.name(), isFolder));
    }
}
