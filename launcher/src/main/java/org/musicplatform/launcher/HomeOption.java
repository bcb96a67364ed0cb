package org.musicplatform.launcher;

import java.nio.file.Path;

/** Finds {@code --home} among the options before the command, and the command. */
final class HomeOption {

    private HomeOption() {}

    /** The option stands there without a directory. */
    static final class MissingValueException extends Exception {
        private static final long serialVersionUID = 1L;

        MissingValueException() {
            super("--home needs a directory, for example: music --home ~/my-music-library status");
        }
    }

    /** Returns the directory that was given, or null. */
    static Path in(String[] arguments) throws MissingValueException {
        for (int i = 0; i < arguments.length && arguments[i].startsWith("-"); i++) {
            if (arguments[i].startsWith("--home=")) {
                return directory(arguments[i].substring("--home=".length()));
            }
            if (arguments[i].equals("--home")) {
                return directory(i + 1 < arguments.length ? arguments[i + 1] : "");
            }
        }
        return null;
    }

    /** Returns the first word behind the options, empty when there is none. */
    static String command(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--home")) {
                i++;
            } else if (!arguments[i].startsWith("-")) {
                return arguments[i];
            }
        }
        return "";
    }

    private static Path directory(String value) throws MissingValueException {
        if (value.isBlank()) {
            throw new MissingValueException();
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}
