package org.musicplatform.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The {@code music} program. */
public final class Main {

    private Main() {}

    /** Runs one command, or the shell, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // what a command prints is all that goes to standard output; whatever else prints goes to standard error
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setOut(err);
        System.setErr(err);
        int code = run(arguments, out, err);
        out.flush();
        System.exit(code);
    }

    private static int run(String[] arguments, PrintStream out, PrintStream err) {
        Path distribution = Path.of(System.getProperty("music.distribution", "."));
        try (var home = Home.open(HomeOption.in(arguments))) {
            var command = new CommandRun(arguments, out, err, home.directory());
            command.stopOnInterrupt();
            try (var core = RunningCore.start(distribution, home.directory())) {
                return command.in(core);
            } finally {
                command.ended();
            }
        } catch (HomeOption.MissingValueException e) {
            err.println("music: " + e.getMessage());
            return 2;
        } catch (Home.UnusableException | RunningCore.NotStartedException | IOException e) {
            err.println("music: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            return 130;
        }
    }
}
