package org.musicplatform.core.metadata.tags.ape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.CutException;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.fields.PictureFacts;
import org.musicplatform.core.metadata.tags.fields.TagBlock;
import org.musicplatform.core.metadata.tags.fields.TagFormat;

/** APEv1 and APEv2 tags (wiki.hydrogenaud.io, APEv2 specification). */
public final class ApeTag {

    private static final String MAGIC = "APETAGEX";
    private static final int HEADER = 32;
    private static final int MOST_ITEMS = 10_000;
    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final long HAS_HEADER = 1L << 31;
    private static final int TEXT = 0;
    private static final int BINARY = 1;

    private ApeTag() {}

    /** Reads the tag whose footer ends at a position; returns where the tag begins, or the position when there is none. */
    public static long readBefore(ContentBytes bytes, long end, Draft draft) throws IOException {
        long footer = end - HEADER;
        if (footer < 0 || !bytes.matches(footer, MAGIC)) {
            return end;
        }
        long size = bytes.u32le(footer + 12); // items and footer
        long flags = bytes.u32le(footer + 20);
        long items = end - size;
        if (size < HEADER || items < 0) {
            draft.warn("The APE tag is damaged.");
            return footer;
        }
        items(bytes, items, footer, bytes.u32le(footer + 16), draft);
        boolean header = (flags & HAS_HEADER) != 0 && items >= HEADER && bytes.matches(items - HEADER, MAGIC);
        return header ? items - HEADER : items;
    }

    /** Reads the tag whose header is at a position; returns the position behind it. */
    public static long readAt(ContentBytes bytes, long at, Draft draft) throws IOException {
        long size = bytes.u32le(at + 12);
        long end = Math.min(bytes.size(), at + HEADER + size);
        items(bytes, at + HEADER, Math.max(at + HEADER, end - HEADER), bytes.u32le(at + 16), draft);
        return end;
    }

    private static void items(ContentBytes bytes, long from, long end, long count, Draft draft) throws IOException {
        var tag = draft.tag(TagFormat.APE, 8);
        long at = from;
        try {
            for (long i = 0; i < Math.min(count, MOST_ITEMS) && at + 9 < end; i++) {
                long size = bytes.u32le(at);
                int kind = (int) (bytes.u32le(at + 4) >> 1 & 3);
                long key = at + 8;
                long value = bytes.indexOf(0, key, Math.min(end, key + LONGEST_KEY)) + 1;
                if (size > end - value) {
                    draft.warn("The APE tag is damaged.");
                    return;
                }
                item(bytes, bytes.latin1(key, value - 1 - key), kind, value, size, tag, draft);
                at = value + size;
            }
        } catch (CutException damaged) {
            draft.warn("The APE tag is damaged.");
        }
    }

    private static void item(ContentBytes bytes, String key, int kind, long from, long size, TagBlock tag, Draft draft)
            throws IOException {
        if (kind == BINARY) {
            if (key.regionMatches(true, 0, "Cover Art", 0, 9)) {
                picture(bytes, key, from, size, draft);
            }
        } else if (size > LONGEST_TEXT) {
            draft.warn("The item " + key + " is longer than a text may be; it was left out.");
        } else if (size > 0) {
            text(bytes, key, kind, from, size, tag);
        }
    }

    private static void text(ContentBytes bytes, String key, int kind, long from, long size, TagBlock tag)
            throws IOException {
        String latin1 = bytes.latin1(from, size);
        byte[] raw = latin1.getBytes(StandardCharsets.ISO_8859_1);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
            for (String value : kind == TEXT ? text.split("\0") : new String[] {text}) {
                tag.add(key, value);
            }
        } catch (CharacterCodingException version1) {
            tag.addLegacy(key, latin1);
        }
    }

    private static void picture(ContentBytes bytes, String key, long from, long size, Draft draft) throws IOException {
        long end = from + size;
        long data = Math.min(end, bytes.indexOf(0, from, Math.min(end, from + LONGEST_KEY)) + 1);
        PictureFacts.add(
                draft,
                bytes,
                data,
                end - data,
                key.toLowerCase(java.util.Locale.ROOT).contains("back") ? 4 : 3,
                "");
    }
}
