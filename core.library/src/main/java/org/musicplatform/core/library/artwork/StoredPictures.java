package org.musicplatform.core.library.artwork;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.musicplatform.core.api.library.ArtworkKind;
import org.musicplatform.core.api.library.ArtworkSource;
import org.musicplatform.core.api.library.ArtworkStore;
import org.musicplatform.core.api.library.ArtworkSubject;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LookUp;
import org.musicplatform.core.api.library.Page;
import org.musicplatform.core.api.library.PageRequest;
import org.musicplatform.core.api.library.StoredArtwork;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.database.ReaderPool;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.WriterThread;
import org.musicplatform.core.support.PictureHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures that the library keeps: files and rows together. Thread-safe. */
public final class StoredPictures implements ArtworkStore {

    private static final Logger LOG = LoggerFactory.getLogger(StoredPictures.class);
    private static final int ROWS_AT_ONCE = 500;
    private static final long MOST_READ = 256L << 20; // by one check

    private final PictureFiles files;
    private final WriterThread writer;
    private final ReaderPool readers;
    private final Clock clock;

    public StoredPictures(PictureFiles files, WriterThread writer, ReaderPool readers, Clock clock) {
        this.files = files;
        this.writer = writer;
        this.readers = readers;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<List<StoredArtwork>> artworkOf(ArtworkSubject of) {
        return readers.ask(sql -> ArtworkRows.of(sql, of));
    }

    @Override
    public CompletableFuture<byte[]> readArtwork(String hash) {
        if (!PictureFiles.isHash(hash)) {
            throw new IllegalArgumentException("not a SHA-256 in lower case hexadecimal digits: " + hash);
        }
        return readers.meanwhile(() -> {
            if (!readers.await(sql -> ArtworkRows.has(sql, hash))) {
                throw Errors.notFound("picture " + hash);
            }
            byte[] bytes = files.inWords(() -> files.read(hash));
            if (bytes == null) {
                lookAgain(List.of(hash));
                throw new LibraryException(
                        LibraryException.ARTWORK_GONE,
                        true,
                        "The file of the picture " + hash + " is gone or damaged. Ask for the pictures anew: one from a"
                                + " file or folder is read again. One that you chose has to be set again.",
                        null);
            }
            return bytes;
        });
    }

    @Override
    public CompletableFuture<StoredArtwork> putArtwork(ArtworkSubject of, ArtworkSource from, byte[] bytes) {
        return readers.meanwhile(() -> {
            if (bytes.length > MAX_BYTES) {
                throw bad("It is larger than the " + (MAX_BYTES >> 20) + " MiB that a picture may have.");
            }
            var header = PictureHeader.of(bytes);
            if (!header.isPicture()) {
                throw bad("It is no picture of a kind that is known: JPEG, PNG, GIF, WebP, BMP and the like.");
            }
            String hash = PictureFiles.hash(bytes);
            readers.await(
                    sql -> { // before the disk has work with it
                        ArtworkRows.require(sql, of);
                        return null;
                    });
            return files.inWords(() -> files.holding(hash, () -> {
                files.store(hash, bytes);
                return writer.run(writing -> ArtworkRows.put(writing, of, from, hash, header, bytes.length));
            }));
        });
    }

    private static LibraryException bad(String words) {
        return new LibraryException(LibraryException.BAD_ARTWORK, false, words, null);
    }

    @Override
    public CompletableFuture<Void> noArtwork(ArtworkSubject of, ArtworkSource from) {
        if (from.origin().equals(StoredArtwork.USER)) {
            throw new IllegalArgumentException("a person is not looked in");
        }
        return write(writing -> ArtworkRows.none(writing, of, from));
    }

    @Override
    public CompletableFuture<Boolean> forgetArtwork(ArtworkSubject of, ArtworkKind kind, String origin) {
        return write(writing -> ArtworkRows.forget(writing, of, kind, origin));
    }

    private <T> CompletableFuture<T> write(WriterThread.Work<T> work) {
        return readers.meanwhile(() -> writer.run(work));
    }

    @Override
    public CompletableFuture<List<LookUp>> artworkLookUps(ArtworkSubject of, ArtworkKind kind) {
        return readers.ask(sql -> ArtworkRows.lookUps(sql, of, kind));
    }

    @Override
    public CompletableFuture<Page<ArtworkSubject>> wantingArtwork(
            ArtworkSubject.Type type, ArtworkKind kind, String service, PageRequest page) {
        return readers.ask(sql -> ArtworkRows.wanting(sql, type, kind, service, page, clock.millis()));
    }

    private void lookAgain(List<String> hashes) {
        try {
            writer.submit(writing -> {
                ArtworkRows.lookAgain(writing, hashes);
                return null;
            });
        } catch (LibraryException e) {
            LOG.debug("Pictures that are gone are not looked for again yet: {}", e.getMessage());
        }
    }

    /**
     * What a look at the pictures found.
     *
     * @param words what is wrong, one sentence each
     * @param lost the hashes of pictures whose files are gone or damaged
     */
    public record Findings(List<String> words, List<String> lost) {}

    /**
     * Looks whether each picture has its file: its size, and of as many as fit in 256 MiB, each time others, whether it is
     * what it was.
     */
    public Findings check(Sql sql) throws SQLException {
        var words = new ArrayList<String>();
        var lost = new ArrayList<String>();
        long dangling = ArtworkRows.dangling(sql);
        if (dangling > 0) {
            words.add(dangling + " pictures are of something that is not there.");
        }
        long all = sql.number("SELECT coalesce(sum(size), 0) FROM artwork");
        double part = all <= MOST_READ ? 1 : (double) MOST_READ / all;
        int again = 0;
        long last = 0;
        for (var some = ArtworkRows.used(sql, last, ROWS_AT_ONCE);
                !some.isEmpty();
                some = ArtworkRows.used(sql, last, ROWS_AT_ONCE)) {
            for (var picture : some) {
                last = picture.id();
                if (!isSound(picture, ThreadLocalRandom.current().nextDouble() < part)) {
                    lost.add(picture.hash());
                    String chosen = ArtworkRows.chosenFor(sql, picture.id());
                    if (chosen == null) {
                        again++;
                    } else {
                        words.add("The picture that was chosen for " + chosen + " is gone or damaged: "
                                + files.file(picture.hash()) + ". Set it again: music artwork " + chosen
                                + " --set FILE.");
                    }
                }
            }
        }
        if (again > 0) {
            words.add((again == 1 ? "A picture is" : again + " pictures are") + " gone from " + files.folder()
                    + " or damaged. What has them is looked at again when it is asked for them.");
        }
        return new Findings(words, lost);
    }

    private boolean isSound(ArtworkRows.Kept picture, boolean look) {
        return files.inWords(
                () -> files.hasSize(picture.hash(), picture.size()) && (!look || files.read(picture.hash()) != null));
    }

    /** Has what was lost looked for again, and puts files aside that have no row; outside of any question. */
    public void mend(Findings found) {
        if (!found.lost().isEmpty()) {
            lookAgain(found.lost());
        }
        var now = clock.instant();
        int moved = files.sweep(
                hash -> readers.await(sql -> ArtworkRows.has(sql, hash)), now, now.minus(Duration.ofDays(UNUSED_DAYS)));
        if (moved > 0) {
            LOG.info("{} pictures had no row in the library; they were put aside in {}.", moved, files.folder());
        }
    }
}
