package org.musicplatform.scenario;

import java.nio.file.Path;
import org.eclipse.osgi.launch.EquinoxFactory;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.embedded.EmbeddedConfig;
import org.musicplatform.embedded.EmbeddedCore;

/** The bundles in Eclipse Equinox. */
class EquinoxTest extends Scenario {

    @Override
    Running start(Path home) {
        var embedded = EmbeddedCore.start(EmbeddedConfig.at(home).in(new EquinoxFactory()));
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
