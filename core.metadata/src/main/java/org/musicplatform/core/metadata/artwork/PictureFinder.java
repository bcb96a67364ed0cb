package org.musicplatform.core.metadata.artwork;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.library.AlbumId;
import org.musicplatform.core.api.library.ArtworkKind;
import org.musicplatform.core.api.library.ArtworkSource;
import org.musicplatform.core.api.library.ArtworkStore;
import org.musicplatform.core.api.library.ArtworkSubject;
import org.musicplatform.core.api.library.Companion;
import org.musicplatform.core.api.library.FileState;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.StoredArtwork;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.library.TrackFilter;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.metadata.ArtworkFinder;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.metadata.Picture;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.support.CallbackThreads;
import org.musicplatform.core.support.CoreFuture;
import org.musicplatform.core.support.FolderPictures;
import org.musicplatform.core.support.NamedThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for pictures in the files of music and beside them when somebody asks, and has the library keep copies. Indexing
 * reads none: most are never shown, and those of an album are the same in each of its files.
 */
public final class PictureFinder implements ArtworkFinder, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PictureFinder.class);
    private static final int FILES = 3; // that are looked into for one subject
    private static final int IMAGES = 20; // of one folder
    private static final int THREADS = 2;

    private final LibraryService library;
    private final ArtworkStore store;
    private final MetadataService metadata;
    private final ExecutorService workers = workers();
    private final CallbackThreads callbacks = new CallbackThreads("metadata.artwork", LOG::warn);

    /**
     * Creates a finder.
     *
     * @param library tells which files there are
     * @param store keeps the copies
     * @param metadata reads files
     */
    public PictureFinder(LibraryService library, ArtworkStore store, MetadataService metadata) {
        this.library = library;
        this.store = store;
        this.metadata = metadata;
    }

    private static ExecutorService workers() {
        var pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                NamedThreads.numbered("core-worker-artwork"));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Override
    public CompletableFuture<List<StoredArtwork>> find(ArtworkSubject of) {
        return CoreFuture.call(
                () -> {
                    switch (of.type()) {
                        case TRACK -> lookAtTrack(of);
                        case ALBUM -> lookAtAlbum(of);
                        case ARTIST, PLAYLIST -> {} // no file is theirs
                    }
                    return await(store.artworkOf(of));
                },
                workers,
                callbacks);
    }

    private void lookAtTrack(ArtworkSubject of) throws InterruptedException {
        var details = await(library.track(new TrackId(of.id())));
        var album = details.track().album();
        lookInto(of, present(details).stream().limit(FILES).toList());
        if (album == null) {
            lookBeside(of, List.of(details));
        } else { // by the same tracks whichever of them is asked for: its discs may lie in several folders
            lookBeside(ArtworkSubject.of(album.id()), first(album.id()));
        }
    }

    private void lookAtAlbum(ArtworkSubject of) throws InterruptedException {
        var tracks = first(new AlbumId(of.id()));
        lookInto(
                of,
                tracks.stream()
                        .flatMap(track -> present(track).stream().limit(1))
                        .toList());
        lookBeside(of, tracks);
    }

    private List<TrackDetails> first(AlbumId album) throws InterruptedException {
        var details = new ArrayList<TrackDetails>();
        for (var track : await(library.tracks(TrackFilter.ALL.withAlbum(album), PageRequest.first(FILES)))
                .items()) {
            details.add(await(library.track(track.id())));
        }
        return details;
    }

    private static List<TrackFile> present(TrackDetails track) {
        return track.files().stream()
                .filter(file -> file.state() != FileState.MISSING)
                .toList();
    }

    /** Reads a picture. */
    private interface Bytes {
        byte[] read() throws InterruptedException;
    }

    /** Keeps the pictures in the first of these files that has any, unless that was done since they changed. */
    private void lookInto(ArtworkSubject of, List<TrackFile> files) throws InterruptedException {
        if (files.isEmpty()) {
            return;
        }
        String state = state(files.stream().map(TrackFile::file).toList());
        if (isKnown(of, StoredArtwork.EMBEDDED, state)) {
            return;
        }
        try {
            var found = new EnumMap<ArtworkKind, Bytes>(ArtworkKind.class);
            for (TrackFile file : files) {
                var pictures = pictures(file.file());
                for (int i = 0; i < pictures.size(); i++) {
                    int index = i;
                    found.putIfAbsent(
                            ArtworkKind.ofType(pictures.get(i).type()),
                            () -> await(metadata.readPicture(file.file(), index)));
                }
                if (!found.isEmpty()) {
                    break;
                }
            }
            keep(of, StoredArtwork.EMBEDDED, state, found);
        } catch (CoreException e) {
            LOG.debug("The pictures in the files of {} are looked for again later: {}", of, e.getMessage());
        }
    }

    /** A file that never can be read has none; one that cannot be read now may have some. */
    private List<Picture> pictures(FileRef file) throws InterruptedException {
        try {
            return await(metadata.readTags(file)).pictures();
        } catch (MetadataException e) {
            if (e.retryable()) {
                throw e;
            }
            return List.of();
        }
    }

    /** Keeps the pictures beside the first of these tracks that has any, unless that was done since they changed. */
    private void lookBeside(ArtworkSubject of, List<TrackDetails> tracks) throws InterruptedException {
        var images = tracks.stream()
                .flatMap(track -> present(track).stream())
                .map(file -> file.companions().stream()
                        .filter(beside -> beside.kind() == Companion.Kind.IMAGE)
                        .map(Companion::file)
                        .limit(IMAGES)
                        .toList())
                .filter(beside -> !beside.isEmpty())
                .findFirst()
                .orElse(List.of());
        String state = state(images);
        if (tracks.isEmpty() || isKnown(of, StoredArtwork.FOLDER, state)) {
            return;
        }
        try {
            var found = new EnumMap<ArtworkKind, Bytes>(ArtworkKind.class);
            for (FileRef image : images) {
                found.putIfAbsent(
                        ArtworkKind.ofType(FolderPictures.type(image.name())),
                        () -> await(metadata.readPictureFile(image)).bytes());
            }
            keep(of, StoredArtwork.FOLDER, state, found);
        } catch (CoreException e) {
            LOG.debug("The pictures beside the files of {} are looked for again later: {}", of, e.getMessage());
        }
    }

    private static String state(List<FileRef> files) {
        return UUID.nameUUIDFromBytes(files.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The row of the front cover is written last, and stands for all. */
    private boolean isKnown(ArtworkSubject of, String origin, String state) throws InterruptedException {
        return await(store.artworkLookUps(of, ArtworkKind.FRONT)).stream()
                .anyMatch(look -> look.service().equals(origin) && state.equals(look.state()));
    }

    private void keep(ArtworkSubject of, String origin, String state, Map<ArtworkKind, Bytes> found)
            throws InterruptedException {
        boolean album = of.type() == ArtworkSubject.Type.ALBUM;
        for (StoredArtwork before : await(store.artworkOf(of))) {
            var use = before.use();
            if (use.ofAlbum() == album && use.origin().equals(origin) && !found.containsKey(use.kind())) {
                await(store.forgetArtwork(of, use.kind(), origin));
            }
        }
        for (var each : found.entrySet()) {
            if (each.getKey() != ArtworkKind.FRONT) {
                keep(of, new ArtworkSource(each.getKey(), origin, state, null), each.getValue());
            }
        }
        keep(of, new ArtworkSource(ArtworkKind.FRONT, origin, state, null), found.get(ArtworkKind.FRONT));
    }

    /** Bytes that are no picture, or cannot be read whenever it is tried, are as good as none. */
    private void keep(ArtworkSubject of, ArtworkSource from, Bytes bytes) throws InterruptedException {
        if (bytes != null) {
            try {
                await(store.putArtwork(of, from, bytes.read()));
                return;
            } catch (CoreException e) {
                boolean isBad = e.code().equals(LibraryException.BAD_ARTWORK)
                        || e instanceof MetadataException && !e.retryable();
                if (!isBad) {
                    throw e;
                }
                LOG.debug("A picture of {} is of no use: {}", of, e.getMessage());
            }
        }
        await(store.noArtwork(of, from));
    }

    private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        CoreFuture.stop(workers);
        callbacks.close();
    }
}
