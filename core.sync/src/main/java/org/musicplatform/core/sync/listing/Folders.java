package org.musicplatform.core.sync.listing;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.spi.FolderSession;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.StorageSession;
import org.musicplatform.core.api.source.spi.Watch;
import org.musicplatform.core.sync.listing.SourceListing.FolderEnd;
import org.musicplatform.core.sync.listing.SourceListing.Items;
import org.musicplatform.core.sync.listing.SourceListing.Moved;
import org.musicplatform.core.sync.listing.SourceListing.Step;
import org.musicplatform.core.sync.source.ProviderCalls;

/** Some folders, listed one after the other. Used by one thread. */
final class Folders {

    /** How many sub-folders of a folder are told apart; of a wider one nothing is told to be gone. */
    static final int MOST_FOLDERS = 50_000;

    /** Calls the plug-in within limits. */
    interface Guard {
        <T> T call(ProviderCalls.Call<T> call) throws InterruptedException;
    }

    private final FolderSession session;
    private final Guard guard;
    private final Queue<Watch.Place> moves = new ArrayDeque<>();
    private final Queue<Watch.Place> places = new ArrayDeque<>();
    private final List<Listing.Skipped> skipped = new ArrayList<>();
    private final String asked; // the folder that somebody asked for by its path
    private boolean unknown;

    private Watch.Place place;
    private volatile Listing listing;
    private List<String> subFolders;
    private String askedId; // as the items in the asked folder tell it
    private FolderEnd ended; // to be told next

    private Folders(FolderSession session, Guard guard, String asked) {
        this.session = session;
        this.guard = guard;
        this.asked = asked;
    }

    /**
     * Returns null when everything, or what changed, has to be listed: where ids are no paths, what is gone from a folder
     * cannot be told by listing it.
     *
     * @param changes whether the source tells what changed, at less cost than that of listing folders
     */
    static Folders of(Look look, StorageSession session, SourceTraits traits, boolean changes, Guard guard) {
        boolean can = traits.can(SourceCapability.FOLDER_LISTING) && traits.can(SourceCapability.PATH_IDS);
        if (look.kind() == Look.Kind.ALL || changes || !can || !(session instanceof FolderSession wide)) {
            return null;
        }
        var folders = new Folders(wide, guard, look.folder());
        if (look.folder() != null) {
            folders.places.add(Watch.Place.folder(PathIds.of(look.folder())));
        }
        for (Watch.Place place : look.places()) {
            if (place.movedFrom() != null) {
                folders.moves.add(place);
            }
            folders.places.add(place);
        }
        return folders;
    }

    /** Tells whether a folder that somebody asked for was not found under the id that its path gives. */
    boolean unknown() {
        return unknown;
    }

    /** Returns what could not be looked at. */
    List<Listing.Skipped> skipped() {
        return skipped;
    }

    /** Returns null at the end. */
    Step next() throws InterruptedException {
        var move = moves.poll();
        if (move != null) {
            return new Moved(move.movedFrom(), move.folderId());
        }
        while (true) {
            if (ended != null) {
                var step = ended;
                ended = null;
                return step;
            }
            try {
                if (listing != null) {
                    return page();
                }
                place = places.poll();
                if (place == null) {
                    return null;
                }
                begin();
            } catch (SourceException gone) {
                notFound(gone);
            }
        }
    }

    private void begin() throws InterruptedException {
        subFolders = new ArrayList<>();
        askedId = null;
        var now = place;
        listing =
                guard.call(() -> now.below() ? session.listBelow(now.folderId()) : session.listFolder(now.folderId()));
    }

    private Items page() throws InterruptedException {
        var open = listing;
        var page = guard.call(open::next);
        page.items().forEach(this::note);
        if (page.end() != null) {
            skipped.addAll(page.end().skipped());
            closeListing();
            String id = asked == null ? place.folderId() : askedId;
            boolean known = id != null && subFolders.size() <= MOST_FOLDERS;
            ended = known ? new FolderEnd(id, place.below(), place.below() ? List.of() : subFolders) : null;
        }
        return new Items(page.items(), null);
    }

    private void note(SourceItem item) {
        if (asked != null && askedId == null) {
            askedId = PathIds.parent(item.id());
        }
        if (item.kind() == SourceItem.Kind.FOLDER && subFolders.size() <= MOST_FOLDERS) {
            subFolders.add(item.id());
        }
    }

    private void notFound(SourceException failure) throws InterruptedException {
        if (!failure.code().equals(SourceException.NOT_FOUND)) {
            throw failure;
        }
        closeListing();
        if (asked != null) {
            unknown = true; // it may have another id than its path gives: only everything tells
        } else if (!place.folderId().isEmpty()) {
            ended = new FolderEnd(place.folderId(), true, List.of());
        }
    }

    private void closeListing() throws InterruptedException {
        var open = listing;
        listing = null;
        if (open != null) {
            guard.call(() -> {
                open.close();
                return true;
            });
        }
    }

    void close() throws IOException {
        var open = listing;
        if (open != null) {
            open.close();
        }
    }
}
