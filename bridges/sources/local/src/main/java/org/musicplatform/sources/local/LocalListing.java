package org.musicplatform.sources.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.sources.local.Folder.Entry;

/** What is visited, page by page. */
final class LocalListing implements Listing {

    private static final int PAGE = 500;

    private final Visits visits;
    private final Skips skips;
    private final boolean withFolders;
    private final String home;
    private final Runnable sameRoot;
    private Visits.Visit under;
    private int given;

    /**
     * Begins a listing.
     *
     * @param home the device of the root
     * @param withFolders whether the folders in those that are visited are items too
     * @param sameRoot throws when the root is not there any more
     */
    LocalListing(Visits visits, Skips skips, String home, boolean withFolders, Runnable sameRoot) {
        this.visits = visits;
        this.skips = skips;
        this.home = home;
        this.withFolders = withFolders;
        this.sameRoot = sameRoot;
    }

    @Override
    public ListingPage next() throws IOException {
        List<SourceItem> items = new ArrayList<>();
        while (items.size() < PAGE) {
            if (under == null) {
                under = visits.next();
                given = 0;
                if (under == null) {
                    sameRoot.run();
                    return ListingPage.last(items, new End(null, skips.all()));
                }
            }
            take(items);
        }
        return ListingPage.more(items);
    }

    private void take(List<SourceItem> items) {
        int files = under.files().size();
        int all = files + (withFolders ? under.folders().size() : 0);
        while (given < all && items.size() < PAGE) {
            items.add(
                    given < files
                            ? file(under.folder(), under.files().get(given))
                            : folder(under.folder(), under.folders().get(given - files)));
            given++;
        }
        if (given == all) {
            under = null;
        }
    }

    private SourceItem file(Folder in, Entry entry) {
        return SourceItem.file(
                in.id() + entry.raw(), entry.name(), in.shown(), entry.facts().version(home));
    }

    private static SourceItem folder(Folder in, Entry entry) {
        var version = new ItemVersion(-1, entry.facts().modified(), null, null);
        return new SourceItem(in.idOf(entry), entry.name(), in.shown(), SourceItem.Kind.FOLDER, version, null);
    }
}
