package org.musicplatform.core.library.writer;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.EventHeader;
import org.musicplatform.core.api.event.LibraryChanged;
import org.musicplatform.core.api.event.PlaylistsChanged;
import org.musicplatform.core.api.event.Severity;
import org.musicplatform.core.api.library.PlaylistId;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.intake.FileRows;
import org.musicplatform.core.library.intake.FolderRows;
import org.musicplatform.core.library.playlist.PlaylistCounters;
import org.musicplatform.core.library.search.SearchIndex;
import org.musicplatform.core.library.track.AlbumGrouping;
import org.musicplatform.core.library.track.AlbumRows;
import org.musicplatform.core.library.track.ArtistRows;
import org.musicplatform.core.library.track.GenreRows;
import org.musicplatform.core.library.track.TrackRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the writer thread works with: its connection, the open transaction's changes, and the parts that write rows.
 *
 * <p>New rows are gathered and written many at a time: whoever asks for rows that may be among them settles first.
 */
public final class Writing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

    private final Sql sql;
    private final Clock clock;
    private final Changes changes = new Changes();
    private final Counters counters;
    private final SearchIndex index;
    private final ArtistRows artists;
    private final GenreRows genres;
    private final AlbumGrouping albums;
    private final AlbumRows albumRows;
    private final TrackRows tracks;
    private final FolderRows folders;
    private final FileRows files;
    private long revision = -1; // of the last commit; below 0 when it is not known

    Writing(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        this.counters = new Counters(sql);
        this.index = new SearchIndex(sql);
        this.artists = new ArtistRows(sql, index);
        this.genres = new GenreRows(sql, index);
        this.albums = new AlbumGrouping(this);
        this.albumRows = new AlbumRows(this);
        this.tracks = new TrackRows(this);
        this.folders = new FolderRows(this);
        this.files = new FileRows(this);
    }

    public Sql sql() {
        return sql;
    }

    public Changes changes() {
        return changes;
    }

    public Counters counters() {
        return counters;
    }

    public SearchIndex index() {
        return index;
    }

    public ArtistRows artists() {
        return artists;
    }

    public GenreRows genres() {
        return genres;
    }

    public AlbumGrouping albums() {
        return albums;
    }

    public TrackRows tracks() {
        return tracks;
    }

    public FolderRows folders() {
        return folders;
    }

    public FileRows files() {
        return files;
    }

    public long now() {
        return clock.millis();
    }

    /** Returns the revision that this transaction will be. */
    public long revision() throws SQLException {
        if (revision < 0) {
            revision = sql.number("SELECT value FROM meta WHERE name = 'revision'");
        }
        return revision + 1;
    }

    void begin() throws SQLException {
        sql.begin();
    }

    /** Writes what was gathered. */
    public void settle() throws SQLException {
        albums.flush();
        artists.flush(); // also those of albums
        tracks.flush();
        folders.flush();
        files.flush();
        index.flush();
    }

    /** Makes all that follows from the changes, and commits; returns what to tell. */
    List<CoreEvent> commit() throws SQLException {
        settle();
        for (long album : changes.takeAlbums()) {
            albumRows.refresh(album);
        }
        settle();
        counters.flush();
        for (long playlist : changes.takeEntries()) {
            PlaylistCounters.refresh(sql, playlist);
        }
        var told = new ArrayList<CoreEvent>();
        long next = revision();
        boolean tracks = !changes.isEmpty();
        if (tracks) {
            sql.update("UPDATE meta SET value = ? WHERE name = 'revision'", next);
            ChangeRows.note(sql, next, changes.updated(), changes.removed());
            told.add(new LibraryChanged(
                    new EventHeader(clock.instant(), "", Severity.INFO),
                    next,
                    Changes.ids(changes.added()),
                    Changes.ids(changes.updated()),
                    Changes.ids(changes.removed())));
        }
        var affected = tracks ? smartPlaylists() : List.<PlaylistId>of();
        if (!changes.playlists().isEmpty() || !changes.removedPlaylists().isEmpty() || !affected.isEmpty()) {
            told.add(new PlaylistsChanged(
                    new EventHeader(clock.instant(), "", Severity.INFO),
                    changes.playlists().stream().map(PlaylistId::new).toList(),
                    changes.removedPlaylists().stream().map(PlaylistId::new).toList(),
                    affected));
        }
        sql.commit();
        revision = tracks ? next : next - 1;
        changes.clear();
        return told;
    }

    private List<PlaylistId> smartPlaylists() throws SQLException {
        return sql.list("SELECT id FROM playlist WHERE rules IS NOT NULL", row -> new PlaylistId(row.getLong(1)));
    }

    void rollback() {
        forget();
        try {
            sql.rollback();
        } catch (SQLException e) {
            LOG.debug("Nothing to roll back: {}", e.getMessage());
        }
    }

    /** Begins a piece of work that may be undone alone. */
    void mark() throws SQLException {
        settle();
        counters.flush();
        sql.update("SAVEPOINT piece");
        changes.mark();
    }

    /** Ends a piece of work that stays. */
    void keep() throws SQLException {
        settle();
        counters.flush();
        sql.update("RELEASE piece");
        changes.keep();
    }

    /** Undoes a piece of work. */
    void undo() throws SQLException {
        sql.update("ROLLBACK TO piece");
        sql.update("RELEASE piece");
        changes.backToMark();
        forgetRows();
    }

    private void forget() {
        changes.clear();
        forgetRows();
        revision = -1;
    }

    /** Writes what was gathered, and remembers no row: those that are remembered may have other ids now. */
    public void forgetCaches() throws SQLException {
        settle();
        counters.flush();
        forgetRows();
    }

    /** Rows that are remembered may be gone after an undo, and what is gathered belongs to it. */
    private void forgetRows() {
        counters.clear();
        index.clear();
        artists.forget();
        genres.forget();
        albums.forget();
        tracks.forget();
        folders.forget();
        files.forget();
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
