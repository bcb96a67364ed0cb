package org.musicplatform.core.library.writer;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import org.musicplatform.core.library.artwork.ArtworkRows;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.Readings;
import org.musicplatform.core.library.track.LyricsRows;
import org.musicplatform.core.support.TextFolding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes everything anew that the normaliser made under another version of its rules: keys, sort forms and what is
 * searched. A crash on the way does no harm: the version is written last.
 */
public final class ReKeying {

    private static final Logger LOG = LoggerFactory.getLogger(ReKeying.class);
    private static final String VERSION = "normaliser";
    private static final int BATCH = 500;

    private ReKeying() {}

    /** Does so where it is due; returns when it is done. */
    public static void run(WriterThread writer) {
        if (writer.run(writing -> version(writing.sql())) == TextFolding.VERSION) {
            return;
        }
        boolean empty = writer.run(writing ->
                writing.sql().number("SELECT EXISTS (SELECT 1 FROM track) OR EXISTS (SELECT 1 FROM playlist)") == 0);
        if (!empty) {
            LOG.info("The rules for names have changed: the library is keyed anew. This may take a while.");
            writer.run(writing -> names(writing));
            for (long last = 0; last >= 0; ) {
                long from = last;
                last = writer.run(writing -> tracks(writing, from));
            }
        }
        writer.run(writing -> writing.sql()
                .update("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", VERSION, TextFolding.VERSION));
    }

    private static long version(Sql sql) throws SQLException {
        return sql.number("SELECT value FROM meta WHERE name = ?", VERSION);
    }

    private record Name(long id, String name) {}

    private static List<Name> all(Sql sql, String column, String table) throws SQLException {
        return sql.list(
                "SELECT id, " + column + " FROM " + table + " WHERE " + column + " IS NOT NULL ORDER BY id",
                row -> new Name(row.getLong(1), row.getString(2)));
    }

    private static Void names(Writing writing) throws SQLException {
        artists(writing);
        genres(writing);
        var sql = writing.sql();
        for (Name album : all(sql, "title", "album")) {
            sql.update(
                    "UPDATE album SET title_key = ?, sort = ? WHERE id = ?",
                    TextFolding.key(album.name()),
                    TextFolding.sortKey(album.name()),
                    album.id());
            writing.index().album(album.id(), album.name(), artistOf(sql, album.id()));
            writing.changes().album(album.id());
        }
        for (Name album : all(sql, "tag_artist", "album")) {
            sql.update("UPDATE album SET tag_artist_key = ? WHERE id = ?", TextFolding.key(album.name()), album.id());
        }
        for (long track : sql.list("SELECT DISTINCT track_id FROM lyrics", row -> row.getLong(1))) {
            LyricsRows.index(writing, track);
        }
        for (Name folder : all(sql, "name", "folder")) {
            sql.update("UPDATE folder SET sort = ? WHERE id = ?", TextFolding.sortKey(folder.name()), folder.id());
            if (!folder.name().isEmpty()) {
                writing.index().folder(folder.id(), folder.name());
            }
        }
        for (Name playlist : all(sql, "name", "playlist")) {
            sql.update(
                    "UPDATE playlist SET sort = ? WHERE id = ?", TextFolding.sortKey(playlist.name()), playlist.id());
            writing.index().playlist(playlist.id(), playlist.name());
        }
        sql.update("WITH RECURSIVE below (root, id) AS (SELECT id, id FROM folder"
                + " UNION ALL SELECT b.root, d.id FROM below b JOIN folder d ON d.parent_id = b.id)"
                + " UPDATE folder SET files = (SELECT count(*) FROM below b JOIN file f ON f.folder_id = b.id"
                + " WHERE b.root = folder.id AND f.state <> 4)");
        return null;
    }

    private static String artistOf(Sql sql, long album) throws SQLException {
        return sql.first("SELECT artist FROM album WHERE id = ?", row -> row.getString(1), album);
    }

    /** Two artists that are one by the new rules become the older of them. */
    private static void artists(Writing writing) throws SQLException {
        var sql = writing.sql();
        sql.update("UPDATE artist SET name_key = char(0) || id"); // out of each other's way
        var byKey = new HashMap<String, Long>();
        for (Name artist : all(sql, "name", "artist")) {
            String key = TextFolding.key(artist.name());
            Long older = byKey.putIfAbsent(key, artist.id());
            if (older == null) {
                sql.update(
                        "UPDATE artist SET name_key = ?, sort = ? WHERE id = ?",
                        key,
                        TextFolding.sortKey(artist.name()),
                        artist.id());
                writing.index().artist(artist.id(), artist.name());
            } else {
                sql.update(
                        "UPDATE track_artist INDEXED BY track_artist_artist SET artist_id = ? WHERE artist_id = ?",
                        older,
                        artist.id());
                sql.update("UPDATE album SET artist_id = ? WHERE artist_id = ?", older, artist.id());
                sql.update(
                        "UPDATE artist SET (tracks, albums) = (SELECT sum(tracks), sum(albums) FROM artist"
                                + " WHERE id IN (?1, ?2)) WHERE id = ?1",
                        older,
                        artist.id());
                ArtworkRows.giveArtist(sql, artist.id(), older);
                sql.update("DELETE FROM artist WHERE id = ?", artist.id());
                writing.index().removeArtist(artist.id());
            }
        }
        writing.forgetCaches();
    }

    private static void genres(Writing writing) throws SQLException {
        var sql = writing.sql();
        sql.update("UPDATE genre SET name_key = char(0) || id");
        var byKey = new HashMap<String, Long>();
        for (Name genre : all(sql, "name", "genre")) {
            String key = TextFolding.key(genre.name());
            Long older = byKey.putIfAbsent(key, genre.id());
            if (older == null) {
                sql.update(
                        "UPDATE genre SET name_key = ?, sort = ? WHERE id = ?",
                        key,
                        TextFolding.sortKey(genre.name()),
                        genre.id());
                writing.index().genre(genre.id(), genre.name());
            } else {
                sql.update(
                        "UPDATE track_genre INDEXED BY track_genre_genre SET genre_id = ? WHERE genre_id = ?",
                        older,
                        genre.id());
                sql.update(
                        "UPDATE genre SET tracks = (SELECT sum(tracks) FROM genre WHERE id IN (?1, ?2)) WHERE id = ?1",
                        older,
                        genre.id());
                sql.update("DELETE FROM genre WHERE id = ?", genre.id());
                writing.index().removeGenre(genre.id());
            }
        }
    }

    /** Describes a batch of tracks from what was read of them; returns the last one's id, -1 when there was none. */
    private static long tracks(Writing writing, long from) throws SQLException {
        var tracks = writing.sql()
                .list(
                        "SELECT id, title FROM track WHERE id > ? ORDER BY id LIMIT " + BATCH,
                        row -> new Name(row.getLong(1), row.getString(2)),
                        from);
        for (Name track : tracks) {
            Readings.describeAgain(writing, track.id(), track.name());
        }
        return tracks.isEmpty() ? -1 : tracks.get(tracks.size() - 1).id();
    }
}
