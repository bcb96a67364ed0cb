package org.musicplatform.metadata.jaudiotagger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.musicplatform.core.api.source.ContentReader;

/** Tells whether an MPEG file says how many frames it has. */
final class MpegFrames {

    private MpegFrames() {}

    /** Looks for the headers that encoders put into the first frame: Xing, Info or VBRI. */
    static boolean counted(ContentReader content) throws IOException {
        byte[] head = FormatSniffer.head(content, FormatSniffer.behindTags(content));
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.contains("Xing") || text.contains("Info") || text.contains("VBRI");
    }
}
