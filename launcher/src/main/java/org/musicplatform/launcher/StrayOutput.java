package org.musicplatform.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where everything goes that is printed and is no output of a command. Event Admin complains there at the end about
 * events that nobody waits for any more; Gogo puts back at its end what it found, so silence has to lie beneath.
 */
final class StrayOutput extends OutputStream {

    private final PrintStream err;
    private volatile boolean silent;

    private StrayOutput(PrintStream err) {
        this.err = err;
    }

    /** Takes the place of both streams of the system. */
    static StrayOutput redirect(PrintStream err) {
        var stray = new StrayOutput(err);
        var printed = new PrintStream(stray, true, StandardCharsets.UTF_8);
        System.setOut(printed);
        System.setErr(printed);
        return stray;
    }

    void silence() {
        silent = true;
    }

    @Override
    public void write(int b) {
        if (!silent) {
            err.write(b);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (!silent) {
            err.write(bytes, offset, length);
        }
    }

    @Override
    public void flush() throws IOException {
        err.flush();
    }
}
