package org.musicplatform.platform.logging.integration;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.musicplatform.cnf.framework.TestFramework;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

class LoggingBundleTest {

    private static final String READER = "org.osgi.service.log.LogReaderService";

    @Test
    void it_listens_as_long_as_there_is_a_log() throws BundleException {
        try (var framework = TestFramework.start()) {
            var log = framework.install("org.apache.felix.log");
            var own = framework.installOwn();
            awaitListening(own, true);
            log.stop();
            awaitListening(own, false);
            log.start();
            awaitListening(own, true);
            own.stop();
            own.start();
            awaitListening(own, true);
        }
    }

    private static void awaitListening(Bundle own, boolean wanted) {
        TestFramework.await("listening: " + wanted, () -> listens(own), listens -> listens == wanted);
    }

    private static boolean listens(Bundle own) {
        var used = own.getServicesInUse();
        return used != null
                && Arrays.stream(used)
                        .flatMap(reference -> Arrays.stream((String[]) reference.getProperty(Constants.OBJECTCLASS)))
                        .anyMatch(READER::equals);
    }
}
