package org.musicplatform.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.musicplatform.core.api.library.LibraryCounts;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.api.sync.SyncStatus;

/**
 * Indexing is cut off at every phase, by the end of the process; the next process has to bring the library to where it
 * would be, and to read no more than a batch anew, but for what
 * was under way.
 */
@Timeout(300)
class FaultMatrixTest {

    /** How much one transaction of the library holds at most. */
    private static final int BATCH = 500;

    /** What readers have under way at most, and what waits for the writer. */
    private static final int UNDER_WAY = 128 + 200;

    private static final Tripwire NONE = new Tripwire("");

    /** What is to be indexed, over what is known already. */
    enum Chapter {
        FIRST_FOLDER,
        CHANGED_FOLDER,
        FIRST_DRIVE,
        CHANGED_DRIVE;

        boolean isChanged() {
            return this == CHANGED_FOLDER || this == CHANGED_DRIVE;
        }

        boolean isDrive() {
            return this == FIRST_DRIVE || this == CHANGED_DRIVE;
        }
    }

    private record Library(Set<String> all, LibraryCounts counts) {}

    @TempDir
    static Path dir;

    private static final Map<Chapter, World> worlds = new EnumMap<>(Chapter.class);
    private static final Map<Chapter, Library> undisturbed = new EnumMap<>(Chapter.class);

    @BeforeAll
    static void index_without_any_fault() throws Exception {
        for (Chapter chapter : Chapter.values()) {
            var world = chapter.isDrive() ? new World.Drive() : new World.Folder(dir.resolve("music " + chapter));
            world.begin(World.files(chapter.isChanged()));
            worlds.put(chapter, world);
            Path home = Files.createDirectories(before(chapter));
            try (var indexer = new Indexer(home, world, NONE)) {
                indexer.sync.add(world.provider().id(), world.location()).get();
                if (chapter.isChanged()) {
                    assertCompleted(indexer.run());
                    rate(indexer);
                    world.change();
                }
            }
            Files.deleteIfExists(home.resolve("reads"));
            try (var indexer = new Indexer(copy(home, "undisturbed " + chapter), world, NONE)) {
                assertCompleted(indexer.run());
                undisturbed.put(chapter, library(indexer));
            }
        }
    }

    private static void assertCompleted(SyncStatus status) {
        assertEquals(SyncState.COMPLETED, status.state(), status.reason());
    }

    private static Path before(Chapter chapter) {
        return dir.resolve("before " + chapter);
    }

    /** Says something of tracks that are moved, changed, removed and left alone. */
    private static void rate(Indexer indexer) {
        int every = 0;
        for (var track : indexer.tracks()) {
            if (every++ % 7 == 0) {
                indexer.library.rate(track.id(), 1 + every % 5).join();
            }
        }
    }

    private static Path copy(Path home, String name) throws IOException {
        Path copy = Files.createDirectories(dir.resolve(name));
        try (var files = Files.list(home)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static Library library(Indexer indexer) {
        assertEquals(List.of(), indexer.library.check().join());
        return new Library(indexer.all(), indexer.library.counts().join());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        FIRST_FOLDER   | before Listing.next 1
        FIRST_FOLDER   | after Intake.observeLater 2
        FIRST_FOLDER   | after Intake.listed 1
        FIRST_FOLDER   | read 900
        FIRST_FOLDER   | before Intake.finish 1
        FIRST_FOLDER   | before LibraryWriter.noteJob 2
        CHANGED_FOLDER | after Intake.observeLater 1
        CHANGED_FOLDER | before Intake.listed 1
        CHANGED_FOLDER | after Intake.listed 1
        CHANGED_FOLDER | before Intake.finish 1, transaction 3
        FIRST_DRIVE    | after Intake.observeLater 7
        FIRST_DRIVE    | before Intake.finish 1, transaction 1
        FIRST_DRIVE    | after Intake.finish 1
        FIRST_DRIVE    | read 900
        CHANGED_DRIVE  | before StorageSession.changes 1
        CHANGED_DRIVE  | after Intake.observeLater 2
        CHANGED_DRIVE  | before Intake.finish 1, transaction 3
        CHANGED_DRIVE  | after Intake.finish 1
        CHANGED_DRIVE  | read 20
        """)
    void the_next_process_completes_what_was_cut_off(Chapter chapter, String where) throws Exception {
        Path home = copy(before(chapter), chapter + " " + where);
        assertEquals(Tripwire.CUT, index(chapter, home, where), "the process did not come to that point");
        var first = reads(home);
        Files.deleteIfExists(home.resolve("reads"));
        try (var indexer = new Indexer(home, worlds.get(chapter), NONE)) {
            assertEquals(List.of(), indexer.library.check().join(), "right after the fault");
            var status = indexer.run();
            assertCompleted(status);
            var jobs = indexer.sync.history(2).get();
            assertEquals(status.job(), jobs.get(0).job());
            assertEquals(SyncState.FAILED, jobs.get(1).state());
            assertTrue(jobs.get(1).reason().contains("interrupted"), jobs.get(1).reason());

            var whole = undisturbed.get(chapter);
            var now = library(indexer);
            assertEquals(String.join("\n", whole.all()), String.join("\n", now.all()));
            assertEquals(whole.counts(), now.counts());
        }
        var second = reads(home);
        assertEquals(second.size(), new HashSet<>(second).size(), "files were read twice in one process");
        var repeated = new HashSet<>(first);
        repeated.retainAll(second);
        assertTrue(repeated.size() <= BATCH + UNDER_WAY, repeated.size() + " files were read once more");
    }

    private static List<String> reads(Path home) throws IOException {
        return Files.exists(home.resolve("reads")) ? Files.readAllLines(home.resolve("reads")) : List.of();
    }

    /** Runs a process until it is cut off; returns its exit code. */
    private static int index(Chapter chapter, Path home, String where) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Indexer.class.getName(),
                home.toString(),
                chapter.isDrive() ? "drive" : "folder",
                worlds.get(chapter).location(),
                String.valueOf(chapter.isChanged()),
                where));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("said").toFile()))
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("the process hangs: " + Files.readString(home.resolve("said")));
        }
        return process.exitValue();
    }
}
