package org.musicplatform.core.metadata.tags.fields;

import java.io.IOException;
import org.musicplatform.core.api.metadata.Picture;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.support.PictureHeader;

/** What a picture is by its own first bytes, whatever the tag claims. */
public final class PictureFacts {

    private PictureFacts() {}

    /**
     * Adds a picture to the draft.
     *
     * @param bytes where it lies
     * @param at its first byte
     * @param size how many bytes it has
     * @param type what it shows, the APIC number; what is not 0 to 20 becomes 0
     * @param description text with it
     */
    public static void add(Draft draft, ContentBytes bytes, long at, long size, int type, String description)
            throws IOException {
        if (size <= 0) {
            return;
        }
        if (!bytes.has(at, size)) {
            draft.warn("A picture in the file is cut.");
            return;
        }
        draft.picture(facts(bytes, at, size, type, description), () -> bytes.copy(at, size));
    }

    /**
     * Tells what a file is that is a picture.
     *
     * @param bytes the whole file
     * @param type what it shows, the APIC number
     * @param description text with it
     */
    public static Picture of(ContentBytes bytes, int type, String description) throws IOException {
        return facts(bytes, 0, bytes.size(), type, description);
    }

    private static Picture facts(ContentBytes bytes, long at, long size, int type, String description)
            throws IOException {
        var header = PictureHeader.of(place -> bytes.u8(at + place), size);
        return new Picture(
                type < 0 || type > 20 ? 0 : type,
                header.mediaType(),
                size,
                header.width(),
                header.height(),
                description);
    }
}
