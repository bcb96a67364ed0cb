package org.musicplatform.launcher;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The classes of this distribution as this JVM keeps them in memory, in a file that later starts map instead of reading
 * them from jars (<a href="https://openjdk.org/jeps/350">JEP 350</a>). The {@code music} script names the file, since it
 * fits one JVM, one place, and these jars alone; it does so where there is none yet and one may be written.
 */
final class ClassArchive {

    /** Property: where it is wanted. */
    static final String FILE = "music.archive";

    private static final Set<String> INDEXING = Set.of("index", "open", "shell");

    private ClassArchive() {}

    /** Writes it where it is wanted, if this command was one to learn from. A failure costs only the next start. */
    static void write(String command) {
        if (!loadsMost(command)) {
            return;
        }
        Path archive = Path.of(System.getProperty(FILE));
        Path unfinished = archive.resolveSibling(
                archive.getFileName() + "-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(archive.getParent());
            dump(unfinished);
            // a JVM that maps half a file crashes
            try (var written = FileChannel.open(unfinished)) {
                written.force(true);
            }
            Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
            deleteOthers(archive);
        } catch (JMException | IOException | RuntimeException e) {
            System.getLogger(ClassArchive.class.getName()).log(Level.DEBUG, "no archive of classes at " + archive, e);
            unfinished.toFile().delete();
        }
    }

    /** Tells whether a command indexes, as a folder by itself does: help alone would leave an archive of little. */
    private static boolean loadsMost(String command) {
        return INDEXING.contains(command) || !command.isEmpty() && new File(command).isDirectory();
    }

    /** Asks as {@code jcmd} would, whose words are parted by spaces outside of quotes. */
    private static void dump(Path file) throws JMException {
        ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "vmCds",
                        new Object[] {new String[] {"dynamic_dump", "\"" + file + "\""}},
                        new String[] {String[].class.getName()});
    }

    /** Deletes what fitted the same version of Java, and fits no longer. */
    private static void deleteOthers(Path archive) throws IOException {
        String name = archive.getFileName().toString();
        String version = name.substring(0, name.lastIndexOf('-') + 1);
        try (var others = Files.newDirectoryStream(archive.getParent(), version + "*")) {
            for (Path other : others) {
                if (!other.equals(archive)) {
                    Files.delete(other);
                }
            }
        }
    }
}
