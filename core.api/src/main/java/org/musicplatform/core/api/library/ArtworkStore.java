package org.musicplatform.core.api.library;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The pictures that the library keeps: of services, of a person, and copies of those in files and folders, which
 * {@link org.musicplatform.core.api.metadata.ArtworkFinder} puts here. The same bytes are one file, whatever they are
 * of; one that nothing refers to any more goes after {@value #UNUSED_DAYS} days. Of one subject there is one picture for
 * each kind and origin. Also remembers where was looked in vain. Thread-safe; futures are done when a change is
 * committed and fail with {@link LibraryException}.
 */
@ProviderType
public interface ArtworkStore {

    /** How many bytes a picture may have. */
    int MAX_BYTES = 16 << 20;

    /** For how many days pictures are kept that nothing refers to. */
    int UNUSED_DAYS = 30;

    /**
     * Lists the pictures that are kept of something.
     *
     * @param of what, not null
     * @return front covers first; of several kinds and origins a person's before those in files, those in folders and
     *     those of services; of a track also those of its album, after its own of the same kind and rank. Fails with code
     *     {@code not-found} when there is no such thing
     */
    CompletableFuture<List<StoredArtwork>> artworkOf(ArtworkSubject of);

    /**
     * Reads a picture.
     *
     * @param hash {@link StoredArtwork#hash}, not null
     * @return its bytes, as they were put; fails with code {@code not-found} when none has this hash, and with code
     *     {@code artwork-gone} when its file is gone or damaged: it can be put again then
     * @throws IllegalArgumentException when the text is no hash
     */
    CompletableFuture<byte[]> readArtwork(String hash);

    /**
     * Keeps a picture, instead of the one that was kept of the same kind and origin.
     *
     * @param of what it is of, not null
     * @param from where it is from, not null
     * @param bytes the picture, as a file has it; at most {@value #MAX_BYTES}; not null, not changed meanwhile
     * @return what was stored; fails with code {@code not-found}, and with code {@code bad-artwork} when the bytes are no
     *     picture or too many
     */
    CompletableFuture<StoredArtwork> putArtwork(ArtworkSubject of, ArtworkSource from, byte[] bytes);

    /**
     * Notes that there is no picture somewhere. One that a service had before stays; one that was in a file or folder
     * goes.
     *
     * @param of of what, not null
     * @param from where it was looked for, not null
     * @return done when that is stored; fails with code {@code not-found}
     * @throws IllegalArgumentException when it was looked for in a person
     */
    CompletableFuture<Void> noArtwork(ArtworkSubject of, ArtworkSource from);

    /**
     * Forgets a picture, and that it was looked for.
     *
     * @param of of what, not null
     * @param kind what it shows, not null
     * @param origin where it is from, not null
     * @return whether there was one; fails with code {@code not-found}
     */
    CompletableFuture<Boolean> forgetArtwork(ArtworkSubject of, ArtworkKind kind, String origin);

    /**
     * Tells where pictures of something were looked for.
     *
     * @param of of what, not null
     * @param kind what they are to show, not null
     * @return by name, a person not; fails with code {@code not-found}
     */
    CompletableFuture<List<LookUp>> artworkLookUps(ArtworkSubject of, ArtworkKind kind);

    /**
     * Lists what a service is to be asked for: what has no picture of a kind and of which it was not asked yet, and that
     * where the time to ask it again has come.
     *
     * @param type of what sort, not null
     * @param kind what the picture is to show, not null
     * @param service its name, not null
     * @param page which part, not null; a page may have fewer than it could, even none, and not be the last
     * @return a page, by id; of albums and artists those with tracks
     */
    CompletableFuture<Page<ArtworkSubject>> wantingArtwork(
            ArtworkSubject.Type type, ArtworkKind kind, String service, PageRequest page);
}
