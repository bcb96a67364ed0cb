package org.musicplatform.core.api.source;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The sources that are known. Thread-safe; futures fail with {@link org.musicplatform.core.api.CoreException}.
 */
@ProviderType
public interface SourceService {

    /**
     * Makes a source known. A source inside one that is known is that one; a source around known ones takes them in,
     * with all that is known of their files.
     *
     * @param provider id of the provider, e.g. {@code local}, not null
     * @param location where it is, as a person gives it, not null
     * @return the source to index; fails with {@link SourceException} when it is not there or not readable
     */
    CompletableFuture<SourceAccount> add(String provider, String location);

    /**
     * Lists the known sources with their state and counts.
     *
     * @return by id
     */
    CompletableFuture<List<SourceStatus>> list();

    /**
     * Forgets a source: its files, and the tracks that have no other file, leave the library. Nothing is deleted
     * where the music lies.
     *
     * @param id the source, not null
     * @return completes when it is done; fails with {@link SourceException} when it is not known
     */
    CompletableFuture<Void> forget(SourceId id);

    /**
     * Lists the kinds of source that can be added now.
     *
     * @return provider ids, sorted
     */
    List<String> providers();
}
