package org.musicplatform.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.library.ingest.Intake;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.StorageSession;

/**
 * Ends the process, as a power cut would, at a point of its work: {@code before Listing.next 3, after Intake.finish 1} is
 * the first end of {@code Intake.finish} behind the third call of {@code Listing.next}. Thread-safe.
 */
final class Tripwire {

    /** The exit code of a process that ended so. */
    static final int CUT = 86;

    private record Point(String name, int times) {}

    private final Deque<Point> left = new ArrayDeque<>(); // guarded by this
    private int met; // how often the first of them was; guarded by this

    /** @param where points, one after the other; empty for none */
    Tripwire(String where) {
        for (String point : where.isEmpty() ? new String[0] : where.split(", ")) {
            int space = point.lastIndexOf(' ');
            left.add(new Point(point.substring(0, space), Integer.parseInt(point.substring(space + 1))));
        }
    }

    /** Tells that a point of the work is reached; does not return from the last one. */
    synchronized void reached(String point) {
        if (left.isEmpty()
                || !left.peek().name().equals(point)
                || ++met < left.peek().times()) {
            return;
        }
        left.remove();
        met = 0;
        if (left.isEmpty()) {
            Runtime.getRuntime().halt(CUT);
        }
    }

    /** Returns what passes all calls on, and tells of them and of those to the sessions, listings and intakes it gives. */
    <T> T around(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                Tripwire.class.getClassLoader(),
                interfaces(target.getClass()).toArray(Class<?>[]::new),
                (proxy, call, given) -> pass(target, call, given)));
    }

    private Object pass(Object target, Method call, Object... given) throws Throwable {
        String name = call.getDeclaringClass().getSimpleName() + "." + call.getName();
        reached("before " + name);
        Object result;
        try {
            result = call.invoke(target, given);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
        if (result instanceof CompletableFuture<?> later) {
            return later.whenComplete((value, failure) -> reached("after " + name));
        }
        reached("after " + name);
        return result instanceof StorageSession || result instanceof Listing || result instanceof Intake
                ? around(Object.class, result)
                : result;
    }

    private static Set<Class<?>> interfaces(Class<?> type) {
        var all = new LinkedHashSet<Class<?>>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            Arrays.stream(each.getInterfaces())
                    .filter(known -> Modifier.isPublic(known.getModifiers()))
                    .forEach(all::add);
        }
        return all;
    }
}
