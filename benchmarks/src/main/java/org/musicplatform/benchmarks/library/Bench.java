package org.musicplatform.benchmarks.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.musicplatform.core.library.LibraryEngine;

/** What all steps share: {@code DIR TRACKS}, the rows, the library in DIR. */
record Bench(Path folder, SyntheticLibrary music) {

    private static final long SEED = 20_240_229;
    private static final String[] FILES = {"", "-wal", "-shm", ".lock"};

    static Bench of(String... args) {
        return new Bench(Path.of(args[0]), new SyntheticLibrary(SEED, Integer.parseInt(args[1])));
    }

    Path database() {
        return folder.resolve("library.db");
    }

    LibraryEngine open() {
        if (!Files.exists(database())) {
            throw new IllegalStateException("there is no " + database() + ": run the step write first");
        }
        return open(database());
    }

    static LibraryEngine open(Path database) {
        return new LibraryEngine(database, Clock.systemUTC(), event -> {});
    }

    static void delete(Path database) throws IOException {
        for (String suffix : FILES) {
            Files.deleteIfExists(Path.of(database + suffix));
        }
    }
}
