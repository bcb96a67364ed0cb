package org.musicplatform.hosts.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LibraryMigration;
import org.musicplatform.core.api.library.LibraryReplacement;

class LibraryFileCommandsTest extends CommandRunner {

    @Test
    void a_backup_is_restored_and_the_place_of_the_library_before_is_told() {
        core.answer("restore", new LibraryReplacement("/home/library.db.replaced-1", List.of()));
        assertEquals(0, run("restore", "safe/copy.db"));
        assertTrue(core.calls.contains("restore[/here/safe/copy.db]"), core.calls::toString);
        assertEquals("Done. The library before is now /home/library.db.replaced-1.\n", out());
    }

    @Test
    void what_was_salvaged_is_told_line_by_line_and_as_json() {
        core.answer("salvage", new LibraryReplacement("/home/aside", List.of("12 tracks were taken over.", "Index.")));
        assertEquals(0, run("restore", "--salvage"));
        assertTrue(out().startsWith("12 tracks were taken over.\nIndex.\nDone."), this::out);
        assertEquals(0, run("--json", "restore", "--salvage"));
        assertTrue(
                out().endsWith("{\"aside\":\"/home/aside\",\"notes\":[\"12 tracks were taken over.\",\"Index.\"]}\n"),
                this::out);
    }

    @Test
    void to_restore_takes_exactly_one_way() {
        core.answer("beginAnew", new LibraryReplacement(null, List.of()));
        assertEquals(2, run("restore"));
        assertEquals(2, run("restore", "--new", "copy.db"));
        assertEquals(0, run("restore", "--new"));
        assertEquals("Done.\n", out());
    }

    @Test
    void a_refused_restore_is_a_failure_in_words() {
        core.fail("restore", new LibraryException(LibraryException.IN_USE, true, "A source is being indexed.", null));
        assertEquals(1, run("restore", "copy.db"));
        assertEquals("music: A source is being indexed.\n", err());
    }

    @Test
    void a_dry_run_tells_the_steps_and_fails_when_one_would() {
        core.answer(
                "migrate",
                new LibraryMigration(
                        5, 7, List.of("changes", "entities"), true, Duration.ofMillis(1500), null, List.of()));
        assertEquals(0, run("migrate", "--dry-run"));
        assertTrue(core.calls.contains("migrate[true]"), core.calls::toString);
        assertEquals("On a copy, from schema 5 to 7:\n  6  changes\n  7  entities\n", out());
        core.answer(
                "migrate",
                new LibraryMigration(5, 7, List.of("a", "b"), true, Duration.ZERO, null, List.of("A step fails.")));
        assertEquals(1, run("--json", "migrate", "--dry-run"));
        assertTrue(
                out().endsWith("{\"from\":5,\"to\":7,\"steps\":[\"a\",\"b\"],\"dry_run\":true,\"seconds\":0.0,"
                        + "\"safety_copy\":null,\"findings\":[\"A step fails.\"]}\n"),
                this::out);
    }

    @Test
    void a_migration_tells_the_copy_from_before_and_one_that_is_not_needed_says_so() {
        core.answer(
                "migrate",
                new LibraryMigration(6, 7, List.of("x"), false, Duration.ZERO, "/home/library.db.schema-6", List.of()));
        assertEquals(0, run("migrate"));
        assertTrue(core.calls.contains("migrate[false]"), core.calls::toString);
        assertTrue(out().contains("kept in /home/library.db.schema-6."), this::out);
        core.answer("migrate", new LibraryMigration(7, 7, List.of(), false, Duration.ZERO, null, List.of()));
        assertEquals(0, run("migrate"));
        assertTrue(out().endsWith("The library has the tables of this version (schema 7).\n"), this::out);
    }
}
