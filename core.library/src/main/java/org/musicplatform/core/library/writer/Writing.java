package org.musicplatform.core.library.writer;

import java.sql.SQLException;
import java.time.Clock;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.search.SearchIndex;
import org.musicplatform.core.library.track.AlbumGrouping;
import org.musicplatform.core.library.track.ArtistRows;
import org.musicplatform.core.library.track.TrackRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the writer thread works with: its connection, the open transaction's changes, and the parts that write rows. */
public final class Writing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

    private final Sql sql;
    private final Clock clock;
    private final Changes changes = new Changes();
    private final SearchIndex index;
    private final ArtistRows artists;
    private final AlbumGrouping albums;
    private final TrackRows tracks;

    public Writing(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        this.index = new SearchIndex(sql);
        this.artists = new ArtistRows(sql, index);
        this.albums = new AlbumGrouping(sql, artists, index);
        this.tracks = new TrackRows(sql, changes, index);
    }

    public Sql sql() {
        return sql;
    }

    public Changes changes() {
        return changes;
    }

    public ArtistRows artists() {
        return artists;
    }

    public AlbumGrouping albums() {
        return albums;
    }

    public TrackRows tracks() {
        return tracks;
    }

    public long now() {
        return clock.millis();
    }

    public void begin() throws SQLException {
        sql.update("BEGIN IMMEDIATE");
    }

    public void refreshAlbums() throws SQLException {
        for (long album : changes.albums()) {
            albums.refresh(album);
        }
    }

    public long nextRevision() throws SQLException {
        sql.update("UPDATE meta SET value = value + 1 WHERE name = 'revision'");
        return sql.number("SELECT value FROM meta WHERE name = 'revision'");
    }

    public void commit() throws SQLException {
        sql.update("COMMIT");
    }

    public void rollback() {
        changes.clear();
        forgetCaches();
        try {
            sql.execute("ROLLBACK");
        } catch (SQLException e) {
            LOG.debug("Nothing to roll back: {}", e.getMessage());
        }
    }

    /** Rows that caches know may be gone after an undo. */
    public void forgetCaches() {
        artists.forget();
    }

    @Override
    public void close() {
        try {
            sql.close();
        } catch (SQLException e) {
            LOG.warn("The library did not close well: {}", e.getMessage());
        }
    }
}
