package org.musicplatform.sources.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.musicplatform.core.api.source.spi.Watch.Place;

/**
 * Folders in which something happened, until it is time to tell. A folder is told of when one of its files has been left
 * alone for a while: not at each write, and not only when all of them are done.
 */
final class Pendings {

    private static final int MOST_FILES = 1_000;

    /** The old and the new place of a folder are told together though they were noticed one after the other. */
    private static final long TOGETHER_NANOS = 100_000_000;

    private static final class Pending {
        final Map<Object, Long> files = new HashMap<>(); // when something happened to it last
        boolean below;
        long belowSince;
        String movedFrom;
        long told;
        boolean wasTold;

        boolean isEmpty() {
            return !below && files.isEmpty();
        }
    }

    private final long quiet;
    private final long spacing;
    private final Map<String, Pending> folders = new LinkedHashMap<>();

    /**
     * Creates an empty set.
     *
     * @param quiet how long a file has to be left alone, in nanoseconds
     * @param spacing how long at least between two times that one folder is told of, in nanoseconds
     */
    Pendings(long quiet, long spacing) {
        this.quiet = quiet;
        this.spacing = spacing;
    }

    /** Something happened to a file in a folder. */
    void file(String folderId, Object name, long now) {
        var pending = folders.computeIfAbsent(folderId, none -> new Pending());
        if (pending.files.size() < MOST_FILES || pending.files.containsKey(name)) {
            pending.files.put(name, now);
        }
    }

    /** A folder appeared, went, or anything in it may have changed. */
    void below(String folderId, String movedFrom, long now) {
        var pending = folders.computeIfAbsent(folderId, none -> new Pending());
        if (!pending.below) {
            pending.below = true;
            pending.belowSince = now;
        }
        if (movedFrom != null) {
            pending.movedFrom = movedFrom;
        }
    }

    void clear() {
        folders.clear();
    }

    private long dueAt(Pending pending) {
        long due = Long.MAX_VALUE;
        for (long last : pending.files.values()) {
            due = Math.min(due, last + quiet);
        }
        if (pending.below) {
            due = Math.min(due, pending.belowSince + quiet);
        }
        return pending.wasTold ? Math.max(due, pending.told + spacing) : due;
    }

    /** Returns when the next one is to be told, {@link Long#MAX_VALUE} for none. */
    long next() {
        long next = Long.MAX_VALUE;
        for (Pending pending : folders.values()) {
            if (!pending.isEmpty()) {
                next = Math.min(next, dueAt(pending));
            }
        }
        return next;
    }

    /** Takes what is to be told now. */
    List<Place> due(long now) {
        List<Place> places = new ArrayList<>();
        if (next() <= now) {
            folders.forEach((id, pending) -> {
                long slack = pending.below ? TOGETHER_NANOS : 0;
                if (!pending.isEmpty() && dueAt(pending) <= now + slack) {
                    places.add(new Place(id, pending.below, pending.movedFrom));
                    tell(pending, now);
                }
            });
        }
        folders.values().removeIf(pending -> pending.isEmpty() && pending.told + spacing <= now);
        return withoutInner(places);
    }

    private void tell(Pending pending, long now) {
        pending.files.values().removeIf(last -> last + quiet <= now);
        pending.below = false;
        pending.movedFrom = null;
        pending.told = now;
        pending.wasTold = true;
    }

    /** Leaves out what lies below another place that is to be looked at with all below it. */
    private static List<Place> withoutInner(List<Place> places) {
        var outer = places.stream().filter(Place::below).toList();
        return places.stream()
                .filter(place -> place.movedFrom() != null
                        || outer.stream()
                                .noneMatch(o -> o != place && place.folderId().startsWith(o.folderId())))
                .toList();
    }
}
