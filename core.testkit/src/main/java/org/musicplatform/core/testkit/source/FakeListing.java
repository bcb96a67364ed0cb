package org.musicplatform.core.testkit.source;

import java.io.IOException;
import java.util.List;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Listing;

/** Items page by page, with the faults that a test wants. */
final class FakeListing implements Listing {

    private final FakeFaults faults;
    private final Runnable checkOpen;
    private final List<SourceItem> items;
    private final End end;
    private final boolean isDelta;
    private int given;
    private int pages;

    FakeListing(FakeFaults faults, Runnable checkOpen, List<SourceItem> items, End end, boolean isDelta) {
        this.faults = faults;
        this.checkOpen = checkOpen;
        this.items = items;
        this.end = end;
        this.isDelta = isDelta;
    }

    @Override
    public ListingPage next() throws IOException {
        Gate gate;
        int until;
        boolean fails;
        synchronized (faults) {
            gate = faults.listGate;
            until = Math.min(items.size(), given + size());
            fails = faults.failListingAfter >= 0 && given >= faults.failListingAfter;
            if (faults.failListingAfter >= 0 && !fails) {
                until = Math.min(until, faults.failListingAfter);
            }
        }
        faults.delay(gate);
        checkOpen.run();
        if (fails) {
            throw new IOException("the connection broke while listing");
        }
        throwScripted();
        var page = items.subList(given, until);
        given = until;
        pages++;
        boolean more;
        synchronized (faults) {
            more = given < items.size() || faults.failListingAfter >= 0;
        }
        return more ? ListingPage.more(page) : ListingPage.last(page, end);
    }

    /** Called with the faults locked. */
    private int size() {
        if (!faults.halfPages) {
            return faults.pageSize;
        }
        return pages % 3 == 2 ? 0 : Math.max(1, faults.pageSize / 2);
    }

    private void throwScripted() throws IOException {
        synchronized (faults) {
            if (isDelta && faults.expireListingAfter >= 0 && given >= faults.expireListingAfter) {
                throw new SourceException(
                        SourceException.CURSOR_EXPIRED, "The list of changes was cut off while it was read");
            }
            if (!faults.failingPages.isEmpty()) {
                throw faults.failingPages.remove(0);
            }
        }
    }
}
