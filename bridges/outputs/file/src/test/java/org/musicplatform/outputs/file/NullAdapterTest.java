package org.musicplatform.outputs.file;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.playback.spi.PlaybackAdapter;
import org.musicplatform.core.testkit.playback.PlaybackAdapterContractTest;

class NullAdapterTest extends PlaybackAdapterContractTest {

    @Override
    protected PlaybackAdapter adapter() {
        return new NullAdapter();
    }

    @Override
    protected String target() {
        return "";
    }

    @Override
    protected String badTarget() {
        return "slow";
    }

    @Override
    protected boolean timed() {
        return true;
    }

    @Test
    void it_plays_in_time() throws Exception {
        try (var output = adapter().open("")) {
            output.configure(CD);
            long before = System.nanoTime();
            int frames = 22_050;
            for (int done = 0; done < frames; ) {
                done += output.write(new float[2 * frames], 0, frames - done);
            }
            output.drain();
            long millis = (System.nanoTime() - before) / 1_000_000;
            assertTrue(millis >= 490, millis + " ms for half a second");
        }
    }
}
