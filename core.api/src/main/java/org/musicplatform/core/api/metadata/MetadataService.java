package org.musicplatform.core.api.metadata;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.musicplatform.core.api.source.FileRef;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads what files say of themselves, with whatever readers are installed. Thread-safe.
 */
@ProviderType
public interface MetadataService {

    /**
     * Reads properties and tags of a file. Each file gets a bounded time and memory; a few are read at once, the
     * others wait.
     *
     * @param file which file, not null
     * @return what was read; fails with {@link MetadataException}, or with
     *     {@link org.musicplatform.core.api.source.SourceException} when the bytes cannot be had. Cancelling it stops
     *     the reading
     */
    default CompletableFuture<TagReading> readTags(FileRef file) {
        return readTags(file, List.of());
    }

    /**
     * Reads properties and tags of a file, and the CUE sheets that lie beside it: the first one that names the file
     * cuts it into {@link TagReading#clips()}, unless it holds a sheet itself. A sheet that cannot be read is a warning
     * of the reading.
     *
     * @param file which file, not null
     * @param sheets CUE sheets in its folder, not null
     * @return as {@link #readTags(FileRef)}
     */
    CompletableFuture<TagReading> readTags(FileRef file, List<FileRef> sheets);

    /**
     * Reads the tags of several files one after the other on one thread, as {@link #readTags(FileRef, List)} does for
     * each.
     *
     * @param run the files, and who is told, not null
     * @return completes when all are told; fails when the run itself threw. Cancelling it stops the reading: of the file
     *     under way nothing is told, and none is begun
     */
    CompletableFuture<Void> readTags(TagRun run);

    /**
     * Reads a file of lyrics: LRC, or plain text; in Unicode, or in the 8-bit charset that it looks like.
     *
     * @param text which file, not null
     * @return what it holds, its name as the origin; fails with {@link MetadataException}, with code
     *     {@code budget-exceeded} above 1 MiB, or with {@link org.musicplatform.core.api.source.SourceException}
     */
    CompletableFuture<Lyrics> readLyrics(FileRef text);

    /**
     * Reads the bytes of a text with lyrics, as {@link #readLyrics} does. Returns at once.
     *
     * @param text the text, at most 1 MiB, not null
     * @param origin what the origin of the lyrics is to be, not null
     * @return what it holds
     * @throws MetadataException with code {@code budget-exceeded} when the text is longer
     */
    Lyrics parseLyrics(byte[] text, String origin);

    /**
     * Reads a file that is a picture.
     *
     * @param picture which file, not null
     * @return what it is, with its bytes; fails with {@link MetadataException}, with code {@code unsupported-format}
     *     when it is no picture and {@code budget-exceeded} above 16 MiB, or with
     *     {@link org.musicplatform.core.api.source.SourceException}
     */
    CompletableFuture<PictureFile> readPictureFile(FileRef picture);

    /**
     * Reads the bytes of a picture inside a file, with the reader that knows the file. Bounded as {@link #readTags}.
     *
     * @param file which file, not null
     * @param index which of {@link TagReading#pictures()}, from 0
     * @return the bytes; fails with {@link MetadataException}, with code {@code not-found} when there is no such
     *     picture, or with {@link org.musicplatform.core.api.source.SourceException}
     */
    CompletableFuture<byte[]> readPicture(FileRef file, int index);

    /**
     * Reads all of a file and hashes it. One is read at a time, behind everything else; there is no limit but that of
     * whoever waits.
     *
     * @param file which file, not null
     * @param kind {@code md5}, {@code sha1} or {@code sha256}, not null
     * @return the hash as {@code kind:value}, the value in hexadecimal, lower case; fails with
     *     {@link MetadataException}, with code {@code unsupported-format} when there is no such kind and {@code
     *     unreadable-file}, or with {@link org.musicplatform.core.api.source.SourceException}. Cancelling it stops the
     *     reading
     */
    CompletableFuture<String> hash(FileRef file, String kind);

    /**
     * Lists the file name extensions that the installed readers know.
     *
     * @return lower case, without a dot, sorted
     */
    List<String> extensions();

    /**
     * Tells how many files are read at once.
     *
     * @param load where they lie, not null
     * @return at least 1
     */
    int concurrency(Workload load);
}
