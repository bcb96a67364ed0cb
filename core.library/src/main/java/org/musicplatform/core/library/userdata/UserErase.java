package org.musicplatform.core.library.userdata;

import java.sql.SQLException;
import org.musicplatform.core.api.library.ListenerId;
import org.musicplatform.core.api.library.PlaylistId;
import org.musicplatform.core.api.library.UserDataCounts;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.library.artwork.ArtworkRows;
import org.musicplatform.core.library.curation.DecisionRows;
import org.musicplatform.core.library.listener.AnnotationRows;
import org.musicplatform.core.library.listener.ListenerRows;
import org.musicplatform.core.library.lyrics.KeptLyrics;
import org.musicplatform.core.library.playlist.PlaylistRows;
import org.musicplatform.core.library.track.Overrides;
import org.musicplatform.core.library.writer.Writing;

/** Forgets what persons told. Used by the writer thread. */
public final class UserErase {

    private UserErase() {}

    /** Forgets all of a listener, or of everybody for null. */
    public static UserDataCounts erase(Writing writing, ListenerId listener) throws SQLException {
        var sql = writing.sql();
        long annotations = 0;
        long plays = 0;
        long playlists = 0;
        long entries = 0;
        long gone = 0;
        for (var each : ListenerRows.all(sql)) {
            long id = each.id().value();
            if (listener != null && !each.id().equals(listener)) {
                continue;
            }
            gone++;
            for (long playlist : sql.list("SELECT id FROM playlist WHERE listener_id = ?", row -> row.getLong(1), id)) {
                playlists++;
                entries += sql.number("SELECT count(*) FROM playlist_entry WHERE playlist_id = ?", playlist);
                PlaylistRows.delete(writing, new PlaylistId(playlist));
            }
            for (long track :
                    sql.list("SELECT track_id FROM annotation WHERE listener_id = ?", row -> row.getLong(1), id)) {
                writing.changes().updated(track);
            }
            annotations += sql.number(
                    "SELECT count(*) FROM annotation WHERE listener_id = ? AND (rating > 0 OR favourite = 1)", id);
            sql.update("DELETE FROM annotation WHERE listener_id = ?", id);
            plays += sql.update("DELETE FROM play WHERE listener_id = ?", id);
            sql.update("DELETE FROM waiting WHERE listener_id = ?", id);
        }
        if (listener != null && gone == 0) {
            ListenerRows.id(sql, listener); // says that there is none
        }
        long lyrics = listener == null
                ? sql.number("SELECT count(*) FROM lyrics WHERE origin = ?", Lyrics.USER)
                : 0; // they are no listener's
        DecisionRows.forgetSaid(writing, listener == null ? null : Long.valueOf(listener.value()));
        long overrides = listener == null ? everybody(writing) : 0;
        for (long track : sql.list("SELECT id FROM track WHERE visible = 0", row -> row.getLong(1))) {
            writing.tracks().removeIfOrphan(track); // kept for what was told of it
        }
        return new UserDataCounts(
                listener == null ? gone : 0, annotations, plays, playlists, entries, overrides, lyrics);
    }

    private static long everybody(Writing writing) throws SQLException {
        var sql = writing.sql();
        var tracks = sql.list(
                "SELECT DISTINCT track_id FROM override WHERE origin = ?", row -> row.getLong(1), Overrides.USER);
        long overrides = sql.update("DELETE FROM override WHERE origin = ?", Overrides.USER);
        for (long track : tracks) {
            UserMerge.describe(writing, track);
        }
        KeptLyrics.forgetPersons(writing);
        ArtworkRows.forgetPersons(writing);
        sql.update("DELETE FROM listener WHERE id <> ?", AnnotationRows.LISTENER);
        sql.update("UPDATE listener SET name = '' WHERE id = ?", AnnotationRows.LISTENER);
        return overrides;
    }

    /** Removes a listener, with all of theirs; of the first one only the name. */
    public static UserDataCounts remove(Writing writing, ListenerId listener) throws SQLException {
        var gone = erase(writing, listener);
        if (listener.value() == AnnotationRows.LISTENER) {
            writing.sql().update("UPDATE listener SET name = '' WHERE id = ?", AnnotationRows.LISTENER);
        } else {
            writing.sql().update("DELETE FROM listener WHERE id = ?", listener.value());
        }
        return new UserDataCounts(
                1, gone.annotations(), gone.plays(), gone.playlists(), gone.entries(), gone.overrides());
    }
}
