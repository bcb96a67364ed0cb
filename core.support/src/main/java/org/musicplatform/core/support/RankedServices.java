package org.musicplatform.core.support;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The services of one kind that are present, best first.
 *
 * <p>Keyed by the service reference, which orders itself by ranking: a replacement is bound before the old service is
 * unbound, and a plug-in's own id may stand twice meanwhile. Rebuilt at each change, because a reference's order follows
 * its live ranking. Thread-safe; reading takes no lock.
 *
 * @param <K> the service reference; its natural order has the best last
 * @param <T> the service
 */
public final class RankedServices<K extends Comparable<? super K>, T> {

    private final Map<K, T> byReference = new HashMap<>(); // guarded by this
    private volatile List<Ranked<K, T>> ranked = List.of();

    /**
     * A service with its reference.
     *
     * @param reference where its properties are
     * @param service the service
     */
    public record Ranked<K, T>(K reference, T service) {}

    /** Adds a service, or takes notice of its changed properties. */
    public synchronized void put(K reference, T service) {
        byReference.put(reference, service);
        rebuild();
    }

    /** Removes the service of just this reference. */
    public synchronized void remove(K reference) {
        byReference.remove(reference);
        rebuild();
    }

    /** Returns what is present now, best first: an immutable snapshot. */
    public List<Ranked<K, T>> all() {
        return ranked;
    }

    /** Returns the best service, or null when there is none. */
    public T best() {
        var now = ranked;
        return now.isEmpty() ? null : now.get(0).service();
    }

    private void rebuild() {
        ranked = byReference.entrySet().stream()
                .sorted(Map.Entry.<K, T>comparingByKey(Comparator.naturalOrder())
                        .reversed())
                .map(e -> new Ranked<>(e.getKey(), e.getValue()))
                .toList();
    }
}
