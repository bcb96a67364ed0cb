package org.musicplatform.core.library;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another Java process with the class path of the tests, for what one process cannot show. */
final class Child implements AutoCloseable {

    final Process process;
    private final BufferedReader said;

    private Child(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Runs the main method of a class, with words before the command if there are any. */
    static Child run(List<String> before, Class<?> main, Object... arguments) throws IOException {
        var command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    static Child run(Class<?> main, Object... arguments) throws IOException {
        return run(List.of(), main, arguments);
    }

    /** Returns the next line that it says, null when it has ended. */
    String line() throws IOException {
        return said.readLine();
    }

    /** Returns all that it still says, until it ends. */
    List<String> rest() {
        return said.lines().toList();
    }

    void say(String line) throws IOException {
        var out = process.getOutputStream();
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Ends it as a power cut would; returns when nothing of it runs any more. */
    void kill() {
        process.toHandle().destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
