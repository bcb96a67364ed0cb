package org.musicplatform.launcher;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * One call of the commands.
 *
 * @param arguments as typed
 * @param directory what relative paths are relative to
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param terminal whether a person sits at all three
 */
record CommandCall(
        String[] arguments, Path directory, InputStream in, PrintStream out, PrintStream err, boolean terminal) {}
