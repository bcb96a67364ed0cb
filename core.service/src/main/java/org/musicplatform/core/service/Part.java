package org.musicplatform.core.service;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.musicplatform.core.api.Capability;
import org.musicplatform.core.api.CapabilityMissingException;
import org.musicplatform.core.support.RankedServices;

/**
 * A part of the core that comes and goes, behind one reference that stays.
 *
 * <p>A call goes to the best implementation present. Before one goes, it takes no new calls, has up to five seconds to
 * finish those under way, and what then still runs is cancelled: a stopped bundle is never called.
 *
 * @param <T> the interface
 */
public final class Part<T> {

    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Class<T> type;
    private final Capability capability;
    private final Supplier<String> remedy;
    private final Clock clock;
    private final Consumer<Boolean> changed;
    private final T stable;

    // the keys are service references, which order themselves; outside a framework any ordered key does
    private final Map<Object, CallGate<T>> gates = new HashMap<>(); // guarded by this
    private final RankedServices<Key, CallGate<T>> ranked = new RankedServices<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Instant since;

    Part(Class<T> type, Capability capability, Supplier<String> remedy, Clock clock, Consumer<Boolean> changed) {
        this.type = type;
        this.capability = capability;
        this.remedy = remedy;
        this.clock = clock;
        this.changed = changed;
        this.since = clock.instant();
        this.stable = type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? objectMethod(proxy, method, arguments)
                        : call(method, arguments)));
    }

    /** Returns the interface. */
    public Class<T> type() {
        return type;
    }

    /** Adds an implementation, or takes notice of its changed ranking. */
    public void bind(Comparable<?> reference, T service) {
        boolean first;
        synchronized (this) {
            first = gates.isEmpty();
            var gate = gates.computeIfAbsent(reference, r -> new CallGate<>(service));
            ranked.put(new Key(reference), gate);
            if (first) {
                since = clock.instant();
            }
        }
        if (first) {
            changed.accept(true);
        }
        listeners.forEach(Runnable::run);
    }

    /** Removes an implementation; returns when no call is in it any more. */
    public void unbind(Comparable<?> reference) {
        CallGate<T> gate;
        boolean last;
        synchronized (this) {
            gate = gates.remove(reference);
            ranked.remove(new Key(reference));
            last = gate != null && gates.isEmpty();
            if (last) {
                since = clock.instant();
            }
        }
        if (gate != null) {
            gate.drain(DRAIN);
        }
        if (last) {
            changed.accept(false);
        }
        listeners.forEach(Runnable::run);
    }

    /** Has something told after every coming and going. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Returns the reference that stays. */
    T stable() {
        return stable;
    }

    Capability capability() {
        return capability;
    }

    String remedy() {
        return remedy.get();
    }

    boolean isPresent() {
        return ranked.best() != null;
    }

    Instant since() {
        return since;
    }

    /** Enters the best implementation present, to be left again; null when there is none. */
    CallGate<T> enter() {
        for (var candidate : ranked.all()) {
            if (candidate.service().enter()) {
                return candidate.service();
            }
        }
        return null;
    }

    CapabilityMissingException missing() {
        return new CapabilityMissingException(capability, remedy());
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        var gate = enter();
        if (gate != null) {
            return through(gate, method, arguments);
        }
        if (CompletableFuture.class.isAssignableFrom(method.getReturnType())) {
            return CompletableFuture.failedFuture(missing());
        }
        throw missing();
    }

    private Object through(CallGate<T> gate, Method method, Object[] arguments) throws Throwable {
        Object result;
        try {
            result = method.invoke(gate.service(), arguments);
        } catch (InvocationTargetException e) {
            gate.leave();
            throw e.getCause();
        }
        if (result instanceof CompletableFuture<?> future) {
            return gate.leaveWith(future);
        }
        gate.leave();
        return result;
    }

    private Object objectMethod(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "stable reference to " + type.getSimpleName();
        };
    }

    /** A reference whose order is only known at run time. */
    private record Key(Comparable<?> reference) implements Comparable<Key> {
        @Override
        @SuppressWarnings("unchecked") // all references of one part are of one kind
        public int compareTo(Key other) {
            return ((Comparable<Object>) reference).compareTo(other.reference);
        }
    }
}
