package org.musicplatform.scenario;

import java.nio.file.Path;
import org.apache.felix.framework.FrameworkFactory;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.embedded.EmbeddedConfig;
import org.musicplatform.embedded.EmbeddedCore;

/** The bundles in the Apache Felix that comes with it. */
class FelixTest extends Scenario {

    @Override
    Running start(Path home) {
        var embedded = EmbeddedCore.start(EmbeddedConfig.at(home).in(new FrameworkFactory()));
        return new Running() {
            @Override
            public CoreService core() {
                return embedded.core();
            }

            @Override
            public void close() {
                embedded.close();
            }
        };
    }
}
