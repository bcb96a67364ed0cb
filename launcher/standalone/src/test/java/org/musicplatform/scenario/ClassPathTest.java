package org.musicplatform.scenario;

import java.nio.file.Path;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.standalone.StandaloneCore;

/** The engines on a class path. */
class ClassPathTest extends Scenario {

    @Override
    Running start(Path home) {
        var standalone = StandaloneCore.open(home);
        return new Running() {
            @Override
            public CoreService core() {
                return standalone.core();
            }

            @Override
            public void close() {
                standalone.close();
            }
        };
    }
}
