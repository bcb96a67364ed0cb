package org.musicplatform.core.sync;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.metadata.PictureFile;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.TagRun;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.metadata.Workload;
import org.musicplatform.core.api.source.FileRef;

/** Reads what the test says, one file of a run after the other. */
final class FakeMetadata implements MetadataService {

    static final TagReading READ = new TagReading(AudioProperties.UNKNOWN, Tags.NONE, List.of(), List.of(), "fake");

    final AtomicInteger calls = new AtomicInteger();
    volatile int readers = 1;
    volatile Function<FileRef, CompletableFuture<String>> hashes =
            file -> CompletableFuture.completedFuture("sha256:" + file.name());
    volatile Function<FileRef, CompletableFuture<TagReading>> reads = file -> CompletableFuture.completedFuture(READ);

    @Override
    public CompletableFuture<TagReading> readTags(FileRef file, List<FileRef> sheets) {
        calls.incrementAndGet();
        return reads.apply(file);
    }

    @Override
    public CompletableFuture<Void> readTags(TagRun run) {
        var whole = new Whole();
        next(run, whole);
        return whole;
    }

    /** Cancelling it reaches the file under way. */
    private static final class Whole extends CompletableFuture<Void> {
        private volatile CompletableFuture<?> underWay;

        @Override
        public boolean cancel(boolean mayInterrupt) {
            boolean cancelled = super.cancel(mayInterrupt);
            if (underWay != null) {
                underWay.cancel(true);
            }
            return cancelled;
        }
    }

    private void next(TagRun run, Whole whole) {
        var request = run.next();
        if (request == null || whole.isDone()) {
            whole.complete(null);
            return;
        }
        var reading = readTags(request.file(), request.sheets());
        whole.underWay = reading;
        reading.whenComplete((read, failure) -> {
            if (failure == null) {
                run.read(request, read);
            } else {
                run.failed(request, failure instanceof CompletionException e ? e.getCause() : failure);
            }
            next(run, whole);
        });
    }

    @Override
    public Lyrics parseLyrics(byte[] text, String origin) {
        throw new UnsupportedOperationException("nobody asks");
    }

    @Override
    public CompletableFuture<Lyrics> readLyrics(FileRef text) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException());
    }

    @Override
    public CompletableFuture<PictureFile> readPictureFile(FileRef picture) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException());
    }

    @Override
    public CompletableFuture<byte[]> readPicture(FileRef file, int index) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException());
    }

    @Override
    public CompletableFuture<String> hash(FileRef file, String kind) {
        return hashes.apply(file);
    }

    @Override
    public List<String> extensions() {
        return List.of();
    }

    @Override
    public int concurrency(Workload load) {
        return readers;
    }
}
