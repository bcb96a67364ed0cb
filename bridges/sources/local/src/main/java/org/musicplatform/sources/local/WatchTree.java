package org.musicplatform.sources.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The folders that a watch knows, and which of them are registered with the system. Where that allows fewer than there
 * are, those are registered that changed last. Used by one thread.
 */
final class WatchTree {

    /** A folder. Kept small: there may be very many. */
    static final class Node {
        final Node parent;
        final Path name; // null at the root
        Map<Path, Node> children = Map.of();
        Object key;
        long modified; // nanoseconds since 1970; 0 when it may change again within the same tick
        long heat; // milliseconds since 1970 when something changed in it last
        Object registration;
        boolean dropped;

        private Node(Node parent, Path name) {
            this.parent = parent;
            this.name = name;
        }
    }

    /** When a registered folder was how hot; it may have become hotter since. */
    private record Registered(long heat, Node node) {}

    private final Path rootPath;
    private final Notifier notifier;
    private final int known;
    private final Node root = new Node(null, null);
    private final Map<Object, Node> byRegistration = new HashMap<>();
    private final Map<Object, String> orphans = new HashMap<>();
    private PriorityQueue<Registered> coldest; // null as long as there is room
    private int limit;
    private boolean limitOfSystem;
    private boolean limitReached;
    private int size = 1;
    private boolean overfull;

    /**
     * Creates a tree with a root alone.
     *
     * @param watched how many folders are registered at most
     * @param known how many there are at most
     */
    WatchTree(Path rootPath, Notifier notifier, int watched, int known) {
        this.rootPath = rootPath;
        this.notifier = notifier;
        this.limit = watched;
        this.known = known;
    }

    /** Returns whether all folders are registered. */
    boolean isWhole() {
        return !overfull && byRegistration.size() == size;
    }

    /** Returns whether more folders would be registered if that were allowed. */
    boolean isLimitReached() {
        return limitReached;
    }

    /** Returns whether it was the system that allowed no more. */
    boolean isLimitOfSystem() {
        return limitOfSystem;
    }

    boolean isOverfull() {
        return overfull;
    }

    /** Returns the folder at a path, or null when it is not known. */
    Node find(Path path) {
        Node node = root;
        for (int i = rootPath.getNameCount(); node != null && i < path.getNameCount(); i++) {
            node = node.children.get(path.getName(i));
        }
        return node;
    }

    Node of(Object registration) {
        return byRegistration.get(registration);
    }

    Path path(Node node) {
        return node.parent == null ? rootPath : path(node.parent).resolve(node.name);
    }

    String id(Node node) {
        return node.parent == null
                ? ""
                : id(node.parent) + RawPaths.name(path(node)).raw() + "/";
    }

    /**
     * Takes in a folder before it is read, so that what happens in it from now on is noticed.
     *
     * @return the id under which the system knew this folder until now, or null when it did not
     */
    String enter(Folder folder) {
        var node = folder.id().isEmpty() ? root : add(folder.path());
        if (node == null) {
            return null;
        }
        if (node.key != null && !node.key.equals(folder.facts().key())) {
            orphan(node, folder.id()); // what was here is elsewhere now, and its registration with it
        }
        node.key = folder.facts().key();
        see(node, folder.facts());
        return register(node);
    }

    /** Notes when a folder changed last. */
    private void see(Node node, FileFacts facts) {
        var modified = facts.modified();
        long millis = modified.toEpochMilli();
        boolean settled = millis < System.currentTimeMillis() - 3_000; // clocks of file systems tick as slowly as that
        node.modified = settled ? nanos(facts) : 0;
        warm(node, millis);
    }

    static long nanos(FileFacts facts) {
        return facts.modified().getEpochSecond() * 1_000_000_000L
                + facts.modified().getNano();
    }

    private static void warm(Node node, long millis) {
        node.heat = Math.max(node.heat, millis);
    }

    /** Something changed in a folder just now: it is registered rather than a colder one. */
    void warm(Node node) {
        warm(node, System.currentTimeMillis());
        register(node);
    }

    private Node add(Path path) {
        var parent = find(path.getParent());
        if (parent == null) {
            return null; // there are too many
        }
        var there = parent.children.get(path.getFileName());
        if (there != null) {
            return there;
        }
        if (size >= known) {
            overfull = true;
            return null;
        }
        if (parent.children.isEmpty()) {
            parent.children = new HashMap<>(4);
        }
        var node = new Node(parent, path.getFileName());
        parent.children.put(node.name, node);
        size++;
        return node;
    }

    private String register(Node node) {
        if (node.registration != null) {
            return null;
        }
        if (byRegistration.size() >= limit) {
            limitReached = true;
            if (!makeRoom(node.heat)) {
                return null;
            }
        }
        try {
            return take(node, notifier.register(path(node)));
        } catch (Notifier.LimitException e) {
            limitOfSystem = true;
            limitReached = true;
            limit = byRegistration.size();
            return makeRoom(node.heat) ? register(node) : null;
        } catch (IOException e) {
            return null; // it went away, or may not be read: until it is registered it is looked at now and then
        }
    }

    /** The system gives a folder that was moved the registration it had. */
    private String take(Node node, Object registration) {
        if (registration == null) {
            return null;
        }
        String from = orphans.remove(registration);
        var before = byRegistration.put(registration, node);
        if (before != null && before != node) {
            from = id(before);
            before.registration = null;
        }
        node.registration = registration;
        if (coldest != null) {
            coldest.add(new Registered(node.heat, node));
        }
        return from;
    }

    /** Lets go of a registered folder that is colder. */
    private boolean makeRoom(long heat) {
        if (coldest == null || coldest.size() > 2 * byRegistration.size() + 1_000) {
            coldest = new PriorityQueue<>(Comparator.comparingLong(Registered::heat));
            byRegistration.values().forEach(node -> coldest.add(new Registered(node.heat, node)));
        }
        for (var entry = coldest.poll(); entry != null; entry = coldest.poll()) {
            var node = entry.node();
            if (node.registration == null) {
                continue;
            }
            if (node.heat > entry.heat()) {
                coldest.add(new Registered(node.heat, node));
            } else if (node.heat >= heat) {
                coldest.add(entry);
                return false;
            } else {
                release(node);
                return true;
            }
        }
        return false;
    }

    private void release(Node node) {
        if (node.registration != null) {
            if (byRegistration.remove(node.registration, node)) {
                notifier.forget(node.registration);
            }
            node.registration = null;
        }
    }

    /** Tries whether the system allows more by now; to be called now and then. */
    void registerMore(int watched) {
        if (!limitOfSystem) {
            return;
        }
        limit = watched;
        limitOfSystem = false;
        limitReached = false;
        coldest = null;
        for (Node node : all()) {
            register(node);
            if (limitOfSystem) {
                return;
            }
        }
    }

    /** The system no longer knows a registration. */
    void lost(Object registration) {
        orphans.remove(registration);
        var node = byRegistration.remove(registration);
        if (node != null) {
            node.registration = null;
        }
    }

    /** Forgets a folder and all below it. Registrations are kept for a while, should it turn up elsewhere. */
    void drop(Node node) {
        String id = id(node);
        node.parent.children.remove(node.name, node);
        drop(node, id);
    }

    private void drop(Node node, String id) {
        for (Node child : node.children.values()) {
            drop(child, id + RawPaths.name(path(child)).raw() + "/");
        }
        node.dropped = true;
        size--;
        orphan(node, id);
    }

    private void orphan(Node node, String id) {
        if (node.registration != null && byRegistration.remove(node.registration, node)) {
            orphans.put(node.registration, id);
        }
        node.registration = null;
    }

    /** Takes back the registrations of folders that did not turn up elsewhere. */
    void forgetOrphans() {
        orphans.keySet().forEach(notifier::forget);
        orphans.clear();
    }

    Collection<Node> all() {
        List<Node> all = new ArrayList<>(size);
        all.add(root);
        for (int i = 0; i < all.size(); i++) {
            all.addAll(all.get(i).children.values());
        }
        return all;
    }

    /** Returns what is registered, to be handed to {@link #forgetOthers} of the tree that takes over. */
    Set<Object> registrations() {
        Set<Object> all = new HashSet<>(byRegistration.keySet());
        all.addAll(orphans.keySet());
        return all;
    }

    /** Takes back registrations that this tree has not taken over. */
    void forgetOthers(Set<Object> registrations) {
        registrations.stream().filter(r -> !byRegistration.containsKey(r)).forEach(notifier::forget);
    }
}
