package org.musicplatform.core.library.track;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.musicplatform.core.library.artwork.ArtworkRows;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.Counters.Counter;
import org.musicplatform.core.library.writer.Writing;
import org.musicplatform.core.support.TextFolding;

/** What albums have from their tracks. Used by the writer thread. */
public final class AlbumRows {

    static final String VARIOUS = "Various Artists";

    private final Writing writing;

    public AlbumRows(Writing writing) {
        this.writing = writing;
    }

    /** An album as it stands, with what its tags tell. */
    private record Row(
            String title,
            String sort,
            String tagArtist,
            boolean tagCompilation,
            String artist,
            Long artistId,
            int tracks) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4) != 0,
                    row.getString(5),
                    Sql.longOrNull(row, 6),
                    row.getInt(7));
        }
    }

    private record Sums(int tracks, long duration, Integer year) {}

    /** Makes anew what an album has from its tracks. */
    public void refresh(long album) throws SQLException {
        var sql = writing.sql();
        var before = sql.first(
                "SELECT title, sort, tag_artist, tag_compilation, artist, artist_id, tracks FROM album WHERE id = ?",
                Row::of,
                album);
        if (before == null) {
            return;
        }
        var sums = sql.first(
                "SELECT count(*), coalesce(sum(duration_ms), 0), min(year) FROM track"
                        + " WHERE album_sort = ? AND album_id = ? AND visible = 1",
                row -> new Sums(row.getInt(1), row.getLong(2), Sql.intOrNull(row, 3)),
                before.sort(),
                album);
        var main = sql.list(
                "SELECT DISTINCT a.name FROM track t CROSS JOIN track_artist x ON x.track_id = t.id AND x.position = 0"
                        + " AND x.role = 0 CROSS JOIN artist a ON a.id = x.artist_id"
                        + " WHERE t.album_sort = ? AND t.album_id = ? AND t.visible = 1 LIMIT 2",
                row -> row.getString(1),
                before.sort(),
                album);
        String artist = before.tagArtist();
        if (artist == null && !main.isEmpty()) {
            artist = main.size() > 1 ? VARIOUS : main.get(0);
        } else if (artist == null) {
            artist = sums.tracks() == 0 ? before.artist() : null;
        }
        Long artistId = artist == null ? null : Long.valueOf(writing.artists().id(artist));
        boolean mixed = before.tagArtist() == null && main.size() > 1;
        sql.update(
                "UPDATE album SET artist = ?, artist_id = ?, artist_sort = ?, compilation = ?, year = ?, tracks = ?,"
                        + " duration_ms = ? WHERE id = ?",
                artist,
                artistId,
                artist == null ? "" : TextFolding.sortKey(artist),
                before.tagCompilation() || mixed ? 1 : 0,
                sums.year(),
                sums.tracks(),
                sums.duration(),
                album);
        if (sums.tracks() == 0 && before.tracks() > 0) {
            ArtworkRows.followTracks(writing, album);
        }
        count(before, artistId, sums.tracks());
        if (before.tracks() == 0 || !Objects.equals(artist, before.artist())) {
            writing.index().album(album, before.title(), artist);
        }
    }

    private void count(Row before, Long artist, int tracks) {
        if (before.artistId() != null && before.tracks() > 0) {
            writing.counters().add(Counter.ARTIST_ALBUMS, before.artistId(), -1);
        }
        if (artist != null && tracks > 0) {
            writing.counters().add(Counter.ARTIST_ALBUMS, artist, 1);
        }
    }
}
