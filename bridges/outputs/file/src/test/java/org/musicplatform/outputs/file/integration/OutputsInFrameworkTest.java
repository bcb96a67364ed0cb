package org.musicplatform.outputs.file.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.musicplatform.cnf.framework.TestFramework;
import org.musicplatform.core.api.playback.spi.PlaybackAdapter;
import org.musicplatform.core.api.playback.spi.PlaybackAdapterPlugin;
import org.osgi.framework.Bundle;

class OutputsInFrameworkTest {

    @Test
    void both_outputs_come_with_what_selects_them_and_go() throws Exception {
        try (var framework = TestFramework.start()) {
            Bundle bundle = framework.installOwn();
            framework.await(PlaybackAdapter.class);
            var known = Arrays.stream(bundle.getRegisteredServices())
                    .map(service -> service.getProperty(PlaybackAdapterPlugin.ID) + " "
                            + service.getProperty(PlaybackAdapterPlugin.AUTOMATIC) + " "
                            + service.getProperty("service.ranking"))
                    .sorted()
                    .toList();
            assertEquals(List.of("file false 0", "null true -1000"), known);
            bundle.stop();
            framework.awaitGone(PlaybackAdapter.class);
            bundle.start();
            framework.await(PlaybackAdapter.class);
        }
    }
}
