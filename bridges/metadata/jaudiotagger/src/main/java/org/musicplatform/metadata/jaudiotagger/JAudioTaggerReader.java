package org.musicplatform.metadata.jaudiotagger;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jaudiotagger.audio.AudioFile;
import org.jaudiotagger.audio.exceptions.CannotReadException;
import org.jaudiotagger.audio.exceptions.InvalidAudioFrameException;
import org.jaudiotagger.audio.exceptions.ReadOnlyFileException;
import org.jaudiotagger.tag.TagException;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.metadata.spi.TagReader;
import org.musicplatform.core.api.source.ContentReader;

/** Reads what the JAudioTagger library can. It reads files only: what is not one is copied first. */
public final class JAudioTaggerReader implements TagReader {

    /** Kept with every file that was read by it. */
    public static final String ID = "jaudiotagger";

    private static final long LARGEST_COPY = 512L << 20;

    // loggers are collected when nobody holds them, and forget their level
    private static final Logger CHATTER = Logger.getLogger("org.jaudiotagger");

    static {
        CHATTER.setLevel(Level.OFF);
    }

    private final Path directory;

    /** Creates a reader that copies to where this machine keeps temporary files. */
    public JAudioTaggerReader() {
        this(Path.of(System.getProperty("java.io.tmpdir")));
    }

    JAudioTaggerReader(Path directory) {
        this.directory = directory;
    }

    @Override
    public TagReading read(ContentReader content, String name) throws IOException {
        AudioFormat format = FormatSniffer.sniff(content);
        if (format.reader() == null) {
            throw new MetadataException(MetadataException.UNSUPPORTED_FORMAT, format.refusal());
        }
        boolean estimated = format == AudioFormat.MPEG && !MpegFrames.counted(content);
        Path local = content.localFile();
        // a name of raw bytes that this locale cannot spell does not survive the way through File
        if (local != null && local.toFile().isFile()) {
            DeclaredSizes.check(content, Files.size(local), format);
            return read(local.toFile(), format, estimated, wave(content, Files.size(local), format));
        }
        Path copy = copy(content);
        try {
            DeclaredSizes.check(content, Files.size(copy), format);
            return read(copy.toFile(), format, estimated, wave(content, Files.size(copy), format));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static Duration wave(ContentReader content, long size, AudioFormat format) throws IOException {
        return format == AudioFormat.WAVE ? WaveDuration.of(content, size) : null;
    }

    private static TagReading read(File file, AudioFormat format, boolean estimated, Duration known)
            throws IOException {
        try {
            AudioFile audio = format.reader().get().read(file);
            var header = audio.getAudioHeader();
            var tag = audio.getTag();
            var warnings = new ArrayList<String>();
            return new TagReading(
                    Properties.of(header, format, estimated, known),
                    tag == null ? Tags.NONE : TagMapping.map(tag, warnings),
                    tag == null ? List.of() : Pictures.of(tag),
                    warnings,
                    ID);
        } catch (CannotReadException | InvalidAudioFrameException | ReadOnlyFileException | TagException e) {
            throw damaged(format, e);
        } catch (FileSystemException | FileNotFoundException | ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            // its parsers say so when the bytes are wrong, not the disk
            throw damaged(format, e);
        } catch (RuntimeException | AssertionError e) {
            // the library trips over most damage this way
            throw damaged(format, e);
        }
    }

    private static MetadataException damaged(AudioFormat format, Throwable cause) {
        return new MetadataException(
                MetadataException.CORRUPT,
                "It is damaged or cut short: no " + format.words() + " could be read.",
                cause);
    }

    private Path copy(ContentReader content) throws IOException {
        if (content.size() > LARGEST_COPY) {
            throw new MetadataException(MetadataException.TOO_EXPENSIVE, "It is too large to be copied for reading.");
        }
        Path copy = Files.createTempFile(directory, "music-tags", ".tmp");
        try (var out = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.allocate(1 << 16);
            long position = 0;
            while (content.readFully(position, buffer.clear()) > 0) {
                position += buffer.flip().remaining();
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                if (position > LARGEST_COPY) {
                    throw new MetadataException(
                            MetadataException.TOO_EXPENSIVE, "It is too large to be copied for reading.");
                }
            }
            return copy;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }
}
