package org.musicplatform.core.library.userdata;

import java.sql.SQLException;
import java.util.Objects;
import org.musicplatform.core.api.library.Annotation;
import org.musicplatform.core.api.library.Listener;
import org.musicplatform.core.api.library.ListenerId;
import org.musicplatform.core.api.library.Playlist;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.library.intake.Readings;
import org.musicplatform.core.library.listener.AnnotationRows;
import org.musicplatform.core.library.listener.ListenerRows;
import org.musicplatform.core.library.lyrics.KeptLyrics;
import org.musicplatform.core.library.playlist.PlaylistRows;
import org.musicplatform.core.library.playlist.RulesJson;
import org.musicplatform.core.library.playlist.TrackFinder;
import org.musicplatform.core.library.track.LyricsRows;
import org.musicplatform.core.library.track.LyricsText;
import org.musicplatform.core.library.track.Overrides;
import org.musicplatform.core.library.track.TagsText;
import org.musicplatform.core.library.writer.Writing;
import org.musicplatform.core.support.TextFolding;

/** Brings lines of user data into rows, each at most once. Used by the writer thread. */
public final class UserMerge {

    private static final int AT_ONCE = 5_000;

    private UserMerge() {}

    /** How many lines came to what. */
    static final class Outcome {
        long taken;
        long known;
        long waiting;
    }

    /** Refuses what could not be stored, in words. */
    static void check(UserLine line) {
        switch (line.type()) {
            case "listener" -> requireName(line.text("listener"), Listener.MAX_NAME, true);
            case "playlist" -> requireName(line.text("name"), Playlist.MAX_NAME, false);
            case "entry" -> requireTrack(line);
            case "annotation" -> {
                requireTrack(line);
                new Annotation((int) line.number("rating"), false, 0, null); // says what a rating is
            }
            case "play" -> {
                requireTrack(line);
                if (line.number("started") <= 0 || line.number("heard_ms") < 0) {
                    throw new IllegalArgumentException("a play has no time");
                }
            }
            case "override" -> {
                requireTrack(line);
                if (line.list() == null || line.text("field") == null || TagsText.field(line.text("field")) == null) {
                    throw new IllegalArgumentException("it names no field that is known, or no values");
                }
            }
            case "lyrics" -> {
                requireTrack(line);
                KeptLyrics.check(lyrics(line));
            }
            default -> throw new IllegalArgumentException("its type " + line.type() + " is not known");
        }
    }

    private static void requireName(String name, int longest, boolean mayBeEmpty) {
        if (name == null || name.length() > longest || name.isBlank() && !(mayBeEmpty && name.isEmpty())) {
            throw new IllegalArgumentException("a name has 1 to " + longest + " characters");
        }
    }

    private static void requireTrack(UserLine line) {
        if (line.track() == null) {
            throw new IllegalArgumentException("it names no track");
        }
    }

    /** Returns the row of a listener; the first one of a file is the first one here, unless there is one of its name. */
    static long listener(Writing writing, UserLine line) throws SQLException {
        String name = line.text("listener");
        for (Listener each : ListenerRows.all(writing.sql())) {
            if (TextFolding.key(each.name()).equals(TextFolding.key(name))) {
                return each.id().value();
            }
        }
        if (name.isEmpty()) {
            return AnnotationRows.LISTENER;
        }
        var first = new ListenerId(AnnotationRows.LISTENER);
        boolean unnamed = writing.sql()
                        .number("SELECT count(*) FROM listener WHERE id = ? AND name = ''", AnnotationRows.LISTENER)
                > 0;
        var made = line.is("first") && unnamed
                ? ListenerRows.rename(writing, first, name)
                : ListenerRows.add(writing, name);
        return made.id().value();
    }

    /**
     * Where a playlist went.
     *
     * @param made whether it is new
     */
    record Target(long id, boolean made) {}

    private record Same(long id, String rules) {}

    /** Returns the playlist of the same name and kind, or makes one, with a number when another one has the name. */
    static Target playlist(Writing writing, long listener, UserLine line) throws SQLException {
        var sql = writing.sql();
        String rules = line.rules() == null ? null : RulesJson.write(line.rules());
        String name = line.text("name").strip();
        for (int i = 2; ; i++) {
            var same = sql.first(
                    "SELECT id, rules FROM playlist WHERE listener_id = ? AND name_key = ?",
                    row -> new Same(row.getLong(1), row.getString(2)),
                    listener,
                    TextFolding.key(name));
            if (same != null && Objects.equals(same.rules(), rules)) {
                return new Target(same.id(), false);
            }
            if (same == null) {
                var id = PlaylistRows.create(writing, new ListenerId(listener), name, line.rules())
                        .id();
                if (line.is("shared")) {
                    PlaylistRows.share(writing, id, true);
                }
                return new Target(id.value(), true);
            }
            String end = " (" + i + ")";
            String begin = line.text("name").strip();
            name = begin.substring(0, Math.min(begin.length(), Playlist.MAX_NAME - end.length())) + end;
        }
    }

    /**
     * Stores what a line tells of a track, or lets it wait.
     *
     * @param line whose listener is the row
     */
    static void merge(Writing writing, UserLine line, Long track, Outcome outcome) throws SQLException {
        var sql = writing.sql();
        long listener = line.number("listener");
        boolean there = track != null && sql.number("SELECT count(*) FROM track WHERE id = ?", track) > 0;
        if (!there) {
            int made = sql.update(
                    "INSERT OR IGNORE INTO waiting (listener_id, line) VALUES (?, ?)",
                    listener,
                    line.without("listener").write());
            outcome.waiting += made;
            outcome.known += 1 - made;
            return;
        }
        boolean isNew =
                switch (line.type()) {
                    case "annotation" -> annotation(writing, listener, track, line);
                    case "play" -> play(writing, listener, track, line);
                    case "lyrics" -> lyrics(writing, track, line);
                    default -> override(writing, track, line);
                };
        outcome.taken += isNew ? 1 : 0;
        outcome.known += isNew ? 0 : 1;
    }

    private record Said(int rating, boolean favourite, long changed) {}

    /** Of two ratings the later one stays; one is never replaced by none. */
    private static boolean annotation(Writing writing, long listener, long track, UserLine line) throws SQLException {
        var sql = writing.sql();
        var here = sql.first(
                "SELECT rating, favourite, changed FROM annotation WHERE listener_id = ? AND track_id = ?",
                row -> new Said(row.getInt(1), row.getInt(2) != 0, row.getLong(3)),
                listener,
                track);
        var said = new Said((int) line.number("rating"), line.is("favourite"), line.number("changed"));
        int rating = said.rating();
        boolean favourite = said.favourite();
        if (here != null) {
            boolean later = said.changed() > here.changed();
            rating = here.rating() == 0 || later && rating > 0 ? rating : here.rating();
            favourite |= here.favourite();
            if (rating == here.rating() && favourite == here.favourite()) {
                return false;
            }
        }
        sql.update(
                "INSERT INTO annotation (listener_id, track_id, rating, favourite, changed) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (listener_id, track_id) DO UPDATE SET rating = excluded.rating,"
                        + " favourite = excluded.favourite, changed = max(changed, excluded.changed)",
                listener,
                track,
                rating,
                favourite ? 1 : 0,
                said.changed());
        writing.changes().updated(track);
        return true;
    }

    private static boolean play(Writing writing, long listener, long track, UserLine line) throws SQLException {
        var sql = writing.sql();
        long started = line.number("started");
        if (sql.number(
                        "SELECT count(*) FROM play WHERE listener_id = ? AND started = ? AND track_id = ?",
                        listener,
                        started,
                        track)
                > 0) {
            return false;
        }
        boolean counted = line.is("counted");
        sql.update(
                "INSERT INTO play (listener_id, track_id, started, heard_ms, counted) VALUES (?, ?, ?, ?, ?)",
                listener,
                track,
                started,
                line.number("heard_ms"),
                counted ? 1 : 0);
        if (counted) {
            sql.update(
                    "INSERT INTO annotation (listener_id, track_id, plays, last_played, changed) VALUES (?, ?, 1, ?, 0)"
                            + " ON CONFLICT (listener_id, track_id) DO UPDATE SET plays = plays + 1,"
                            + " last_played = max(coalesce(last_played, 0), excluded.last_played)",
                    listener,
                    track,
                    started);
        }
        writing.changes().updated(track);
        return true;
    }

    private static boolean override(Writing writing, long track, UserLine line) throws SQLException {
        int changed = writing.sql()
                .update(
                        "INSERT INTO override (track_id, field, vals, origin, changed) VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT (track_id, field, origin) DO UPDATE SET vals = excluded.vals,"
                                + " changed = excluded.changed WHERE excluded.changed > changed"
                                + " AND vals <> excluded.vals",
                        track,
                        line.text("field"),
                        TagsText.json(line.list()),
                        Overrides.USER,
                        line.number("changed"));
        if (changed > 0) {
            describe(writing, track);
        }
        return changed > 0;
    }

    private static Lyrics lyrics(UserLine line) {
        if (line.text("body") == null) {
            throw new IllegalArgumentException("it has no lyrics");
        }
        try {
            var lines = LyricsText.lines(line.text("body"));
            boolean synced = line.is("synced") && lines.stream().allMatch(each -> each.start() != null);
            return new Lyrics(Lyrics.USER, line.text("language"), synced, lines);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("its lyrics cannot be read", e);
        }
    }

    /** Of two texts the later one stays. */
    private static boolean lyrics(Writing writing, long track, UserLine line) throws SQLException {
        var lyrics = lyrics(line);
        int changed = writing.sql()
                .update(
                        "INSERT INTO lyrics (track_id, origin, found, synced, language, body, checked)"
                                + " VALUES (?, ?, 1, ?, ?, ?, ?) ON CONFLICT (track_id, origin) DO UPDATE SET"
                                + " synced = excluded.synced, language = excluded.language, body = excluded.body,"
                                + " checked = excluded.checked WHERE excluded.checked > checked"
                                + " AND body <> excluded.body",
                        track,
                        Lyrics.USER,
                        lyrics.synced() ? 1 : 0,
                        lyrics.language(),
                        LyricsText.write(lyrics),
                        line.number("changed"));
        if (changed > 0) {
            LyricsRows.index(writing, track);
            writing.changes().updated(track);
        }
        return changed > 0;
    }

    static void describe(Writing writing, long track) throws SQLException {
        String title = writing.sql().first("SELECT title FROM track WHERE id = ?", row -> row.getString(1), track);
        Readings.describeAgain(writing, track, title);
    }

    private record Waiting(long id, UserLine line) {}

    /** Binds lines that waited for a track that changed after a revision. */
    public static void bindWaiting(Writing writing, long since) throws SQLException {
        var sql = writing.sql();
        long last = 0;
        while (true) {
            var waiting = sql.list(
                    "SELECT id, line, listener_id FROM waiting WHERE id > ? ORDER BY id LIMIT " + AT_ONCE,
                    row -> new Waiting(
                            row.getLong(1), UserLine.read(row.getString(2)).with("listener", row.getLong(3))),
                    last);
            if (waiting.isEmpty()) {
                return;
            }
            last = waiting.get(waiting.size() - 1).id();
            var wanted = waiting.stream()
                    .map(one -> TrackKeys.wanted(one.line().track()))
                    .toList();
            var tracks = new TrackFinder(sql).find(wanted, since);
            for (int i = 0; i < tracks.size(); i++) {
                if (tracks.get(i) != null) {
                    merge(writing, waiting.get(i).line(), tracks.get(i), new Outcome());
                    sql.update(
                            "DELETE FROM waiting WHERE id = ?", waiting.get(i).id());
                }
            }
        }
    }
}
