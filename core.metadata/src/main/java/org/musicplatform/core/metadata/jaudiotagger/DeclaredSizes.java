package org.musicplatform.core.metadata.jaudiotagger;

import java.io.IOException;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.source.ContentReader;

/** Refuses files whose tag claims more bytes than there are: the library would make room for all of them. */
final class DeclaredSizes {

    private DeclaredSizes() {}

    static void check(ContentReader content, AudioFormat format) throws IOException {
        long size = content.size();
        byte[] head = FormatSniffer.head(content, 0);
        if (size >= 0 && head.length >= 10 && FormatSniffer.starts(head, 0, "ID3")) {
            if (FormatSniffer.syncSafe(head, 6) > size) {
                throw new MetadataException(
                        MetadataException.CORRUPT, "Its " + format.words() + " tag claims to be larger than the file.");
            }
        }
    }
}
