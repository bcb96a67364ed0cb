package org.musicplatform.core.library.userdata;

import java.sql.SQLException;
import org.musicplatform.core.library.playlist.PlaylistExchange;
import org.musicplatform.core.library.writer.Writing;

/** Binds what waits for tracks. Used by the writer thread. */
public final class Binding {

    private Binding() {}

    /**
     * Binds what waited for a track that is there now. Only tracks that changed since this was done last are looked at,
     * each once, so that it costs nothing where nothing came.
     */
    public static void bindWaiting(Writing writing) throws SQLException {
        var sql = writing.sql();
        writing.settle();
        long tried = sql.number("SELECT value FROM meta WHERE name = 'tried'");
        long now = writing.revision() - 1; // more may be written in this one
        if (sql.number("SELECT EXISTS (SELECT 1 FROM track WHERE revision > ?)", tried) > 0) {
            PlaylistExchange.bindWaiting(writing, tried);
            UserMerge.bindWaiting(writing, tried);
            sql.update("UPDATE meta SET value = ? WHERE name = 'tried'", now);
        }
    }
}
