package org.musicplatform.core.library.userdata;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.UserDataCounts;
import org.musicplatform.core.api.library.UserDataReport;
import org.musicplatform.core.library.database.ReaderPool;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.playlist.PlaylistExchange;
import org.musicplatform.core.library.playlist.Wanted;
import org.musicplatform.core.library.writer.WriterThread;

/**
 * Takes over user data a bunch of lines at a time: tracks are looked for by a reader, so that the writer, which others
 * wait for, only writes. Used by one thread.
 */
public final class UserDataImport {

    private static final int BUNCH = 1_000;
    private static final int MOST_PROBLEMS = 20;

    private final WriterThread writer;
    private final ReaderPool readers;
    private final List<UserLine> bunch = new ArrayList<>();
    private final Map<String, Long> listeners = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private OpenPlaylist playlist; // the one that entries belong to, or null
    private long taken;
    private long known;
    private long waiting;
    private long refused;

    private UserDataImport(WriterThread writer, ReaderPool readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /** Takes over a file. */
    public static UserDataReport read(WriterThread writer, ReaderPool readers, Path file) {
        var taking = new UserDataImport(writer, readers);
        try (var in = Files.newBufferedReader(file)) {
            taking.lines(in, file);
        } catch (CharacterCodingException e) {
            throw bad(file, "it is not UTF-8", e);
        } catch (IOException e) {
            throw new LibraryException(
                    LibraryException.IO,
                    true,
                    "The file " + file + " could not be read (" + e.getMessage() + "). Check that it is there.",
                    e);
        }
        return taking.report();
    }

    private static LibraryException bad(Path file, String why, Exception cause) {
        return new LibraryException(
                LibraryException.BAD_USER_DATA,
                false,
                file + " holds no user data that this version can take over: " + why + ".",
                cause);
    }

    private UserDataReport report() {
        var read = new UserDataCounts(
                count("listener"),
                count("annotation"),
                count("play"),
                count("playlist"),
                count("entry"),
                count("override"),
                count("lyrics"));
        return new UserDataReport(read, taken, known, waiting, refused, problems);
    }

    private long count(String type) {
        return counts.getOrDefault(type, 0L);
    }

    private void lines(BufferedReader in, Path file) throws IOException {
        var text = new StringBuilder();
        long number = 0;
        while (nextLine(in, text)) {
            number++;
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("taking over user data was cancelled");
            }
            if (number == 1) {
                head(text.toString(), file);
            } else if (!text.toString().isBlank()) {
                line(text, number);
            }
        }
        if (number == 0) {
            throw bad(file, "it is empty", null);
        }
        flush();
    }

    /** Reads a line; of one that is too long only so much that this can be told. */
    private static boolean nextLine(BufferedReader in, StringBuilder text) throws IOException {
        text.setLength(0);
        int c = in.read();
        if (c < 0) {
            return false;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (text.length() <= UserLine.LONGEST) {
                text.append((char) c);
            }
        }
        return true;
    }

    private static void head(String line, Path file) {
        UserLine head;
        try {
            head = UserLine.read(line);
        } catch (IllegalArgumentException e) {
            throw bad(file, "its first line is none of such a file", e);
        }
        if (!head.type().equals(UserDataExport.HEAD)) {
            throw bad(file, "its first line is none of such a file", null);
        }
        if (head.number("version") != UserDataExport.VERSION) {
            throw bad(file, "it was written by a newer version", null);
        }
    }

    private void line(StringBuilder text, long number) {
        try {
            if (text.length() > UserLine.LONGEST) {
                throw new IllegalArgumentException("it is longer than " + UserLine.LONGEST + " characters");
            }
            var line = UserLine.read(text.toString());
            UserMerge.check(line);
            take(line);
        } catch (IllegalArgumentException e) {
            refused++;
            if (problems.size() < MOST_PROBLEMS) {
                problems.add("Line " + number + ": " + e.getMessage() + ".");
            }
        }
    }

    private void take(UserLine line) {
        switch (line.type()) {
            case "listener" -> {
                long id = writer.run(writing -> UserMerge.listener(writing, line));
                listeners.put(line.text("listener"), id);
            }
            case "playlist" -> {
                flush();
                var owner = listener(line);
                var id = writer.run(writing -> UserMerge.playlist(writing, owner, line));
                taken += id.made() ? 1 : 0;
                known += id.made() ? 0 : 1;
                playlist = line.rules() == null ? readers.await(sql -> OpenPlaylist.of(sql, id.id())) : null;
            }
            case "entry" -> {
                if (playlist == null) {
                    throw new IllegalArgumentException("an entry follows no playlist");
                }
                add(line);
            }
            default -> add(line.with("listener", listener(line)));
        }
        counts.merge(line.type(), 1L, Long::sum);
    }

    /** Returns the row of the listener that a line is of. */
    private Long listener(UserLine line) {
        String name = line.text("listener") == null ? "" : line.text("listener");
        Long id = listeners.get(name);
        if (id == null) {
            id = writer.run(writing -> UserMerge.listener(writing, line.with("listener", name)));
            listeners.put(name, id);
        }
        return id;
    }

    private void add(UserLine line) {
        bunch.add(line);
        if (bunch.size() == BUNCH) {
            flush();
        }
    }

    /**
     * Lines whose tracks were looked for.
     *
     * @param revision the state of the library in which that was done
     */
    private record Found(List<Wanted> wanted, List<Long> tracks, long revision) {}

    private static Found find(Sql sql, List<UserLine> lines) throws SQLException {
        var wanted = lines.stream().map(line -> TrackKeys.wanted(line.track())).toList();
        return new Found(
                wanted,
                PlaylistExchange.find(sql, wanted),
                sql.number("SELECT value FROM meta WHERE name = 'revision'"));
    }

    private void flush() {
        if (bunch.isEmpty()) {
            return;
        }
        var lines = List.copyOf(bunch);
        bunch.clear();
        var found = readers.await(sql -> find(sql, lines));
        var to = playlist;
        var entries = new ArrayList<OpenPlaylist.Entry>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).type().equals("entry")) {
                var entry = new OpenPlaylist.Entry(
                        found.tracks().get(i), TrackKeys.item(found.wanted().get(i)));
                if (to.lacks(entry)) {
                    entries.add(entry);
                    taken += entry.track() == null ? 0 : 1;
                    waiting += entry.track() == null ? 1 : 0;
                } else {
                    known++;
                }
            }
        }
        var done = writer.run(writing -> {
            var outcome = new UserMerge.Outcome();
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).type().equals("entry")) {
                    UserMerge.merge(writing, lines.get(i), found.tracks().get(i), outcome);
                }
            }
            if (!entries.isEmpty()) {
                OpenPlaylist.append(writing, to.id(), entries);
            }
            PlaylistExchange.tryAgainFrom(writing, found.revision());
            return outcome;
        });
        taken += done.taken;
        known += done.known;
        waiting += done.waiting;
    }
}
