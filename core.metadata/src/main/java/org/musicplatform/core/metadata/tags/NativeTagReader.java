package org.musicplatform.core.metadata.tags;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.spi.TagReader;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.metadata.tags.ape.ApeTag;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;
import org.musicplatform.core.metadata.tags.bytes.OverBudgetException;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.fields.LegacyText;
import org.musicplatform.core.metadata.tags.id3.Id3v2Reader;
import org.musicplatform.core.metadata.text.CharsetGuess;

/** Reads all formats that the core knows by itself. Thread-safe. */
public final class NativeTagReader implements TagReader {

    /** Kept with every file that was read by it. */
    public static final String ID = "core";

    /** The file name extensions of its formats. */
    public static final List<String> EXTENSIONS = List.of(
            ("mp3 mp2 mp1 mpga aac flac fla ogg oga ogx opus spx m4a m4b m4p m4r mp4 3gp 3g2 alac wav wave rf64 bw64 bwf"
                            + " aif aiff aifc wma asf dsf dff ape wv mpc mp+ mpp tta")
                    .split(" "));

    private static final int TAGS_AT_START = 4;

    private final LegacyText legacy;
    private final ConcurrentLinkedQueue<byte[]> windows = new ConcurrentLinkedQueue<>();

    /** Creates a reader that finds out in which charset 8-bit texts were meant. */
    public NativeTagReader() {
        this(new CharsetGuess());
    }

    /**
     * Creates a reader.
     *
     * @param legacy decides in which charset 8-bit texts were meant
     */
    public NativeTagReader(LegacyText legacy) {
        this.legacy = legacy;
    }

    @Override
    public TagReading read(ContentReader content, String name) throws IOException {
        return withWindow(content, bytes -> draft(bytes).reading(legacy));
    }

    @Override
    public byte[] readPicture(ContentReader content, String name, int index) throws IOException {
        return withWindow(content, bytes -> {
            var pictures = draft(bytes).pictureBytes();
            if (index < 0 || index >= pictures.size()) {
                throw new MetadataException(
                        MetadataException.NOT_FOUND,
                        "The file holds no picture " + index + "; it has " + pictures.size() + ".");
            }
            try {
                return pictures.get(index).read();
            } catch (MalformedException damaged) {
                throw refusal(damaged);
            }
        });
    }

    private interface Work<T> {
        T on(ContentBytes bytes) throws IOException;
    }

    private <T> T withWindow(ContentReader content, Work<T> work) throws IOException {
        byte[] window = windows.poll();
        if (window == null) {
            window = new byte[ContentBytes.WINDOW];
        }
        try {
            return work.on(new ContentBytes(content, window));
        } finally {
            windows.offer(window);
        }
    }

    private static Draft draft(ContentBytes bytes) throws IOException {
        var draft = new Draft(ID);
        try {
            read(bytes, draft);
        } catch (MalformedException damaged) {
            if (!draft.hasTags() && draft.sound().sampleRate() == 0) {
                throw refusal(damaged);
            }
            draft.warn(damaged.getMessage());
        }
        return draft;
    }

    private static MetadataException refusal(MalformedException damaged) {
        boolean dear = damaged instanceof OverBudgetException;
        return new MetadataException(
                dear ? MetadataException.TOO_EXPENSIVE : MetadataException.CORRUPT, damaged.getMessage(), damaged);
    }

    private static void read(ContentBytes bytes, Draft draft) throws IOException {
        long start = 0;
        boolean tagged = false;
        for (int tags = 0; tags < TAGS_AT_START && Id3v2Reader.isAt(bytes, start); tags++) {
            start = Id3v2Reader.read(bytes, start, bytes.size(), draft);
            tagged = true;
        }
        if (bytes.matches(start, "APETAGEX")) {
            start = ApeTag.readAt(bytes, start, draft);
            tagged = true;
        }
        var container = Containers.at(bytes, start, tagged);
        if (container == null) {
            throw new MetadataException(
                    MetadataException.UNSUPPORTED_FORMAT, "It is no audio file, or of a format that is not known.");
        }
        try {
            container.reader().read(bytes, start, draft);
        } finally {
            if (container.trailing()) {
                TrailingTags.read(bytes, start, draft);
            }
        }
    }
}
