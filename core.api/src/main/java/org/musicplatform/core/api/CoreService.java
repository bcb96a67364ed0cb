package org.musicplatform.core.api;

import java.util.List;
import org.musicplatform.core.api.event.EventFilter;
import org.musicplatform.core.api.event.EventStream;
import org.musicplatform.core.api.library.ArtworkStore;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.LyricsStore;
import org.musicplatform.core.api.library.PlaylistService;
import org.musicplatform.core.api.library.UserDataService;
import org.musicplatform.core.api.metadata.ArtworkFinder;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.playback.PlaybackService;
import org.musicplatform.core.api.plugin.PluginService;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.api.source.SourceService;
import org.musicplatform.core.api.sync.SyncService;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The façade: one service from which a host reaches everything.
 *
 * <p>The services that it hands out are stable references. Each call goes to the best implementation present at that
 * moment; a reference kept across an update of a bundle goes on working. When no implementation is present, a call
 * that returns a future returns one that failed with {@link CapabilityMissingException}, any other call throws it.
 *
 * <p>All methods are thread-safe, return at once and never null.
 */
@ProviderType
public interface CoreService {

    /**
     * Returns the library.
     *
     * @return a stable reference
     */
    LibraryService library();

    /**
     * Returns the playlists.
     *
     * @return a stable reference
     */
    PlaylistService playlists();

    /**
     * Returns what persons told, as a whole: who listens, and all of it out, in and away.
     *
     * @return a stable reference
     */
    UserDataService userData();

    /**
     * Returns the lyrics that the library keeps.
     *
     * @return a stable reference
     */
    LyricsStore lyrics();

    /**
     * Returns the pictures that the library keeps.
     *
     * @return a stable reference
     */
    ArtworkStore artwork();

    /**
     * Returns what finds pictures wherever they are.
     *
     * @return a stable reference
     */
    ArtworkFinder artworkFinder();

    /**
     * Returns the sources that are known, and the way to add and forget them.
     *
     * @return a stable reference
     */
    SourceService sources();

    /**
     * Returns indexing.
     *
     * @return a stable reference
     */
    SyncService sync();

    /**
     * Returns the reading of tags.
     *
     * @return a stable reference
     */
    MetadataService metadata();

    /**
     * Returns access to the bytes of files.
     *
     * @return a stable reference
     */
    ContentService content();

    /**
     * Returns playing.
     *
     * @return a stable reference
     */
    PlaybackService playback();

    /**
     * Returns the plug-ins.
     *
     * @return a stable reference
     */
    PluginService plugins();

    /**
     * Returns the state of every component.
     *
     * @return a snapshot
     */
    Health health();

    /**
     * Lists what is installed.
     *
     * @return all bundles, by symbolic name; empty outside a framework
     */
    List<InstalledBundle> bundles();

    /**
     * Opens a stream of the events to come, and of those still remembered from a sequence number on.
     *
     * @param filter which events, and from where; not null
     * @return an open stream that the caller closes
     */
    EventStream events(EventFilter filter);
}
