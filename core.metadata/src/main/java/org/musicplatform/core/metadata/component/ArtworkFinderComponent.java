package org.musicplatform.core.metadata.component;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.library.ArtworkStore;
import org.musicplatform.core.api.library.ArtworkSubject;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.StoredArtwork;
import org.musicplatform.core.api.metadata.ArtworkFinder;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.metadata.artwork.PictureFinder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Registers the search for pictures while there is a library. */
@Component(service = ArtworkFinder.class)
public final class ArtworkFinderComponent implements ArtworkFinder {

    private final PictureFinder finder;

    @Activate
    public ArtworkFinderComponent(
            @Reference LibraryService library, @Reference ArtworkStore store, @Reference MetadataService metadata) {
        this.finder = new PictureFinder(library, store, metadata);
    }

    @Override
    public CompletableFuture<List<StoredArtwork>> find(ArtworkSubject of) {
        return finder.find(of);
    }

    @Deactivate
    void deactivate() {
        finder.close();
    }
}
