package org.musicplatform.launcher.integration;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Builds examples as their readers do: a copy, on its own, against the repository that the build leaves behind. Nothing
 * is downloaded, and the person's own local repository stays as it is.
 */
final class Examples {

    private final Path folder;

    Examples(Path folder) {
        this.folder = folder;
    }

    /** Tells whether the Maven that the examples need is there. */
    static boolean canBuild() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(bin -> Files.isExecutable(Path.of(bin, "mvn")));
    }

    /** Builds an example, its tests included, and returns its jar. */
    Path build(String name) throws IOException, InterruptedException {
        Path project = copy(Path.of(System.getProperty("music.examples"), name));
        Path log = folder.resolve(name + ".log");
        var maven = new ProcessBuilder(
                "mvn",
                "-B",
                "-o",
                "-Daether.offline.protocols=file",
                "-s",
                settings().toString(),
                "-Dmusicplatform.repository="
                        + Path.of(System.getProperty("music.repository")).toUri(),
                "package");
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment().remove("MAVEN_OPTS");
        var process = maven.directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(300, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("building " + name + " takes too long:\n" + Files.readString(log));
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(name + " cannot be built:\n" + Files.readString(log));
        }
        return project.resolve("target/" + name + ".jar");
    }

    private Path copy(Path from) throws IOException {
        Path to = folder.resolve(from.getFileName().toString());
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path relative = from.relativize(file);
                if (Files.isRegularFile(file) && !relative.startsWith("target")) {
                    Files.createDirectories(to.resolve(relative).getParent());
                    Files.copy(file, to.resolve(relative));
                }
            }
        }
        return to;
    }

    /** What the build itself has downloaded stands in for Maven Central. */
    private Path settings() throws IOException {
        return Files.writeString(folder.resolve("settings.xml"), """
                <settings>
                  <localRepository>%s</localRepository>
                  <mirrors>
                    <mirror><id>built-with</id><mirrorOf>central</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                </settings>
                """.formatted(
                        folder.resolve("local-repository"),
                        Path.of(System.getProperty("music.maven.repository")).toUri()));
    }
}
