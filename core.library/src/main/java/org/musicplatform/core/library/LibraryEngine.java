package org.musicplatform.core.library;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.EventHeader;
import org.musicplatform.core.api.event.LibraryDamaged;
import org.musicplatform.core.api.event.Severity;
import org.musicplatform.core.api.library.Album;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.AlbumQuery;
import org.musicplatform.core.api.library.Annotation;
import org.musicplatform.core.api.library.Artist;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.Folder;
import org.musicplatform.core.api.library.FolderEntry;
import org.musicplatform.core.api.library.FolderId;
import org.musicplatform.core.api.library.Genre;
import org.musicplatform.core.api.library.LibraryCounts;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.NameOrder;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.Play;
import org.musicplatform.core.api.library.Playlist;
import org.musicplatform.core.api.library.PlaylistEntry;
import org.musicplatform.core.api.library.PlaylistEntryId;
import org.musicplatform.core.api.library.PlaylistFormat;
import org.musicplatform.core.api.library.PlaylistId;
import org.musicplatform.core.api.library.PlaylistImport;
import org.musicplatform.core.api.library.PlaylistService;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.SearchResults;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackChange;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.TrackQuery;
import org.musicplatform.core.api.library.ingest.Intake;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.api.source.SourceStatus;
import org.musicplatform.core.api.sync.SyncStatus;
import org.musicplatform.core.library.browse.AlbumPages;
import org.musicplatform.core.library.browse.Counts;
import org.musicplatform.core.library.browse.Details;
import org.musicplatform.core.library.browse.FolderPages;
import org.musicplatform.core.library.browse.NamePages;
import org.musicplatform.core.library.browse.TrackPages;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Opening;
import org.musicplatform.core.library.database.ReaderPool;
import org.musicplatform.core.library.database.Upkeep;
import org.musicplatform.core.library.intake.Durations;
import org.musicplatform.core.library.intake.HeldRows;
import org.musicplatform.core.library.intake.JobRows;
import org.musicplatform.core.library.intake.LibraryIntake;
import org.musicplatform.core.library.intake.SourceRows;
import org.musicplatform.core.library.listener.AnnotationRows;
import org.musicplatform.core.library.listener.PlayRows;
import org.musicplatform.core.library.playlist.PlaylistExchange;
import org.musicplatform.core.library.playlist.PlaylistRows;
import org.musicplatform.core.library.search.Search;
import org.musicplatform.core.library.search.SearchRepair;
import org.musicplatform.core.library.writer.ChangeRows;
import org.musicplatform.core.library.writer.ReKeying;
import org.musicplatform.core.library.writer.WriterThread;
import org.musicplatform.core.support.OwnerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The library in one SQLite database, which it owns from its making until it is closed. */
public final class LibraryEngine implements LibraryService, PlaylistService, LibraryWriter, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LibraryEngine.class);
    private static final int LARGEST_PLAYLIST = 16 << 20;

    private final Clock clock;
    private final OwnerLock lock;
    private final Opening opening;
    private final WriterThread writer;
    private final ReaderPool readers;
    private final Set<SourceId> taken = ConcurrentHashMap.newKeySet();

    /**
     * Opens a library, or makes one.
     *
     * @param database its file; the folder exists
     * @param clock tells when things happen
     * @param events told of each commit, on the writer thread: must only enqueue
     * @throws LibraryException when it is in use, newer, damaged, on a network drive, or cannot be opened
     */
    public LibraryEngine(Path database, Clock clock, Consumer<CoreEvent> events) {
        this(database, clock, events, LibraryOptions.ofSystem());
    }

    /** Does the same as told. */
    LibraryEngine(Path database, Clock clock, Consumer<CoreEvent> events, LibraryOptions options) {
        Objects.requireNonNull(events, "events");
        options.checkDrive(database);
        this.clock = clock;
        this.lock = own(database);
        try {
            var connections = new Connections(database, options.patience());
            this.opening = new Opening(database, connections, options.longestLook());
            this.writer = new WriterThread(connections, opening.open(), clock, events);
            this.readers = new ReaderPool(connections);
        } catch (SQLException e) {
            release();
            throw Errors.opening(database, e);
        } catch (RuntimeException e) {
            release();
            throw e;
        }
        writer.start();
        try {
            ReKeying.run(writer);
            SearchRepair.resume(writer);
            writer.run(writing -> JobRows.interruptRunning(writing.sql()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        if (!opening.isLookedAt()) {
            readers.askApart(Upkeep::check).thenAccept(found -> tellDamage(found, clock, events));
        }
    }

    private static void tellDamage(List<String> found, Clock clock, Consumer<CoreEvent> events) {
        if (!found.isEmpty()) {
            LOG.error("The library is damaged: {}", found);
            events.accept(new LibraryDamaged(new EventHeader(clock.instant(), "", Severity.ERROR), found));
        }
    }

    private static OwnerLock own(Path database) {
        try {
            return OwnerLock.take(database.resolveSibling(database.getFileName() + ".lock"));
        } catch (OwnerLock.OwnedException e) {
            throw new LibraryException(
                    LibraryException.IN_USE,
                    true,
                    "The library " + database + " is in use by " + e.owner() + ". Close that one first.",
                    e);
        } catch (AccessDeniedException e) {
            throw Errors.folderNotWritable(database, e);
        } catch (IOException e) {
            throw Errors.opening(database, new SQLException(e.toString(), e));
        }
    }

    private void closed() {
        opening.closedWell();
        release();
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new LibraryException(
                    LibraryException.IO, true, "The lock of the library could not be given back: " + e.getMessage(), e);
        }
    }

    @Override
    public CompletableFuture<Page<Track>> tracks(TrackQuery query, PageRequest page) {
        return readers.ask(sql -> TrackPages.tracks(sql, query, page));
    }

    @Override
    public CompletableFuture<Page<Album>> albums(AlbumQuery query, PageRequest page) {
        return readers.ask(sql -> AlbumPages.albums(sql, query, page));
    }

    @Override
    public CompletableFuture<Page<Artist>> artists(NameOrder order, PageRequest page) {
        return readers.ask(sql -> NamePages.artists(sql, order, page));
    }

    @Override
    public CompletableFuture<Page<Genre>> genres(NameOrder order, PageRequest page) {
        return readers.ask(sql -> NamePages.genres(sql, order, page));
    }

    @Override
    public CompletableFuture<Page<Folder>> folders(FolderId parent, PageRequest page) {
        return readers.ask(sql -> FolderPages.folders(sql, parent, page));
    }

    @Override
    public CompletableFuture<Page<FolderEntry>> entries(FolderId folder, PageRequest page) {
        return readers.ask(sql -> FolderPages.entries(sql, folder, page));
    }

    @Override
    public CompletableFuture<Folder> folder(FolderId id) {
        return readers.ask(sql -> FolderPages.folder(sql, id));
    }

    @Override
    public CompletableFuture<Folder> folder(SourceId source, String path) {
        return readers.ask(sql -> FolderPages.folder(sql, source, path));
    }

    @Override
    public CompletableFuture<Artist> artist(ArtistId id) {
        return readers.ask(sql -> Details.artist(sql, id));
    }

    @Override
    public CompletableFuture<Album> album(AlbumId id) {
        return readers.ask(sql -> Details.album(sql, id));
    }

    @Override
    public CompletableFuture<TrackDetails> track(TrackId id) {
        return readers.ask(sql -> Details.track(sql, id));
    }

    @Override
    public CompletableFuture<SearchResults> search(String text, SearchLimits limits) {
        return readers.ask(sql -> Search.find(sql, text, limits));
    }

    @Override
    public CompletableFuture<Annotation> rate(TrackId track, int stars) {
        if (stars < 0 || stars > Annotation.MAX_RATING) {
            throw new IllegalArgumentException("a rating is 0 to " + Annotation.MAX_RATING + ": " + stars);
        }
        return write(writing -> AnnotationRows.rate(writing, track, stars));
    }

    @Override
    public CompletableFuture<Annotation> favourite(TrackId track, boolean favourite) {
        return write(writing -> AnnotationRows.favourite(writing, track, favourite));
    }

    @Override
    public CompletableFuture<List<Playlist>> list() {
        return readers.ask(PlaylistRows::all);
    }

    @Override
    public CompletableFuture<Playlist> create(String name) {
        requireName(name);
        return write(writing -> PlaylistRows.create(writing, name));
    }

    @Override
    public CompletableFuture<Playlist> rename(PlaylistId playlist, String name) {
        requireName(name);
        return write(writing -> PlaylistRows.rename(writing, playlist, name));
    }

    private static void requireName(String name) {
        if (name.isBlank() || name.length() > Playlist.MAX_NAME) {
            throw new IllegalArgumentException("a name has 1 to " + Playlist.MAX_NAME + " characters");
        }
    }

    @Override
    public CompletableFuture<Playlist> delete(PlaylistId playlist) {
        return write(writing -> PlaylistRows.delete(writing, playlist));
    }

    @Override
    public CompletableFuture<Page<PlaylistEntry>> entries(PlaylistId playlist, PageRequest page) {
        return readers.ask(sql -> PlaylistRows.entries(sql, playlist, page));
    }

    @Override
    public CompletableFuture<List<PlaylistEntryId>> add(
            PlaylistId playlist, List<TrackId> tracks, PlaylistEntryId before) {
        if (tracks.size() > 10_000) {
            throw new IllegalArgumentException("at most 10,000 tracks at once: " + tracks.size());
        }
        return write(writing -> PlaylistRows.add(writing, playlist, tracks, before));
    }

    @Override
    public CompletableFuture<Integer> remove(PlaylistId playlist, List<PlaylistEntryId> entries) {
        return write(writing -> PlaylistRows.remove(writing, playlist, entries));
    }

    @Override
    public CompletableFuture<Playlist> move(PlaylistId playlist, PlaylistEntryId entry, PlaylistEntryId before) {
        return write(writing -> PlaylistRows.move(writing, playlist, entry, before));
    }

    @Override
    public CompletableFuture<PlaylistImport> importFile(String name, byte[] content, String folder) {
        requireName(name);
        if (content.length > LARGEST_PLAYLIST) {
            throw new IllegalArgumentException("a playlist has at most 16 MiB: " + content.length + " bytes");
        }
        return write(writing -> PlaylistExchange.read(writing, name, content, folder));
    }

    @Override
    public CompletableFuture<byte[]> exportFile(PlaylistId playlist, PlaylistFormat format, String folder) {
        return readers.ask(sql -> PlaylistExchange.write(sql, playlist, format, folder));
    }

    @Override
    public CompletableFuture<Long> backup(Path file) {
        return readers.askApart(sql -> Upkeep.backup(sql, file));
    }

    @Override
    public CompletableFuture<List<String>> repair() {
        return readers.meanwhile(() -> SearchRepair.run(writer));
    }

    @Override
    public CompletableFuture<List<String>> check() {
        // what a search index knows of itself is only right on a connection that has not asked it before
        return readers.askApart(Upkeep::check);
    }

    @Override
    public CompletableFuture<Page<Play>> history(PageRequest page) {
        return readers.ask(sql -> PlayRows.history(sql, page));
    }

    @Override
    public void notePlay(TrackId track, Instant started, Duration heard) {
        writer.submit(writing -> PlayRows.note(writing, track, started, heard));
    }

    @Override
    public CompletableFuture<Page<TrackChange>> changesSince(long revision, PageRequest page) {
        return readers.ask(sql -> ChangeRows.since(sql, revision, page));
    }

    /** Writes behind the caller's back; who waits for it finds it committed. */
    private <T> CompletableFuture<T> write(WriterThread.Work<T> work) {
        return readers.meanwhile(() -> writer.run(work));
    }

    @Override
    public CompletableFuture<LibraryCounts> counts() {
        return readers.ask(Counts::of);
    }

    @Override
    public CompletableFuture<Long> revision() {
        return readers.ask(sql -> sql.number("SELECT value FROM meta WHERE name = 'revision'"));
    }

    @Override
    public SourceAccount addSource(String provider, String location, String name) {
        return writer.run(writing -> SourceRows.add(writing, provider, location, name));
    }

    @Override
    public List<SourceStatus> sources() {
        return writer.run(writing -> SourceRows.all(writing.sql()));
    }

    @Override
    public void absorbSource(SourceId inner, SourceId outer, String idPrefix, String folderPrefix) {
        requireIdle(inner);
        requireIdle(outer);
        writer.run(writing -> SourceRows.absorb(writing, inner, outer, idPrefix, folderPrefix));
    }

    @Override
    public void setSourceState(SourceId source, SourceState state, String reason) {
        writer.run(writing -> writing.sql()
                .update("UPDATE source SET state = ?, reason = ? WHERE id = ?", state.name(), reason, source.value()));
    }

    @Override
    public boolean forgetSource(SourceId source) {
        requireIdle(source);
        return writer.run(writing -> SourceRows.forget(writing, source));
    }

    @Override
    public String cursor(SourceId source) {
        return writer.run(writing ->
                writing.sql().first("SELECT cursor FROM source WHERE id = ?", row -> row.getString(1), source.value()));
    }

    @Override
    public void correctDuration(FileId file, Duration duration) {
        writer.submit(writing -> Durations.correct(writing, file.value(), duration.toMillis()));
    }

    @Override
    public Intake begin(SourceId source, IntakeKind kind, boolean reread) {
        if (!taken.add(source)) {
            throw new IllegalStateException("an intake of source " + source + " is open: close it first");
        }
        try {
            var account = writer.run(writing -> SourceRows.find(writing.sql(), source));
            return new LibraryIntake(writer, readers, clock, account, kind, reread, () -> taken.remove(source));
        } catch (RuntimeException e) {
            taken.remove(source);
            throw e;
        }
    }

    @Override
    public long queued(SourceId source) {
        return readers.await(sql -> SourceRows.queued(sql, source));
    }

    @Override
    public Held held(SourceId source, int limit) {
        return readers.await(sql -> HeldRows.held(sql, source, limit));
    }

    @Override
    public long settle(SourceId source, boolean gone) {
        requireIdle(source);
        return writer.run(writing -> HeldRows.settle(writing, source, gone));
    }

    @Override
    public void noteJob(SyncStatus status) {
        writer.run(writing -> JobRows.note(writing.sql(), status));
    }

    @Override
    public List<SyncStatus> jobs(int limit) {
        return readers.await(sql -> JobRows.latest(sql, limit));
    }

    private void requireIdle(SourceId source) {
        if (taken.contains(source)) {
            throw new LibraryException(
                    LibraryException.IN_USE,
                    true,
                    "The source " + source + " is being indexed. Cancel that, or wait until it ends.",
                    null);
        }
    }

    /** Answers no more, writes what is queued, and gives the database back. */
    @Override
    public void close() {
        readers.close();
        // not before the last write: whoever takes the lock may write
        writer.close(this::closed);
    }
}
