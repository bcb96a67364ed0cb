package org.musicplatform.platform.content;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.testkit.source.ContentServiceContractTest;

class ContentEngineContractTest extends ContentServiceContractTest {

    private ContentEngine engine;

    @Override
    protected ContentService service(StorageProvider fake) {
        engine = new ContentEngine(id -> id.equals("fake") ? fake : null, Duration.ofMinutes(1));
        return engine;
    }

    @AfterEach
    void close() {
        engine.close();
    }
}
