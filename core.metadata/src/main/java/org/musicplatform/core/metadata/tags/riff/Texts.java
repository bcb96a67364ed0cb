package org.musicplatform.core.metadata.tags.riff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.fields.TagBlock;

/** Texts of chunks: no charset is defined, newer programs write UTF-8. */
final class Texts {

    private static final int LONGEST = 1 << 20;

    private Texts() {}

    /** Adds the text of a range up to its first NUL under a name. */
    static String add(ContentBytes bytes, long from, long size, String name, TagBlock tag, Draft draft)
            throws IOException {
        if (size > LONGEST) {
            draft.warn("The chunk " + name + " is longer than a text may be; it was left out.");
            return "";
        }
        String text = bytes.latin1(from, size);
        int end = text.indexOf('\0');
        String bare = (end < 0 ? text : text.substring(0, end)).stripTrailing();
        if (bare.isEmpty()) {
            return "";
        }
        byte[] raw = bare.getBytes(StandardCharsets.ISO_8859_1);
        try {
            String utf8 = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
            tag.add(name, utf8);
            return utf8;
        } catch (CharacterCodingException older) {
            tag.addLegacy(name, bare);
            return bare;
        }
    }
}
