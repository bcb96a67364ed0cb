package org.musicplatform.core.metadata.tags.vorbis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.fields.PictureFacts;

/** The picture structure of FLAC (RFC 9639, 8.8), which comments hold too. */
public final class FlacPicture {

    private static final int LONGEST_TEXT = 64 << 10;

    private FlacPicture() {}

    /** Reads a picture that begins at a position, never beyond the end. */
    public static void read(ContentBytes bytes, long from, long end, Draft draft) throws IOException {
        long mediaType = from + 8 + bytes.u32(from + 4);
        if (mediaType + 4 > end) {
            draft.warn("A picture in the file is damaged.");
            return;
        }
        long length = bytes.u32(mediaType);
        long facts = mediaType + 4 + length;
        if (facts + 20 > end || length > LONGEST_TEXT) {
            draft.warn("A picture in the file is damaged.");
            return;
        }
        if (bytes.matches(from + 8, "-->")) {
            return; // only where it could be found
        }
        String description = bytes.text(mediaType + 4, length, StandardCharsets.UTF_8);
        // some writers lie about the size: it ends where its block does
        long size = Math.min(bytes.u32(facts + 16), end - facts - 20);
        PictureFacts.add(draft, bytes, facts + 20, size, (int) Math.min(255, bytes.u32(from)), description);
    }
}
