package org.musicplatform.benchmarks.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.spi.TagReader;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.Purpose;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceCapability;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.LocalStorageSession;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageSession;
import org.musicplatform.core.sync.Provider;

/**
 * The sources of a {@link SyntheticLibrary}, with nothing on a disk: listings, and tags that a file's version decides, so
 * that nothing has to be remembered. The location of a source is its number.
 */
final class SyntheticSource implements StorageProvider, ContentService, TagReader {

    private static final String ID = "synthetic";
    private static final int PAGE = 1_000;
    private static final SourceTraits DRIVE = SourceTraits.NONE.withCapabilities(
            Set.of(SourceCapability.STABLE_IDS, SourceCapability.ETAG_SURVIVES_MOVE, SourceCapability.RANGE_READS));
    private static final SourceTraits FOLDER = SourceTraits.NONE.withCapabilities(
            Set.of(SourceCapability.PATH_IDS, SourceCapability.ETAG_SURVIVES_MOVE, SourceCapability.RANGE_READS));

    private final SyntheticLibrary music;

    SyntheticSource(SyntheticLibrary music) {
        this.music = music;
    }

    /** Returns the kinds of source that it is: of a drive more is known. */
    List<Provider> kinds() {
        return List.of(new Provider(kind(0), FOLDER, this), new Provider(kind(SyntheticLibrary.DRIVE), DRIVE, this));
    }

    /** Returns the kind that a source is of. */
    static String kind(int source) {
        return source == SyntheticLibrary.DRIVE ? ID + "-drive" : ID;
    }

    /** Returns the extensions of its files. */
    static List<String> extensions() {
        return List.of(Format.values()).stream()
                .map(Format::extension)
                .distinct()
                .toList();
    }

    @Override
    public Location resolve(String location) {
        return new Location(location, "Music " + location);
    }

    @Override
    public StorageSession open(SourceAccount account, Credentials credentials) {
        int source = Integer.parseInt(account.location());
        return source == SyntheticLibrary.DRIVE ? new Session(source) : new LocalSession(source);
    }

    private class Session implements StorageSession {
        private final int source;

        Session(int source) {
            this.source = source;
        }

        @Override
        public Listing list() {
            return new Pages(music.walk(source));
        }

        @Override
        public InputStream read(String itemId, long offset, long length) {
            throw noBytes();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private final class LocalSession extends Session implements LocalStorageSession {

        LocalSession(int source) {
            super(source);
        }

        @Override
        public Path path(String itemId) {
            throw noBytes();
        }
    }

    private static SourceException noBytes() {
        return new SourceException(SourceException.NOT_FOUND, "A synthetic file has tags alone.");
    }

    private record Pages(Iterator<SyntheticTrack> tracks) implements Listing {

        @Override
        public ListingPage next() {
            var items = new ArrayList<SourceItem>(PAGE);
            while (items.size() < PAGE && tracks.hasNext()) {
                var track = tracks.next();
                var item = track.item();
                items.add(SourceItem.file(item.id(), item.name(), item.folder(), named(item.version(), track)));
            }
            return tracks.hasNext() ? ListingPage.more(items) : ListingPage.last(items, End.COMPLETE);
        }

        /** As a file system numbers its files. */
        private static ItemVersion named(ItemVersion version, SyntheticTrack track) {
            return new ItemVersion(
                    version.size(), version.modified(), Long.toHexString(track.number()), version.hash());
        }
    }

    @Override
    public ContentReader open(FileRef file, Purpose purpose) {
        return new ContentReader() {
            @Override
            public int read(long position, ByteBuffer target) {
                throw noBytes();
            }

            @Override
            public long size() {
                return file.version().size();
            }

            @Override
            public ItemVersion version() {
                return file.version();
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    @Override
    public TagReading read(ContentReader content, String name) throws IOException {
        return SyntheticTags.reading(
                music.numbered(Long.parseUnsignedLong(content.version().etag(), 16)));
    }
}
