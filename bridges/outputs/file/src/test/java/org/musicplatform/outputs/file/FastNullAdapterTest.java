package org.musicplatform.outputs.file;

import org.musicplatform.core.api.playback.spi.PlaybackAdapter;
import org.musicplatform.core.testkit.playback.PlaybackAdapterContractTest;

class FastNullAdapterTest extends PlaybackAdapterContractTest {

    @Override
    protected PlaybackAdapter adapter() {
        return new NullAdapter();
    }

    @Override
    protected String target() {
        return "fast";
    }

    @Override
    protected String badTarget() {
        return "faster";
    }

    @Override
    protected boolean timed() {
        return false;
    }
}
