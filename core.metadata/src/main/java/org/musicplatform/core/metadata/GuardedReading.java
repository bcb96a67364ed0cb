package org.musicplatform.core.metadata;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.support.NamedThreads;
import org.musicplatform.core.support.PluginGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a reader that may hang, throw or ask for too much, and tells what happened in words. */
final class GuardedReading implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedReading.class);

    private final PluginGuard guard;

    GuardedReading(NamedThreads threads, Duration limit) {
        this.guard = new PluginGuard(threads, limit);
    }

    TagReading read(Reader reader, ContentReader content, String name) throws IOException, InterruptedException {
        return call(reader, name, () -> reader.reader().read(content, name));
    }

    byte[] readPicture(Reader reader, ContentReader content, String name, int index)
            throws IOException, InterruptedException {
        return call(reader, name, () -> reader.reader().readPicture(content, name, index));
    }

    /** Reads on the calling thread, which somebody else watches. */
    TagReading readHere(Reader reader, ContentReader content, String name) throws IOException {
        TagReading answer;
        try {
            answer = reader.reader().read(content, name);
        } catch (Throwable thrown) { // NOSONAR: whatever a reader throws costs one file
            throw told(reader, name, thrown);
        }
        return answered(reader, answer);
    }

    private <T> T call(Reader reader, String name, Callable<T> question) throws IOException, InterruptedException {
        try {
            return answered(reader, guard.call(question));
        } catch (PluginGuard.TimedOutException e) {
            throw late(name, e);
        } catch (ExecutionException e) {
            throw told(reader, name, e.getCause());
        }
    }

    /** Reads a series of files, each within a limit; which are read with {@link #readHere}. */
    void series(PluginGuard.Series files, Duration limit) throws ExecutionException, InterruptedException {
        guard.series(files, limit);
    }

    static MetadataException late(String name, PluginGuard.TimedOutException e) {
        LOG.warn("Reading {} {}", name, e.getMessage());
        return new MetadataException(
                MetadataException.TOO_EXPENSIVE, "Reading it takes longer than a file may take.", e);
    }

    private static <T> T answered(Reader reader, T answer) {
        if (answer == null) {
            throw new MetadataException(MetadataException.READER_FAILED, failed(reader));
        }
        return answer;
    }

    private static CoreException told(Reader reader, String name, Throwable cause) throws IOException {
        if (cause instanceof CoreException told) {
            return told;
        }
        if (cause instanceof IOException unreadable) {
            throw unreadable;
        }
        if (cause instanceof OutOfMemoryError || cause instanceof StackOverflowError) {
            return new MetadataException(
                    MetadataException.TOO_EXPENSIVE, "Reading it takes more memory than a file may take.", cause);
        }
        LOG.warn("Reader {} failed for {}", reader.id(), name, cause);
        return new MetadataException(MetadataException.READER_FAILED, failed(reader), cause);
    }

    private static String failed(Reader reader) {
        return "The tag reader " + reader.id() + " failed on this file; the log has the details.";
    }

    @Override
    public void close() {
        guard.close();
    }
}
