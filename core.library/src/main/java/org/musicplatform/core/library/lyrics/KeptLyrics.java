package org.musicplatform.core.library.lyrics;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.musicplatform.core.api.library.LookUp;
import org.musicplatform.core.api.library.LyricsStore;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.library.browse.Wanting;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.LookUps;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.track.LyricsRows;
import org.musicplatform.core.library.track.LyricsText;
import org.musicplatform.core.library.writer.Writing;

/** The lyrics of tracks that are not those in files, beside them. Changes are made by the writer thread. */
public final class KeptLyrics {

    private static final char LIST = 'y';

    private KeptLyrics() {}

    /** Refuses what is no lyrics of a person or a service. */
    public static void check(Lyrics lyrics) {
        checkOrigin(lyrics.origin());
        long characters = 0;
        boolean words = false;
        for (Lyrics.Line line : lyrics.lines()) {
            characters += LyricsStore.START + line.text().length();
            for (Lyrics.Word word : line.words()) {
                characters += LyricsStore.START + word.text().length();
            }
            words |= !line.text().isBlank();
        }
        if (!words || characters > LyricsStore.MAX_CHARACTERS) {
            throw new IllegalArgumentException(
                    words
                            ? "lyrics have at most " + LyricsStore.MAX_CHARACTERS + " characters: " + characters
                            : "lyrics have words");
        }
    }

    /** Refuses what is no origin that anybody but indexing may have. */
    public static void checkOrigin(String origin) {
        LookUps.checkOrigin(origin);
        if (origin.equals(Lyrics.EMBEDDED)) {
            throw new IllegalArgumentException("what lies in files is what indexing finds there");
        }
    }

    /** Refuses what is no name of a service. */
    public static void checkService(String service) {
        checkOrigin(service);
        if (service.equals(Lyrics.USER)) {
            throw new IllegalArgumentException("a person is no service");
        }
    }

    public static List<Lyrics> of(Sql sql, TrackId track) throws SQLException {
        requireTrack(sql, track);
        return LyricsRows.all(sql, track.value());
    }

    public static Void put(Writing writing, TrackId track, Lyrics lyrics, Duration askAgain) throws SQLException {
        requireTrack(writing.sql(), track);
        writing.sql()
                .update(
                        "INSERT OR REPLACE INTO lyrics (track_id, origin, found, synced, language, body, checked, again)"
                                + " VALUES (?, ?, 1, ?, ?, ?, ?, ?)",
                        track.value(),
                        lyrics.origin(),
                        lyrics.synced() ? 1 : 0,
                        lyrics.language(),
                        LyricsText.write(lyrics),
                        writing.now(),
                        LookUps.again(writing.now(), askAgain));
        changed(writing, track);
        return null;
    }

    public static Void none(Writing writing, TrackId track, String service, Duration askAgain) throws SQLException {
        requireTrack(writing.sql(), track);
        writing.sql()
                .update(
                        "INSERT INTO lyrics (track_id, origin, found, synced, body, checked, again)"
                                + " VALUES (?, ?, 0, 0, '', ?, ?) ON CONFLICT (track_id, origin)"
                                + " DO UPDATE SET checked = excluded.checked, again = excluded.again",
                        track.value(),
                        service,
                        writing.now(),
                        LookUps.again(writing.now(), askAgain));
        return null;
    }

    public static boolean forget(Writing writing, TrackId track, String origin) throws SQLException {
        requireTrack(writing.sql(), track);
        long found = writing.sql()
                .number(
                        "SELECT count(*) FROM lyrics WHERE track_id = ? AND origin = ? AND found = 1",
                        track.value(),
                        origin);
        writing.sql().update("DELETE FROM lyrics WHERE track_id = ? AND origin = ?", track.value(), origin);
        if (found > 0) {
            changed(writing, track);
        }
        return found > 0;
    }

    /** Forgets what persons gave to any track. */
    public static void forgetPersons(Writing writing) throws SQLException {
        var tracks =
                writing.sql().list("SELECT track_id FROM lyrics WHERE origin = ?", row -> row.getLong(1), Lyrics.USER);
        for (long track : tracks) {
            forget(writing, new TrackId(track), Lyrics.USER);
        }
    }

    private static void changed(Writing writing, TrackId track) throws SQLException {
        LyricsRows.index(writing, track.value());
        writing.changes().updated(track.value());
    }

    public static List<LookUp> lookUps(Sql sql, TrackId track) throws SQLException {
        requireTrack(sql, track);
        return sql.list(
                "SELECT origin, found, checked, again, NULL FROM lyrics WHERE track_id = ? AND origin NOT IN (?, ?)"
                        + " ORDER BY origin",
                LookUps::of,
                track.value(),
                Lyrics.EMBEDDED,
                Lyrics.USER);
    }

    /** Lists tracks that have no lyrics but those of a service, which was not asked yet, or is to be asked again. */
    public static Page<TrackId> wanting(Sql sql, String service, PageRequest page, long now) throws SQLException {
        return new Wanting<>(sql, LIST + service, TrackId::new)
                .page(
                        page,
                        "track",
                        "x.visible = 1 AND NOT EXISTS (SELECT 1 FROM lyrics l WHERE l.track_id = x.id AND CASE"
                                + " WHEN l.origin = ? THEN l.again IS NULL OR l.again > ? ELSE l.found END)",
                        service,
                        now);
    }

    private static void requireTrack(Sql sql, TrackId track) throws SQLException {
        if (sql.number("SELECT count(*) FROM track WHERE id = ?", track.value()) == 0) {
            throw Errors.notFound("track " + track);
        }
    }
}
