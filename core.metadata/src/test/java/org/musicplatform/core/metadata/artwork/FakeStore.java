package org.musicplatform.core.metadata.artwork;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.library.ArtworkKind;
import org.musicplatform.core.api.library.ArtworkSource;
import org.musicplatform.core.api.library.ArtworkStore;
import org.musicplatform.core.api.library.ArtworkSubject;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LookUp;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.StoredArtwork;

/** Pictures in memory; what begins with "bad" is none. */
final class FakeStore implements ArtworkStore {

    private record Key(ArtworkSubject of, ArtworkKind kind, String origin) {}

    private record Row(ArtworkSource from, String bytes) {}

    private final Map<Key, Row> rows = new LinkedHashMap<>();

    /** What is kept, as text. */
    List<String> kept() {
        var all = new ArrayList<String>();
        rows.forEach((key, row) -> all.add(key.of() + " " + key.kind() + " " + key.origin() + " " + row.bytes()));
        return all;
    }

    @Override
    public CompletableFuture<List<StoredArtwork>> artworkOf(ArtworkSubject of) {
        var found = new ArrayList<StoredArtwork>();
        rows.forEach((key, row) -> {
            if (key.of().equals(of) && row.bytes() != null) {
                boolean album = of.type() == ArtworkSubject.Type.ALBUM;
                var use = new StoredArtwork.Use(key.kind(), key.origin(), album);
                found.add(new StoredArtwork(row.bytes(), "image/png", null, null, 1, use));
            }
        });
        return CompletableFuture.completedFuture(found);
    }

    @Override
    public CompletableFuture<StoredArtwork> putArtwork(ArtworkSubject of, ArtworkSource from, byte[] bytes) {
        String text = new String(bytes);
        if (text.startsWith("bad")) {
            return CompletableFuture.failedFuture(
                    new LibraryException(LibraryException.BAD_ARTWORK, false, "It is no picture.", null));
        }
        rows.put(new Key(of, from.kind(), from.origin()), new Row(from, text));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> noArtwork(ArtworkSubject of, ArtworkSource from) {
        rows.put(new Key(of, from.kind(), from.origin()), new Row(from, null));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Boolean> forgetArtwork(ArtworkSubject of, ArtworkKind kind, String origin) {
        return CompletableFuture.completedFuture(rows.remove(new Key(of, kind, origin)) != null);
    }

    @Override
    public CompletableFuture<List<LookUp>> artworkLookUps(ArtworkSubject of, ArtworkKind kind) {
        var found = new ArrayList<LookUp>();
        for (String origin : Arrays.asList(StoredArtwork.EMBEDDED, StoredArtwork.FOLDER)) {
            var row = rows.get(new Key(of, kind, origin));
            if (row != null) {
                found.add(new LookUp(
                        origin,
                        row.bytes() != null,
                        Instant.EPOCH,
                        null,
                        row.from().state()));
            }
        }
        return CompletableFuture.completedFuture(found);
    }

    @Override
    public CompletableFuture<byte[]> readArtwork(String hash) {
        throw new AssertionError("nobody looks at them");
    }

    @Override
    public CompletableFuture<Page<ArtworkSubject>> wantingArtwork(
            ArtworkSubject.Type type, ArtworkKind kind, String service, PageRequest page) {
        throw new AssertionError("no service is asked");
    }
}
