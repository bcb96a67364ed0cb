package org.musicplatform.launcher;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the framework keeps of the bundles of a distribution. It refers to their jars where they lie: when one of these is
 * gone, because the distribution was moved or another version took its place, the framework complains of each at length.
 * So it begins anew then.
 */
final class FrameworkCache {

    private final Path folder;
    private final Path noted;
    private final Path bundles;
    private List<Path> jars;

    /**
     * @param cache where it lies, with a note beside it of the jars that it refers to
     * @param bundles the folders of bundles of the distribution
     */
    FrameworkCache(Path cache, Path bundles) {
        this.folder = cache.resolve("framework");
        this.noted = cache.resolve("framework.bundles");
        this.bundles = bundles;
    }

    Path folder() {
        return folder;
    }

    /** Returns the jars of the distribution as it is now. */
    List<Path> jars() throws IOException {
        if (jars == null) {
            try (Stream<Path> files = Files.walk(bundles, 2)) {
                jars = files.filter(file -> file.toString().endsWith(".jar"))
                        .sorted()
                        .toList();
            }
        }
        return jars;
    }

    /** Tells whether all that it refers to is there. */
    boolean fits() throws IOException {
        return lines().containsAll(read());
    }

    /** Notes what it refers to from now on. */
    void note() throws IOException {
        var lines = lines();
        if (!lines.equals(read())) {
            Files.write(noted, lines);
        }
    }

    private List<String> lines() throws IOException {
        return jars().stream().map(jar -> jar.toUri().toString()).toList();
    }

    private List<String> read() throws IOException {
        try {
            return Files.readAllLines(noted);
        } catch (NoSuchFileException | CharacterCodingException e) {
            return List.of("unknown");
        }
    }
}
