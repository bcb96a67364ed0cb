package org.musicplatform.core.library;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.TrackId;

/** A process with a library, which does what it is told line by line and answers with a line each. */
final class Person {

    private Person() {}

    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Lib lib = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String answer = "ok";
            try {
                switch (line) {
                    case "open" -> lib = Lib.unwritten(folder, LibraryOptions.ofSystem());
                    case "count" -> answer = "" + lib.tracks().items().size();
                    case "rate" -> lib.engine.rate(new TrackId(1), 5).join();
                    case "close" -> lib.close();
                    default -> answer = "what?";
                }
            } catch (RuntimeException e) {
                var cause = e instanceof LibraryException ? e : e.getCause();
                answer = cause instanceof LibraryException failure ? failure.code() + ": " + e.getMessage() : "" + e;
            }
            System.out.println(answer);
        }
    }

    /** Tells such a process something, and returns what it answers. */
    static String ask(Child person, String what) throws Exception {
        person.say(what);
        return person.line();
    }
}
