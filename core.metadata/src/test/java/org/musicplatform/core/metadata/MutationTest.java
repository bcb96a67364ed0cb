package org.musicplatform.core.metadata;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.metadata.tags.NativeTagReader;
import org.musicplatform.core.metadata.text.CharsetGuess;
import org.musicplatform.core.testkit.media.Fixtures;

/** Good files with a few bytes changed: the same ones each time. */
class MutationTest {

    private static final int MUTATIONS = 200;
    private static final long SEED = 20_260_217;
    private static final Duration TIME_OF_A_FILE = Duration.ofSeconds(10);

    static List<String> fixtures() {
        return Fixtures.names();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_damaged_file_gives_tags_or_words_in_time(String name) throws Exception {
        byte[] good = Fixtures.bytes(name);
        var random = new Random(SEED + name.hashCode());
        var extension = name.substring(name.lastIndexOf('.') + 1);
        var reader = new Reader("built-in", List.of(extension), new NativeTagReader());
        byte[][] mutant = new byte[1][];
        try (var engine = new MetadataEngine(
                new FakeContent(file -> mutant[0]), () -> List.of(reader), CharsetGuess.OFF, TIME_OF_A_FILE)) {
            for (int i = 0; i < MUTATIONS; i++) {
                mutant[0] = mutant(good, random);
                assertOutcome(engine, name, i);
            }
        }
    }

    private static void assertOutcome(MetadataEngine engine, String name, int mutation) throws Exception {
        try {
            engine.readTags(FakeContent.file(name)).get(2 * TIME_OF_A_FILE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            String what = name + ", mutation " + mutation;
            var inWords = assertInstanceOf(MetadataException.class, e.getCause(), what);
            assertTrue(inWords.getMessage().endsWith("."), inWords::getMessage);
            assertNotEquals(MetadataException.READER_FAILED, inWords.code(), what);
            assertNotEquals(MetadataException.TOO_EXPENSIVE, inWords.code(), what);
        }
    }

    /** Up to eight bytes changed, most of them where headers and tags are; one file in four is cut as well. */
    private static byte[] mutant(byte[] good, Random random) {
        byte[] mutant = good.clone();
        int head = Math.min(good.length, 1024);
        for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
            mutant[random.nextInt(random.nextInt(4) > 0 ? head : good.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) > 0 ? mutant : Arrays.copyOf(mutant, random.nextInt(good.length));
    }
}
