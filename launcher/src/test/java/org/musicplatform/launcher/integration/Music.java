package org.musicplatform.launcher.integration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs the real {@code music} script of the distribution as a person would: typed into a shell, so that a test in the C
 * locale can say what its own JVM cannot hand to a process.
 */
final class Music {

    /** The distribution that was built. */
    static final Path DISTRIBUTION = Path.of(System.getProperty("music.distribution"));

    private final Path distribution;
    private final Path home;
    private final Map<String, String> environment;

    Music(Path home) {
        this(home, Map.of());
    }

    Music(Path home, Map<String, String> environment) {
        this(DISTRIBUTION, home, environment);
    }

    Music(Path distribution, Path home, Map<String, String> environment) {
        this.distribution = distribution;
        this.home = home;
        this.environment = environment;
    }

    /**
     * What a run printed and how it ended.
     *
     * @param code exit code
     * @param out standard output
     * @param err standard error
     */
    record Result(int code, String out, String err) {}

    Result run(String... arguments) throws IOException, InterruptedException {
        return type("", arguments);
    }

    /** Starts what goes on while a test does other things. */
    Running begin(String... arguments) throws IOException {
        Path out = Files.createTempFile("music", ".out");
        Path err = Files.createTempFile("music", ".err");
        var builder = builder(arguments);
        builder.redirectOutput(out.toFile());
        builder.redirectError(err.toFile());
        return new Running(builder.start(), out, err);
    }

    /** Starts a shell and waits until it owns the home: another command that came first would own it instead. */
    Running own() throws IOException, InterruptedException {
        var shell = begin("shell");
        while (!Files.exists(home.resolve("music.sock"))) {
            if (shell.process().waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the shell ended: " + Files.readString(shell.err()));
            }
        }
        return shell;
    }

    /** A {@code music} at work; closing it ends it, whatever it does. */
    record Running(Process process, Path out, Path err) implements AutoCloseable {

        void type(String line) throws IOException {
            process.outputWriter().write(line + "\n");
            process.outputWriter().flush();
        }

        String said() throws IOException {
            return Files.readString(out) + Files.readString(err);
        }

        /** Waits for its end; nothing more is typed. */
        Result end() throws IOException, InterruptedException {
            process.outputWriter().close();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                throw new AssertionError("music does not end; it said: " + said());
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        }

        @Override
        public void close() throws IOException {
            process.destroy();
            process.onExit().join();
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Runs with text on standard input. */
    Result type(String typed, String... arguments) throws IOException, InterruptedException {
        Path in = Files.writeString(Files.createTempFile("music", ".in"), typed);
        Path out = Files.createTempFile("music", ".out");
        Path err = Files.createTempFile("music", ".err");
        var process = start(in, out, err, arguments);
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("music " + Arrays.toString(arguments) + " does not end; it said: " + read(err));
        }
        Files.delete(in);
        return new Result(process.exitValue(), read(out), read(err));
    }

    private Process start(Path in, Path out, Path err, String... arguments) throws IOException {
        var builder = builder(arguments);
        builder.redirectInput(in.toFile());
        builder.redirectOutput(out.toFile());
        builder.redirectError(err.toFile());
        return builder.start();
    }

    private ProcessBuilder builder(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(distribution.resolve("bin/music").toString());
        command.addAll(List.of("--home", home.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder("sh", script(command).toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** Runs a line of the shell in a folder; its text may hold what the JVM of a C locale cannot hand over itself. */
    static void sh(Path folder, String line) throws IOException, InterruptedException {
        Path script = Files.writeString(Files.createTempFile("line", ".sh"), line);
        var process = new ProcessBuilder("sh", script.toString())
                .directory(folder.toFile())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new AssertionError("failed: " + line);
        }
        Files.delete(script);
    }

    private static Path script(List<String> command) throws IOException {
        var line = new StringBuilder("exec");
        command.forEach(word -> line.append(' ').append(quoted(word)));
        Path script = Files.writeString(Files.createTempFile("music", ".sh"), line);
        script.toFile().deleteOnExit();
        return script;
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static String read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }
}
