package org.musicplatform.core.metadata.beside;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.metadata.PictureFile;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.Purpose;
import org.musicplatform.core.metadata.cue.CueSheet;
import org.musicplatform.core.metadata.lyrics.LyricsText;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.LegacyText;
import org.musicplatform.core.metadata.tags.fields.PictureFacts;
import org.musicplatform.core.metadata.text.TextBytes;
import org.musicplatform.core.support.FolderPictures;

/** Reads sheets, lyrics and pictures that are files of their own. Thread-safe. */
public final class CompanionFiles {

    private static final int LARGEST_TEXT = 1 << 20;
    private static final int LARGEST_PICTURE = 16 << 20;

    /** A sheet is asked for once for each of the files that it names. */
    private static final int KEPT_SHEETS = 16;

    private final ContentService content;
    private final LegacyText legacy;
    private final Map<FileRef, CueSheet> sheets = Collections.synchronizedMap(new Latest());

    /**
     * Creates it.
     *
     * @param content where bytes come from
     * @param legacy tells how 8-bit texts are meant
     */
    public CompanionFiles(ContentService content, LegacyText legacy) {
        this.content = content;
        this.legacy = legacy;
    }

    private static final class Latest extends LinkedHashMap<FileRef, CueSheet> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<FileRef, CueSheet> eldest) {
            return size() > KEPT_SHEETS;
        }
    }

    /** Reads a CUE sheet. */
    public CueSheet sheet(FileRef file) {
        CueSheet known = sheets.get(file);
        if (known == null) {
            known = CueSheet.read(text(file));
            sheets.put(file, known);
        }
        return known;
    }

    /** Reads lyrics. */
    public Lyrics lyrics(FileRef file) {
        return LyricsText.read(file.name(), null, text(file));
    }

    /** Reads lyrics that are in memory. */
    public Lyrics lyrics(byte[] text, String origin) {
        if (text.length > LARGEST_TEXT) {
            throw tooLarge("The text", LARGEST_TEXT);
        }
        return LyricsText.read(origin, null, TextBytes.decode(text, legacy));
    }

    private String text(FileRef file) {
        return TextBytes.decode(bytes(file, LARGEST_TEXT), legacy);
    }

    /** Reads a picture; its type is what its name tells. */
    public PictureFile picture(FileRef file) {
        byte[] bytes = bytes(file, LARGEST_PICTURE);
        try {
            var picture = PictureFacts.of(ContentBytes.of(bytes), FolderPictures.type(file.name()), file.name());
            if (picture.mediaType().startsWith("image/")) {
                return new PictureFile(picture, bytes);
            }
        } catch (IOException cut) {
            // said below
        }
        throw new MetadataException(
                MetadataException.UNSUPPORTED_FORMAT, file.name() + " is no picture of a kind that is known.");
    }

    private byte[] bytes(FileRef file, int most) {
        try (var reader = content.open(file, Purpose.TAGS)) {
            return bytes(reader, file.name(), most);
        } catch (IOException e) {
            throw new MetadataException(
                    MetadataException.UNREADABLE, file.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(ContentReader reader, String name, int most) throws IOException {
        long size = reader.size();
        var buffer = ByteBuffer.allocate((int) Math.min(size < 0 ? most + 1L : size, most + 1L));
        int read = reader.readFully(0, buffer);
        if (size > most || read > most) {
            throw tooLarge(name, most);
        }
        var bytes = new byte[read];
        buffer.flip().get(bytes);
        return bytes;
    }

    private static MetadataException tooLarge(String name, int most) {
        return new MetadataException(
                MetadataException.TOO_EXPENSIVE,
                name + " is larger than the " + (most >> 20) + " MiB that such a file may have.");
    }
}
