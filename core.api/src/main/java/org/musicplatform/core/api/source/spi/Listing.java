package org.musicplatform.core.api.source.spi;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.musicplatform.core.api.source.SourceItem;
import org.osgi.annotation.versioning.ConsumerType;

/** A walk over the items of a source, page by page. Used by one thread. */
@ConsumerType
public interface Listing extends AutoCloseable {

    /**
     * Returns the next page. Not called again after a page that is the last.
     *
     * @return a page, not null
     * @throws IOException when the source fails: what was listed counts, what was not is not gone
     */
    ListingPage next() throws IOException;

    @Override
    default void close() throws IOException {}

    /**
     * A part of a listing.
     *
     * @param items at most a few thousand items, in any order, not null
     * @param end null while there is more
     */
    record ListingPage(List<SourceItem> items, End end) {

        public ListingPage {
            items = List.copyOf(items);
        }

        /**
         * A page with more to follow.
         *
         * @param items the items, not null
         * @return a page
         */
        public static ListingPage more(List<SourceItem> items) {
            return new ListingPage(items, null);
        }

        /**
         * The last page.
         *
         * @param items the items, not null
         * @param end how the listing ended, not null
         * @return a page
         */
        public static ListingPage last(List<SourceItem> items, End end) {
            return new ListingPage(items, Objects.requireNonNull(end, "end"));
        }
    }

    /**
     * How a listing ended.
     *
     * @param cursor from where {@link StorageSession#changes} goes on, or null when the source has no such thing
     * @param skipped folders and files that could not be looked at, each with the reason: what lies there is not gone.
     *     Item ids of folders end with {@code /}. Not null
     */
    record End(String cursor, List<Skipped> skipped) {

        /** Everything was seen. */
        public static final End COMPLETE = new End(null, List.of());

        public End {
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * Something that could not be looked at.
     *
     * @param itemId provider's id; of a folder with {@code /} at its end; empty when anything may be concerned; not null
     * @param path what to show to people, not null
     * @param reason why, one sentence, not null
     */
    record Skipped(String itemId, String path, String reason) {}
}
