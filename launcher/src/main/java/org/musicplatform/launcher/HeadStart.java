package org.musicplatform.launcher;

import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Begins beside the start of the framework what takes long to begin and what the start would wait for: the log reads its
 * configuration, the database unpacks its native library. Whoever needs one of them first waits for it as ever, and meets
 * the failure if there is one.
 */
final class HeadStart {

    private record Beginning(String bundle, String type, String method) {

        private void go(BundleContext context) {
            Arrays.stream(context.getBundles())
                    .filter(candidate -> bundle.equals(candidate.getSymbolicName()))
                    .findFirst()
                    .ifPresent(this::go);
        }

        private void go(Bundle found) {
            try {
                found.loadClass(type).getMethod(method).invoke(null);
            } catch (ReflectiveOperationException | LinkageError later) {
                System.getLogger(HeadStart.class.getName()).log(System.Logger.Level.DEBUG, type, later);
            }
        }
    }

    private static final List<Beginning> BEGINNINGS = List.of(
            new Beginning("slf4j.api", "org.slf4j.LoggerFactory", "getILoggerFactory"),
            new Beginning("org.xerial.sqlite-jdbc", "org.sqlite.SQLiteJDBCLoader", "initialize"));

    private HeadStart() {}

    /** Begins, and returns at once. */
    static void begin(BundleContext context) {
        for (Beginning beginning : BEGINNINGS) {
            var thread = new Thread(() -> beginning.go(context), "launcher-head-start");
            thread.setDaemon(true);
            thread.start();
        }
    }
}
