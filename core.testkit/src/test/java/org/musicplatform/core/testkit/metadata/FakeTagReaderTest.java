package org.musicplatform.core.testkit.metadata;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.spi.TagReader;

class FakeTagReaderTest extends TagReaderContractTest {

    @Override
    protected TagReader reader() {
        return new FakeTagReader();
    }

    @Override
    protected String id() {
        return FakeTagReader.ID;
    }

    @Override
    protected List<String> extensions() {
        return List.of(FakeTagReader.EXTENSION);
    }

    @Override
    protected Map<String, byte[]> samples() {
        return Map.of(
                "rain.fake",
                FakeTagReader.file(Duration.ofSeconds(3), Map.of(TagField.TITLE, "Rain", TagField.ALBUM, "Töne")));
    }
}
