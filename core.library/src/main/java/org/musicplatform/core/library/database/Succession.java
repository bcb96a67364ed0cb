package org.musicplatform.core.library.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LibraryReplacement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts another file in the place of a library: made beside it, then renamed, and the old one put aside. What a crash
 * leaves of that is made good when the library is opened next.
 */
public final class Succession {

    private static final Logger LOG = LoggerFactory.getLogger(Succession.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);
    private static final String SOUND = "replaced-";
    private static final String DAMAGED = "aside-";
    // where SQLite locks a file that it has open
    private static final long LOCKED_AT = 0x4000_0002L;
    private static final int LOCKED_BYTES = 510;

    private final Path database;
    private final Path part;
    private final Path heir;
    private final String kind;
    private final Maker early;
    private final Maker late;
    private final List<String> notes = new ArrayList<>();
    private Path aside;

    /** Makes the new file, or a part of it. */
    private interface Maker {
        void make(Path part, List<String> notes) throws SQLException, IOException;

        static void nothing(Path part, List<String> notes) {
            // all is done by the other
        }
    }

    private Succession(Path database, boolean sound, Maker early, Maker late) {
        this.database = database;
        this.part = DatabaseFile.beside(database, "heir.part");
        this.heir = DatabaseFile.beside(database, "heir");
        this.kind = sound ? SOUND : DAMAGED;
        this.early = early;
        this.late = late;
    }

    /** Takes what a backup has that is no part of a library out of a copy of it. */
    public interface Unpacking {
        /** @param notes takes what came of it, one sentence each */
        void unpack(Sql copy, List<String> notes) throws SQLException;
    }

    /**
     * A copy of a backup.
     *
     * @param sound whether the library in whose place it is put could be opened
     */
    public static Succession ofBackup(Path database, Path backup, boolean sound, Unpacking unpacking) {
        return new Succession(
                database,
                sound,
                (part, notes) -> copy(database, backup, part, sql -> unpacking.unpack(sql, notes)),
                Maker::nothing);
    }

    /** What can be read of the library itself. */
    public static Succession ofRemains(Path database) {
        return new Succession(database, false, Maker::nothing, (part, notes) -> Salvage.run(database, part, notes));
    }

    /** A new library. */
    public static Succession ofNothing(Path database) {
        return new Succession(database, false, Maker::nothing, (part, notes) -> {
            try (var sql = new Connections(part).writing()) {
                Schema.migrate(sql, part);
            }
        });
    }

    private interface Then {
        void run(Sql sql) throws SQLException;
    }

    private static void copy(Path database, Path backup, Path part, Then then) throws SQLException, IOException {
        if (!Files.isRegularFile(backup)) {
            throw Errors.badBackup(backup, LibraryException.IO, "there is no such file", null);
        }
        if (Files.exists(database) && Files.isSameFile(database, backup)) {
            throw Errors.badBackup(backup, LibraryException.IN_USE, "it is the library itself", null);
        }
        try {
            DatabaseFile.check(backup);
        } catch (LibraryException e) {
            throw Errors.badBackup(backup, e.code(), e.getMessage(), e);
        }
        DatabaseFile.copy(backup, part);
        try (var sql = new Connections(part).writing()) {
            if (Schema.checkKnown(sql, backup) == 0) {
                throw Errors.badBackup(backup, LibraryException.DAMAGED, "it is empty", null);
            }
            var found = Upkeep.pages(sql);
            if (!found.isEmpty()) {
                throw Errors.badBackup(backup, LibraryException.DAMAGED, found.get(0), null);
            }
            Schema.migrate(sql, backup);
            then.run(sql);
        } catch (SQLException e) {
            if (Trouble.of(e) == Trouble.FULL) {
                throw e;
            }
            throw Errors.badBackup(backup, LibraryException.DAMAGED, e.getMessage(), e);
        }
    }

    /** Does what can be done while the library is in use. */
    public void prepare() throws SQLException, IOException {
        DatabaseFile.remove(part);
        make(early);
    }

    /** Takes the place of the library; nobody may have it open. */
    public void take() throws SQLException, IOException {
        if (isOpenElsewhere()) {
            DatabaseFile.remove(part);
            throw Errors.openElsewhere(database);
        }
        make((file, told) -> {
            late.make(file, told);
            try (var sql = new Connections(file).writing()) {
                Revisions.carryOn(database, sql);
            }
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        });
        Files.move(part, heir, StandardCopyOption.ATOMIC_MOVE);
        if (Files.exists(database)) {
            aside = free(database, kind + STAMP.format(Instant.now()));
            Files.move(database, aside, StandardCopyOption.ATOMIC_MOVE);
        }
        moveLog(database, aside);
        Files.move(heir, database, StandardCopyOption.ATOMIC_MOVE);
        DatabaseFile.forceFolder(database.toAbsolutePath().getParent());
    }

    private void make(Maker maker) throws SQLException, IOException {
        try {
            maker.make(part, notes);
        } catch (SQLException | IOException | RuntimeException e) {
            DatabaseFile.remove(part);
            throw e;
        }
    }

    /** On Windows an open file cannot be renamed; elsewhere its owner would take the new log for its own. */
    private boolean isOpenElsewhere() {
        if (!Files.isWritable(database)) {
            return false;
        }
        try (var channel = FileChannel.open(database, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = channel.tryLock(LOCKED_AT, LOCKED_BYTES, false)) {
            return lock == null;
        } catch (IOException e) {
            LOG.warn("It is not known whether another program has {} open: {}", database, e.getMessage());
            return false;
        }
    }

    private static Path free(Path database, String suffix) {
        Path path = DatabaseFile.beside(database, suffix);
        for (int i = 2; Files.exists(path); i++) {
            path = DatabaseFile.beside(database, suffix + "-" + i);
        }
        return path;
    }

    /** What is in the log of the old one goes with it, and nothing is left that the new one would take for its own. */
    private static void moveLog(Path database, Path aside) throws IOException {
        Path log = DatabaseFile.log(database);
        if (Files.exists(log) && Files.size(log) > 0 && aside != null) {
            Files.move(log, DatabaseFile.log(aside), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(log);
        Files.deleteIfExists(DatabaseFile.logIndex(database));
    }

    /** Puts the old one back; nobody may have the new one open. */
    public void undo() throws IOException {
        DatabaseFile.remove(database);
        if (aside != null) {
            if (Files.exists(DatabaseFile.log(aside))) {
                Files.move(DatabaseFile.log(aside), DatabaseFile.log(database), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(aside, database, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Returns where the old one is now, and what was taken over and lost. */
    public LibraryReplacement told() {
        return new LibraryReplacement(aside == null ? null : aside.toString(), notes);
    }

    /** Ends what a crash interrupted, before the library is opened. */
    static void finish(Path database) throws IOException {
        for (String left : List.of("heir.part", "readable", "model", "dry-run")) {
            DatabaseFile.remove(DatabaseFile.beside(database, left));
        }
        Path heir = DatabaseFile.beside(database, "heir");
        if (!Files.exists(heir)) {
            return;
        }
        if (Files.exists(database)) {
            DatabaseFile.remove(heir);
            return;
        }
        moveLog(database, free(database, DAMAGED + STAMP.format(Instant.now())));
        Files.move(heir, database, StandardCopyOption.ATOMIC_MOVE);
        LOG.info("The library was replaced, as a crash did not let it.");
    }

    /** Deletes what was replaced by a library that could be opened since. */
    public static void forgetReplaced(Path database) {
        String prefix = database.getFileName() + "." + SOUND;
        try (var files = Files.newDirectoryStream(
                database.toAbsolutePath().getParent(),
                file -> file.getFileName().toString().startsWith(prefix))) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("What was replaced in {} stays: {}", database, e.getMessage());
        }
    }
}
