package org.musicplatform.hosts.shell;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Opens the terminal that a person sits at. */
final class SystemTerminal {

    private SystemTerminal() {}

    static Terminal open() throws IOException {
        // JLine looks for what speaks to the terminal through the thread's loader, and settles for less without a word
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(Terminal.class.getClassLoader());
        try {
            return TerminalBuilder.builder().system(true).build();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
