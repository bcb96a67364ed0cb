package org.musicplatform.hosts.shell;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Set;

/** The framework's own shell, for lines of the interactive shell that name none of our commands. */
public interface FrameworkShell {

    /** Returns the names of its commands, with and without their scope ({@code lb}, {@code felix:lb}). */
    Set<String> commands();

    /**
     * Runs one line, in the language of that shell.
     *
     * @throws Exception what the command ended with
     */
    void run(String line, InputStream in, PrintStream out, PrintStream err) throws Exception;
}
