package org.musicplatform.hosts.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Runs commands against a fake core, and keeps what they say. */
abstract class CommandRunner {

    final FakeCore core = new FakeCore();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    final int run(String... arguments) {
        boolean piped = arguments.length == 2 && arguments[1].equals("shell");
        String input = piped ? arguments[0] : "";
        String[] typed = piped ? new String[] {"shell"} : arguments;
        return new Commands(core.service, () -> null)
                .apply(Map.of(
                        "args",
                        typed,
                        "in",
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        "out",
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        "err",
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        "home",
                        Path.of(""),
                        "directory",
                        Path.of("/here"),
                        "terminal",
                        false));
    }

    final String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    final String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
