package org.musicplatform.core.service.component;

import java.util.List;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.Health;
import org.musicplatform.core.api.InstalledBundle;
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

/** Passes every call on: a component has to implement the interface it registers. */
abstract class DelegatingCoreService implements CoreService {

    protected abstract CoreService delegate();

    @Override
    public LibraryService library() {
        return delegate().library();
    }

    @Override
    public PlaylistService playlists() {
        return delegate().playlists();
    }

    @Override
    public UserDataService userData() {
        return delegate().userData();
    }

    @Override
    public LyricsStore lyrics() {
        return delegate().lyrics();
    }

    @Override
    public ArtworkStore artwork() {
        return delegate().artwork();
    }

    @Override
    public ArtworkFinder artworkFinder() {
        return delegate().artworkFinder();
    }

    @Override
    public SourceService sources() {
        return delegate().sources();
    }

    @Override
    public SyncService sync() {
        return delegate().sync();
    }

    @Override
    public MetadataService metadata() {
        return delegate().metadata();
    }

    @Override
    public ContentService content() {
        return delegate().content();
    }

    @Override
    public PlaybackService playback() {
        return delegate().playback();
    }

    @Override
    public PluginService plugins() {
        return delegate().plugins();
    }

    @Override
    public Health health() {
        return delegate().health();
    }

    @Override
    public List<InstalledBundle> bundles() {
        return delegate().bundles();
    }

    @Override
    public EventStream events(EventFilter filter) {
        return delegate().events(filter);
    }
}
