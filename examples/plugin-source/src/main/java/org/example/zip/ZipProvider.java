package org.example.zip;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.Listing;
import org.musicplatform.core.api.source.spi.StorageProvider;
import org.musicplatform.core.api.source.spi.StorageProviderPlugin;
import org.musicplatform.core.api.source.spi.StorageSession;
import org.osgi.service.component.annotations.Component;

/** ZIP archives as sources: the location is the path of one, the id of an item the name of its entry. */
@Component
@StorageProviderPlugin(id = "zip")
public final class ZipProvider implements StorageProvider {

    @Override
    public Location resolve(String location) throws IOException {
        var file = Path.of(location).toAbsolutePath().normalize();
        if (!file.toFile().isFile()) {
            throw new SourceException(SourceException.NOT_FOUND, "There is no archive " + file + ". Check its name.");
        }
        try (var archive = new ZipFile(file.toFile())) {
            return new Location(archive.getName(), file.getFileName().toString());
        } catch (ZipException e) {
            throw new SourceException(SourceException.NOT_A_SOURCE, file + " is no ZIP archive.", e);
        }
    }

    @Override
    public StorageSession open(SourceAccount account, Credentials none) throws IOException {
        return new Session(new ZipFile(account.location()));
    }

    private record Session(ZipFile archive) implements StorageSession {

        @Override
        public Listing list() {
            var entries = archive.stream().filter(entry -> !entry.isDirectory()).iterator();
            return () -> {
                var items = new ArrayList<SourceItem>();
                while (entries.hasNext() && items.size() < 1_000) {
                    items.add(item(entries.next()));
                }
                return new Listing.ListingPage(items, entries.hasNext() ? null : Listing.End.COMPLETE);
            };
        }

        private static SourceItem item(ZipEntry entry) {
            String path = entry.getName();
            int slash = path.lastIndexOf('/');
            var version = new ItemVersion(entry.getSize(), null, Long.toHexString(entry.getCrc()), null);
            return SourceItem.file(path, path.substring(slash + 1), path.substring(0, Math.max(0, slash)), version);
        }

        @Override
        public InputStream read(String itemId, long offset, long length) throws IOException {
            var entry = archive.getEntry(itemId);
            if (entry == null || entry.isDirectory()) {
                throw new SourceException(SourceException.NOT_FOUND, itemId + " is not in " + archive.getName() + ".");
            }
            if (offset >= entry.getSize()) {
                return InputStream.nullInputStream();
            }
            var in = archive.getInputStream(entry);
            in.skipNBytes(offset); // what is packed has no shorter way to its middle
            return new FilterInputStream(in) {
                private long left = length;

                @Override
                public int read() throws IOException {
                    return left-- > 0 ? in.read() : -1;
                }

                @Override
                public int read(byte[] target, int at, int most) throws IOException {
                    int n = left <= 0 ? -1 : in.read(target, at, (int) Math.min(left, most));
                    left -= Math.max(0, n);
                    return n;
                }
            };
        }

        @Override
        public void close() throws IOException {
            archive.close();
        }
    }
}
