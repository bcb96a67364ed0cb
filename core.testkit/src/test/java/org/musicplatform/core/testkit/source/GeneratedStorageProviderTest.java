package org.musicplatform.core.testkit.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.spi.Credentials;
import org.musicplatform.core.api.source.spi.Listing;

class GeneratedStorageProviderTest {

    @Test
    void every_file_is_listed_once_and_read_by_its_number() throws IOException {
        var provider = new GeneratedStorageProvider(
                12_345, "mp3", number -> Long.toString(number).getBytes());
        Set<String> ids = new HashSet<>();
        Set<String> folders = new HashSet<>();
        try (var session = provider.open(FakeStorageProvider.account(1, "many"), Credentials.NONE);
                var listing = session.list()) {
            Listing.ListingPage page;
            do {
                page = listing.next();
                page.items().forEach(item -> {
                    ids.add(item.id());
                    folders.add(item.folder());
                });
            } while (page.end() == null);
            assertEquals(12_345, ids.size());
            assertEquals(1_235, folders.size());
            try (var in = session.read("artist 12/album 1234/4.mp3", 1, 100)) {
                assertArrayEquals("2344".getBytes(), in.readAllBytes());
            }
            for (String none : new String[] {"artist 12/album 1234/5.mp3", "artist 1/album 1234/4.mp3", "x", ""}) {
                var e = assertThrows(SourceException.class, () -> session.read(none, 0, 1), none);
                assertEquals(SourceException.NOT_FOUND, e.code());
            }
        }
    }
}
