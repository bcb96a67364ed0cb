package org.musicplatform.core.testkit.source;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageSession;

/**
 * A source with as many files as a test wants, none of which is kept in memory: ten in a folder, a hundred folders in
 * one. Ids are paths. Thread-safe.
 */
public final class GeneratedStorageProvider implements StorageProvider {

    private static final int PAGE = 1_000;
    private static final Instant MODIFIED = Instant.parse("2020-01-01T00:00:00Z");

    private final long files;
    private final String extension;
    private final LongFunction<byte[]> content;

    /**
     * Makes a source.
     *
     * @param files how many files it has
     * @param extension the extension of each, without a dot
     * @param content the content of each by its number, from 0; always as long for one number
     */
    public GeneratedStorageProvider(long files, String extension, LongFunction<byte[]> content) {
        this.files = files;
        this.extension = extension;
        this.content = content;
    }

    @Override
    public Location resolve(String location) {
        return new Location(location, location);
    }

    @Override
    public StorageSession open(SourceAccount account, Credentials credentials) {
        return new Session();
    }

    private SourceItem item(long number) {
        String folder = "artist " + number / 1_000 + "/album " + number / 10;
        String name = number % 10 + "." + extension;
        var version = new ItemVersion(content.apply(number).length, MODIFIED, "g" + number, null);
        return SourceItem.file(folder + "/" + name, name, folder, version);
    }

    private final class Session implements StorageSession {

        @Override
        public Listing list() {
            return new Listing() {
                private long given;

                @Override
                public ListingPage next() {
                    List<SourceItem> items = new ArrayList<>(PAGE);
                    for (; given < files && items.size() < PAGE; given++) {
                        items.add(item(given));
                    }
                    return new ListingPage(items, given < files ? null : End.COMPLETE);
                }
            };
        }

        @Override
        public InputStream read(String itemId, long offset, long length) {
            byte[] bytes = content.apply(number(itemId));
            int from = (int) Math.min(offset, bytes.length);
            return new ByteArrayInputStream(bytes, from, (int) Math.min(length, bytes.length - from));
        }

        private long number(String itemId) {
            if (itemId.matches("artist \\d{1,15}/album \\d{1,15}/\\d\\." + extension)) {
                int slash = itemId.lastIndexOf('/');
                long album = Long.parseLong(itemId.substring(itemId.lastIndexOf(' ') + 1, slash));
                long number = album * 10 + itemId.charAt(slash + 1) - '0';
                if (number < files && item(number).id().equals(itemId)) {
                    return number;
                }
            }
            throw new SourceException(SourceException.NOT_FOUND, "There is no file " + itemId + ".");
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }
}
