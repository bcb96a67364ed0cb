package org.musicplatform.launcher;

import java.util.Arrays;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.slf4j.LoggerFactory;

/**
 * Begins beside the start of the framework what takes long to begin and what the start would wait for: the log opens its
 * file, the database unpacks its native library. Whoever needs one of them first waits for it as ever, and meets the
 * failure if there is one.
 */
final class HeadStart {

    private static final String DRIVER = "org.xerial.sqlite-jdbc";

    private HeadStart() {}

    /** Begins to log, and returns at once. */
    static void log() {
        beside(LoggerFactory::getILoggerFactory);
    }

    /** Begins to load the native library of the database, if its driver is installed, and returns at once. */
    static void database(BundleContext context) {
        Arrays.stream(context.getBundles())
                .filter(bundle -> DRIVER.equals(bundle.getSymbolicName()))
                .findFirst()
                .ifPresent(driver -> beside(() -> initialize(driver)));
    }

    private static void initialize(Bundle driver) {
        try {
            driver.loadClass("org.sqlite.SQLiteJDBCLoader")
                    .getMethod("initialize")
                    .invoke(null);
        } catch (ReflectiveOperationException | LinkageError later) {
            System.getLogger(HeadStart.class.getName()).log(System.Logger.Level.DEBUG, DRIVER, later);
        }
    }

    private static void beside(Runnable beginning) {
        var thread = new Thread(beginning, "launcher-head-start");
        thread.setDaemon(true);
        thread.start();
    }
}
