package org.musicplatform.core.library.userdata;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.musicplatform.core.api.library.PlaylistId;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.playlist.PlaylistExchange;
import org.musicplatform.core.library.playlist.PlaylistItem;
import org.musicplatform.core.library.playlist.PlaylistPositions;
import org.musicplatform.core.library.playlist.PlaylistRows;
import org.musicplatform.core.library.writer.Writing;

/** A playlist to which entries of a file come: those that it has as often already do not. */
final class OpenPlaylist {

    private final long id;
    private final Map<Object, Integer> there = new HashMap<>();

    /**
     * An entry of a file.
     *
     * @param track its track, or null
     */
    record Entry(Long track, PlaylistItem item) {

        Object same() {
            return track != null ? track : List.of("" + item.location(), "" + item.title(), "" + item.artist());
        }
    }

    private OpenPlaylist(long id) {
        this.id = id;
    }

    static OpenPlaylist of(Sql sql, long id) throws SQLException {
        var open = new OpenPlaylist(id);
        sql.each(
                "SELECT track_id, location, title, artist FROM playlist_entry WHERE playlist_id = ?",
                row -> {
                    var item = new PlaylistItem(row.getString(2), row.getString(3), row.getString(4), null, null, null);
                    open.there.merge(new Entry(Sql.longOrNull(row, 1), item).same(), 1, Integer::sum);
                },
                id);
        return open;
    }

    long id() {
        return id;
    }

    /** Tells whether it has an entry less often than it was asked for. */
    boolean lacks(Entry entry) {
        return there.merge(entry.same(), -1, Integer::sum) < 0;
    }

    static void append(Writing writing, long playlist, List<Entry> entries) throws SQLException {
        var positions = new PlaylistPositions(writing.sql(), playlist).free(entries.size(), null);
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            PlaylistExchange.append(writing, playlist, positions.get(i), entry.track(), entry.item());
        }
        PlaylistRows.touch(writing, new PlaylistId(playlist));
    }
}
