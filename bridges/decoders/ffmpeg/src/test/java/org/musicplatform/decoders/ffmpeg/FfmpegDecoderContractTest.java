package org.musicplatform.decoders.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.playback.spi.AudioDecoderFactory;
import org.musicplatform.core.testkit.media.Fixtures;
import org.musicplatform.core.testkit.playback.AudioDecoderContractTest;
import org.musicplatform.core.testkit.playback.AudioSample;
import org.musicplatform.core.testkit.source.BytesContentReader;

/** The contract, on one second of every format. What the sound is, {@link FfmpegComparisonTest} asks another decoder. */
class FfmpegDecoderContractTest extends AudioDecoderContractTest {

    /** A hundredth of the step of 16 bits: a codec that starts within a stream adds up in another order. */
    private static final float ROUNDING = 3e-7f;

    private static final FfmpegDecoderFactory FACTORY = Sounds.factory();
    private static final List<AudioSample> SAMPLES = new ArrayList<>();

    @TempDir
    static Path folder;

    @BeforeAll
    static void decode_all() throws IOException {
        for (String name : Fixtures.names()) {
            byte[] bytes = Files.readAllBytes(Fixtures.copy(folder, name));
            try (var decoder = FACTORY.open(new BytesContentReader(bytes), name)) {
                float[] sound = Sounds.of(decoder, Integer.MAX_VALUE);
                float tolerance = decoder.format().floatingPoint() ? ROUNDING : 0;
                SAMPLES.add(new AudioSample(name, bytes, decoder.format(), () -> sound, tolerance));
            }
        }
    }

    @AfterAll
    static void close() {
        FACTORY.close();
        SAMPLES.clear();
    }

    @Override
    protected AudioDecoderFactory factory() {
        return FACTORY;
    }

    @Override
    protected List<AudioSample> samples() {
        return SAMPLES;
    }

    @Override
    protected boolean lengthKnown(AudioSample sample) {
        return !sample.name().endsWith(".wma"); // counted in milliseconds
    }
}
