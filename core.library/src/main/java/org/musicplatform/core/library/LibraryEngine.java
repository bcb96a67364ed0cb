package org.musicplatform.core.library;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.DuplicatesFound;
import org.musicplatform.core.api.event.EventHeader;
import org.musicplatform.core.api.event.LibraryDamaged;
import org.musicplatform.core.api.event.LibraryReplaced;
import org.musicplatform.core.api.event.Severity;
import org.musicplatform.core.api.library.Album;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.AlbumQuery;
import org.musicplatform.core.api.library.Annotation;
import org.musicplatform.core.api.library.Artist;
import org.musicplatform.core.api.library.ArtistId;
import org.musicplatform.core.api.library.ArtworkKind;
import org.musicplatform.core.api.library.ArtworkSource;
import org.musicplatform.core.api.library.ArtworkStore;
import org.musicplatform.core.api.library.ArtworkSubject;
import org.musicplatform.core.api.library.Decision;
import org.musicplatform.core.api.library.DecisionId;
import org.musicplatform.core.api.library.Duplicate;
import org.musicplatform.core.api.library.DuplicateId;
import org.musicplatform.core.api.library.DuplicatePolicy;
import org.musicplatform.core.api.library.Explanation;
import org.musicplatform.core.api.library.FileId;
import org.musicplatform.core.api.library.Folder;
import org.musicplatform.core.api.library.FolderEntry;
import org.musicplatform.core.api.library.FolderId;
import org.musicplatform.core.api.library.Genre;
import org.musicplatform.core.api.library.LibraryCounts;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LibraryMigration;
import org.musicplatform.core.api.library.LibraryReplacement;
import org.musicplatform.core.api.library.LibrarySchema;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.Listener;
import org.musicplatform.core.api.library.ListenerId;
import org.musicplatform.core.api.library.LookUp;
import org.musicplatform.core.api.library.LyricsStore;
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
import org.musicplatform.core.api.library.Purged;
import org.musicplatform.core.api.library.SearchLimits;
import org.musicplatform.core.api.library.SearchResults;
import org.musicplatform.core.api.library.SmartRules;
import org.musicplatform.core.api.library.StoredArtwork;
import org.musicplatform.core.api.library.Track;
import org.musicplatform.core.api.library.TrackChange;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.library.TrackQuery;
import org.musicplatform.core.api.library.UserDataCounts;
import org.musicplatform.core.api.library.UserDataReport;
import org.musicplatform.core.api.library.UserDataService;
import org.musicplatform.core.api.library.ingest.Intake;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceState;
import org.musicplatform.core.api.source.SourceStatus;
import org.musicplatform.core.api.sync.SyncStatus;
import org.musicplatform.core.library.artwork.BackupPictures;
import org.musicplatform.core.library.artwork.PictureFiles;
import org.musicplatform.core.library.artwork.StoredPictures;
import org.musicplatform.core.library.artwork.UnusedPictures;
import org.musicplatform.core.library.browse.AlbumPages;
import org.musicplatform.core.library.browse.Counts;
import org.musicplatform.core.library.browse.Details;
import org.musicplatform.core.library.browse.FolderPages;
import org.musicplatform.core.library.browse.NamePages;
import org.musicplatform.core.library.browse.TrackPages;
import org.musicplatform.core.library.curation.Comparison;
import org.musicplatform.core.library.curation.DecisionRows;
import org.musicplatform.core.library.curation.Duplicates;
import org.musicplatform.core.library.curation.Explanations;
import org.musicplatform.core.library.curation.FieldEdits;
import org.musicplatform.core.library.curation.MergedTracks;
import org.musicplatform.core.library.curation.MovedTracks;
import org.musicplatform.core.library.curation.Purge;
import org.musicplatform.core.library.curation.SplitFile;
import org.musicplatform.core.library.database.Backup;
import org.musicplatform.core.library.database.Connections;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.Opening;
import org.musicplatform.core.library.database.Ownership;
import org.musicplatform.core.library.database.ReaderPool;
import org.musicplatform.core.library.database.Schema;
import org.musicplatform.core.library.database.Succession;
import org.musicplatform.core.library.database.Upkeep;
import org.musicplatform.core.library.intake.Durations;
import org.musicplatform.core.library.intake.HeldRows;
import org.musicplatform.core.library.intake.JobRows;
import org.musicplatform.core.library.intake.LibraryIntake;
import org.musicplatform.core.library.intake.SourceRows;
import org.musicplatform.core.library.listener.AnnotationRows;
import org.musicplatform.core.library.listener.ListenerRows;
import org.musicplatform.core.library.listener.PlayRows;
import org.musicplatform.core.library.lyrics.KeptLyrics;
import org.musicplatform.core.library.playlist.PlaylistExchange;
import org.musicplatform.core.library.playlist.PlaylistRows;
import org.musicplatform.core.library.search.Search;
import org.musicplatform.core.library.search.SearchRepair;
import org.musicplatform.core.library.userdata.UserDataExport;
import org.musicplatform.core.library.userdata.UserDataImport;
import org.musicplatform.core.library.userdata.UserErase;
import org.musicplatform.core.library.writer.ChangeRows;
import org.musicplatform.core.library.writer.ReKeying;
import org.musicplatform.core.library.writer.WriterThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The library in one SQLite database, which it owns from its making until it is closed. */
public final class LibraryEngine
        implements LibraryService,
                PlaylistService,
                UserDataService,
                LyricsStore,
                ArtworkStore,
                LibraryWriter,
                AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LibraryEngine.class);
    private static final int LARGEST_PLAYLIST = 16 << 20;

    private final Clock clock;
    private final Consumer<CoreEvent> events;
    private final Path database;
    private final Ownership owned;
    private final Connections connections;
    private final Opening opening;
    private final WriterThread writer;
    private final ReaderPool readers;
    private final PictureFiles files;
    private final StoredPictures pictures;
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
        this.events = events;
        this.database = database;
        this.owned = Ownership.take(database);
        try {
            this.connections = new Connections(database, options.patience());
            this.opening = new Opening(database, connections, options.longestLook(), options.migrate());
            this.files = new PictureFiles(database);
            var unused = new UnusedPictures(clock, files);
            this.writer = new WriterThread(connections, opening.open(), clock, events, List.of(unused));
            this.readers = new ReaderPool(connections, writer::makeIndex);
            this.pictures = new StoredPictures(files, writer, readers, clock);
        } catch (SQLException e) {
            owned.close();
            throw Errors.opening(database, e);
        } catch (RuntimeException e) {
            owned.close();
            throw e;
        }
        writer.start();
        try {
            settle();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        Succession.forgetReplaced(database);
        if (!opening.isLookedAt()) {
            readers.askApart(Upkeep::check).thenAccept(this::tellDamage);
        }
    }

    /** Brings in order what was left by an end that was not expected, or by other rules. */
    private void settle() {
        try {
            ReKeying.run(writer);
            SearchRepair.resume(writer);
            boolean packed = writer.run(writing -> {
                JobRows.interruptRunning(writing.sql());
                return BackupPictures.areIn(writing.sql());
            });
            if (packed) {
                unpack();
            }
        } catch (LibraryException e) {
            if (!e.code().equals(LibraryException.READ_ONLY)) {
                throw e;
            }
            LOG.warn("The library can only be read: {}", e.getMessage());
        }
    }

    /** A backup was put in the place of the library by hand. */
    private void unpack() {
        var notes = new ArrayList<String>();
        try (var hold = files.hold()) {
            var packed = new BackupPictures(files);
            readers.await(sql -> {
                packed.takeOut(sql, hold, notes);
                return null;
            });
            writer.run(writing -> {
                BackupPictures.drop(writing.sql());
                return null;
            });
            LOG.info("The library is a backup that was copied here. {}", String.join(" ", notes));
        } catch (LibraryException e) {
            LOG.warn("The pictures in the library are not brought back before it is opened next: {}", e.getMessage());
        }
    }

    private void tellDamage(List<String> found) {
        if (!found.isEmpty()) {
            LOG.error("The library is damaged: {}", found);
            events.accept(new LibraryDamaged(new EventHeader(clock.instant(), "", Severity.ERROR), found));
        }
    }

    private void closed() {
        opening.closedWell();
        owned.close();
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
    public CompletableFuture<Annotation> rate(ListenerId listener, TrackId track, int stars) {
        if (stars < 0 || stars > Annotation.MAX_RATING) {
            throw new IllegalArgumentException("a rating is 0 to " + Annotation.MAX_RATING + ": " + stars);
        }
        return write(writing -> AnnotationRows.rate(writing, listener, track, stars));
    }

    @Override
    public CompletableFuture<Annotation> favourite(ListenerId listener, TrackId track, boolean favourite) {
        return write(writing -> AnnotationRows.favourite(writing, listener, track, favourite));
    }

    @Override
    public CompletableFuture<Void> heard(ListenerId listener, TrackId track, Instant started, Duration heard) {
        return write(writing -> PlayRows.note(writing, listener, track, started, heard));
    }

    @Override
    public CompletableFuture<List<Playlist>> list(ListenerId listener) {
        return readers.ask(sql -> PlaylistRows.all(sql, listener, clock.millis()));
    }

    @Override
    public CompletableFuture<Playlist> create(ListenerId listener, String name, SmartRules rules) {
        requireName(name, Playlist.MAX_NAME);
        return write(writing -> PlaylistRows.create(writing, listener, name, rules));
    }

    @Override
    public CompletableFuture<Playlist> setRules(PlaylistId playlist, SmartRules rules) {
        Objects.requireNonNull(rules, "rules");
        return write(writing -> PlaylistRows.setRules(writing, playlist, rules));
    }

    @Override
    public CompletableFuture<Playlist> share(PlaylistId playlist, boolean shared) {
        return write(writing -> PlaylistRows.share(writing, playlist, shared));
    }

    @Override
    public CompletableFuture<Playlist> rename(PlaylistId playlist, String name) {
        requireName(name, Playlist.MAX_NAME);
        return write(writing -> PlaylistRows.rename(writing, playlist, name));
    }

    private static void requireName(String name, int longest) {
        if (name.isBlank() || name.length() > longest) {
            throw new IllegalArgumentException("a name has 1 to " + longest + " characters");
        }
    }

    @Override
    public CompletableFuture<Playlist> delete(PlaylistId playlist) {
        return write(writing -> PlaylistRows.delete(writing, playlist));
    }

    @Override
    public CompletableFuture<Page<PlaylistEntry>> entries(PlaylistId playlist, PageRequest page) {
        return readers.ask(sql -> PlaylistRows.entries(sql, playlist, page, clock.millis()));
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
    public CompletableFuture<PlaylistImport> importFile(
            ListenerId listener, String name, byte[] content, String folder) {
        requireName(name, Playlist.MAX_NAME);
        if (content.length > LARGEST_PLAYLIST) {
            throw new IllegalArgumentException("a playlist has at most 16 MiB: " + content.length + " bytes");
        }
        return readers.meanwhile(() -> {
            var resolved = readers.await(sql -> PlaylistExchange.resolve(sql, content, folder));
            return writer.run(writing -> PlaylistExchange.store(writing, listener, name, resolved));
        });
    }

    @Override
    public CompletableFuture<byte[]> exportFile(PlaylistId playlist, PlaylistFormat format, String folder) {
        return readers.ask(sql -> PlaylistExchange.write(sql, playlist, format, folder, clock.millis()));
    }

    @Override
    public CompletableFuture<List<Listener>> listeners() {
        return readers.ask(ListenerRows::all);
    }

    @Override
    public CompletableFuture<Listener> addListener(String name) {
        requireName(name, Listener.MAX_NAME);
        return write(writing -> ListenerRows.add(writing, name));
    }

    @Override
    public CompletableFuture<Listener> renameListener(ListenerId listener, String name) {
        requireName(name, Listener.MAX_NAME);
        return write(writing -> ListenerRows.rename(writing, listener, name));
    }

    @Override
    public CompletableFuture<UserDataCounts> removeListener(ListenerId listener) {
        Objects.requireNonNull(listener, "listener");
        return write(writing -> UserErase.remove(writing, listener));
    }

    @Override
    public CompletableFuture<UserDataCounts> exportTo(Path file) {
        return readers.askApart(sql -> UserDataExport.write(sql, file));
    }

    @Override
    public CompletableFuture<UserDataReport> importFrom(Path file) {
        return readers.meanwhile(() -> UserDataImport.read(writer, readers, file));
    }

    @Override
    public CompletableFuture<UserDataCounts> erase(ListenerId listener) {
        return write(writing -> UserErase.erase(writing, listener));
    }

    @Override
    public CompletableFuture<List<Lyrics>> lyricsOf(TrackId track) {
        return readers.ask(sql -> KeptLyrics.of(sql, track));
    }

    @Override
    public CompletableFuture<Void> putLyrics(TrackId track, Lyrics lyrics, Duration askAgain) {
        KeptLyrics.check(lyrics);
        return write(writing -> KeptLyrics.put(writing, track, lyrics, askAgain));
    }

    @Override
    public CompletableFuture<Void> noLyrics(TrackId track, String service, Duration askAgain) {
        KeptLyrics.checkService(service);
        return write(writing -> KeptLyrics.none(writing, track, service, askAgain));
    }

    @Override
    public CompletableFuture<Boolean> forgetLyrics(TrackId track, String origin) {
        KeptLyrics.checkOrigin(origin);
        return write(writing -> KeptLyrics.forget(writing, track, origin));
    }

    @Override
    public CompletableFuture<List<LookUp>> lyricsLookUps(TrackId track) {
        return readers.ask(sql -> KeptLyrics.lookUps(sql, track));
    }

    @Override
    public CompletableFuture<Page<TrackId>> wantingLyrics(String service, PageRequest page) {
        KeptLyrics.checkService(service);
        return readers.ask(sql -> KeptLyrics.wanting(sql, service, page, clock.millis()));
    }

    @Override
    public CompletableFuture<List<StoredArtwork>> artworkOf(ArtworkSubject of) {
        return pictures.artworkOf(of);
    }

    @Override
    public CompletableFuture<byte[]> readArtwork(String hash) {
        return pictures.readArtwork(hash);
    }

    @Override
    public CompletableFuture<StoredArtwork> putArtwork(ArtworkSubject of, ArtworkSource from, byte[] bytes) {
        return pictures.putArtwork(of, from, bytes);
    }

    @Override
    public CompletableFuture<Void> noArtwork(ArtworkSubject of, ArtworkSource from) {
        return pictures.noArtwork(of, from);
    }

    @Override
    public CompletableFuture<Boolean> forgetArtwork(ArtworkSubject of, ArtworkKind kind, String origin) {
        return pictures.forgetArtwork(of, kind, origin);
    }

    @Override
    public CompletableFuture<List<LookUp>> artworkLookUps(ArtworkSubject of, ArtworkKind kind) {
        return pictures.artworkLookUps(of, kind);
    }

    @Override
    public CompletableFuture<Page<ArtworkSubject>> wantingArtwork(
            ArtworkSubject.Type type, ArtworkKind kind, String service, PageRequest page) {
        return pictures.wantingArtwork(type, kind, service, page);
    }

    @Override
    public CompletableFuture<Long> backup(Path file) {
        return readers.meanwhile(() -> Backup.write(readers, file, new BackupPictures(files)::putInto));
    }

    @Override
    public CompletableFuture<List<String>> repair() {
        return readers.meanwhile(() -> SearchRepair.run(writer));
    }

    @Override
    public CompletableFuture<LibraryReplacement> restore(Path backup) {
        return readers.meanwhile(() -> {
            try (var hold = files.hold()) { // what is brought back has no row before the library has its place
                return replace(Succession.ofBackup(
                        database, backup, true, (copy, notes) -> new BackupPictures(files).moveOut(copy, hold, notes)));
            }
        });
    }

    @Override
    public CompletableFuture<LibraryReplacement> salvage() {
        return readers.meanwhile(() -> replace(Succession.ofRemains(database)));
    }

    @Override
    public CompletableFuture<LibraryReplacement> beginAnew() {
        return readers.meanwhile(() -> replace(Succession.ofNothing(database)));
    }

    private LibraryReplacement replace(Succession succession) {
        requireIdle();
        try {
            succession.prepare();
        } catch (SQLException | IOException e) {
            throw Errors.of(database, e);
        }
        writer.pause(() -> {
            requireIdle();
            succession.take();
            try {
                return opening.open();
            } catch (SQLException | RuntimeException e) {
                succession.undo();
                throw e;
            }
        });
        settle();
        return tellReplaced(succession);
    }

    private LibraryReplacement tellReplaced(Succession succession) {
        long revision = readers.await(sql -> sql.number("SELECT value FROM meta WHERE name = 'revision'"));
        events.accept(new LibraryReplaced(new EventHeader(clock.instant(), "", Severity.INFO), revision));
        return succession.told();
    }

    @Override
    public CompletableFuture<LibrarySchema> schema() {
        return CompletableFuture.completedFuture(new LibrarySchema(Schema.VERSION, Schema.VERSION, List.of()));
    }

    @Override
    public CompletableFuture<LibraryMigration> migrate(boolean dryRun) {
        return CompletableFuture.completedFuture(new LibraryMigration(
                Schema.VERSION, Schema.VERSION, List.of(), dryRun, Duration.ZERO, null, List.of()));
    }

    /** Returns what opening did to bring the library to the tables of today; null when nothing was to be done. */
    LibraryMigration migration() {
        return opening.migration();
    }

    @Override
    public CompletableFuture<List<String>> check() {
        // what a search index knows of itself is only right on a connection that has not asked it before
        var found = readers.askApart(sql -> {
            var database = Upkeep.check(sql);
            return Map.entry(database, Upkeep.inOneState(sql, pictures::check));
        });
        return found.thenApply(both -> {
            pictures.mend(both.getValue());
            return Stream.concat(both.getKey().stream(), both.getValue().words().stream())
                    .toList();
        });
    }

    @Override
    public CompletableFuture<Page<Play>> history(ListenerId listener, PageRequest page) {
        return readers.ask(sql -> PlayRows.history(sql, listener, page));
    }

    @Override
    public void notePlay(TrackId track, Instant started, Duration heard) {
        writer.submit(writing -> PlayRows.note(writing, null, track, started, heard));
    }

    @Override
    public CompletableFuture<Page<TrackChange>> changesSince(long revision, PageRequest page) {
        return readers.ask(sql -> ChangeRows.since(sql, revision, page));
    }

    @Override
    public CompletableFuture<Explanation> explain(TrackId track) {
        return readers.ask(sql -> Explanations.of(sql, track));
    }

    @Override
    public CompletableFuture<Explanation> explain(AlbumId album) {
        return readers.ask(sql -> Explanations.of(sql, album));
    }

    @Override
    public CompletableFuture<TrackDetails> edit(TrackId track, TagField field, List<String> values) {
        var copy = List.copyOf(values);
        FieldEdits.check(field, copy);
        return write(writing -> FieldEdits.edit(writing, track, field, copy));
    }

    @Override
    public CompletableFuture<TrackDetails> revert(TrackId track, TagField field) {
        return write(writing -> FieldEdits.revert(writing, track, field));
    }

    @Override
    public CompletableFuture<Decision> mergeTracks(List<TrackId> tracks) {
        var all = several(tracks, 2);
        return write(writing -> MergedTracks.merge(writing, all));
    }

    @Override
    public CompletableFuture<Decision> splitFile(FileId file) {
        return write(writing -> SplitFile.split(writing, file));
    }

    @Override
    public CompletableFuture<Decision> mergeAlbums(List<AlbumId> albums) {
        var all = several(albums, 2);
        return write(writing -> MovedTracks.merge(writing, all));
    }

    @Override
    public CompletableFuture<Decision> splitAlbum(List<TrackId> tracks) {
        var all = several(tracks, 1);
        return write(writing -> MovedTracks.split(writing, all));
    }

    private static <T> List<T> several(List<T> ids, int least) {
        if (ids.size() < least || ids.size() > MAX_AT_ONCE || Set.copyOf(ids).size() < ids.size()) {
            throw new IllegalArgumentException(
                    least + " to " + MAX_AT_ONCE + " are needed, each named once: " + ids.size());
        }
        return List.copyOf(ids);
    }

    @Override
    public CompletableFuture<Page<Duplicate>> duplicates(PageRequest page) {
        return readers.ask(sql -> Duplicates.page(sql, page));
    }

    @Override
    public CompletableFuture<DuplicatePolicy> duplicatePolicy() {
        return readers.ask(Duplicates::policy);
    }

    @Override
    public CompletableFuture<Integer> setDuplicatePolicy(DuplicatePolicy policy) {
        Objects.requireNonNull(policy, "policy");
        return readers.meanwhile(() -> {
            writer.run(writing -> Duplicates.setPolicy(writing, policy));
            return policy == DuplicatePolicy.KEEP_NEWEST ? Duplicates.mergeAll(writer) : 0;
        });
    }

    @Override
    public CompletableFuture<Decision> settleDuplicate(DuplicateId duplicate, DuplicatePolicy how) {
        if (how == DuplicatePolicy.ASK) {
            throw new IllegalArgumentException("a decision is to keep the newest or to keep both");
        }
        return write(writing -> Duplicates.settle(writing, duplicate, how));
    }

    @Override
    public int compareContents(Hasher hasher, boolean asked) throws InterruptedException {
        if (!asked && readers.await(Duplicates::policy) == DuplicatePolicy.KEEP_BOTH) {
            return 0;
        }
        var comparison = new Comparison(writer, readers, hasher);
        int found = comparison.run();
        if (found > 0) {
            long waiting = readers.await(Duplicates::waiting);
            if (waiting > 0) {
                events.accept(new DuplicatesFound(new EventHeader(clock.instant(), "", Severity.INFO), found, waiting));
            }
        }
        return found;
    }

    @Override
    public CompletableFuture<List<String>> undo(DecisionId decision) {
        return write(writing -> DecisionRows.undo(writing, decision));
    }

    @Override
    public CompletableFuture<Page<Decision>> decisions(PageRequest page) {
        return readers.ask(sql -> DecisionRows.page(sql, page));
    }

    @Override
    public CompletableFuture<Purged> purge(Duration missingFor, boolean alsoSaid) {
        if (missingFor.isNegative()) {
            throw new IllegalArgumentException("a time that is over is not negative: " + missingFor);
        }
        long before = clock.millis() - missingFor.toMillis();
        return readers.meanwhile(() -> Purge.run(writer, before, alsoSaid));
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
            var account = writer.run(writing -> {
                connections.lateIndexes().putOff(writing.sql());
                return SourceRows.find(writing.sql(), source);
            });
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

    private void requireIdle() {
        if (!taken.isEmpty()) {
            throw Errors.beingIndexed();
        }
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
