package org.musicplatform.benchmarks.fuzz;

import java.io.IOException;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.metadata.tags.NativeTagReader;

/**
 * What the fuzzer calls: reads a file of the kind that {@code -Dfuzz.extension} says. Whatever the bytes are, there are
 * tags, or a refusal in words, within the budget of reads and bytes.
 */
public final class TagTarget {

    /** What docs/tags.md says that a file gets. */
    private static final int MOST_READS = 1_000;

    private static final long MOST_BYTES = 32L << 20;

    private static final NativeTagReader READER = new NativeTagReader();
    private static final String NAME = "fuzz." + System.getProperty("fuzz.extension", "mp3");

    private TagTarget() {}

    /** Called by the fuzzer with each input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        // the last bit of an input decides, so that the fuzzer can choose
        read(input, input.length > 0 && (input[input.length - 1] & 1) == 0);
    }

    /** Returns the reading, or null where it was refused in words. */
    static TagReading read(byte[] input, boolean local) throws IOException {
        var content = new MemoryContent(input, local);
        try {
            var reading = READER.read(content, NAME);
            for (int i = 0; i < reading.pictures().size(); i++) {
                READER.readPicture(new MemoryContent(input, local), NAME, i);
            }
            return reading;
        } catch (MetadataException inWords) {
            if (!inWords.getMessage().endsWith(".")) {
                throw new AssertionError("no sentence: " + inWords.getMessage(), inWords);
            }
            return null;
        } finally {
            if (content.reads() > MOST_READS || content.bytes() > MOST_BYTES) {
                throw new AssertionError(content.reads() + " reads, " + content.bytes() + " bytes");
            }
        }
    }
}
