package org.musicplatform.core.metadata.tags.mp4;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.fields.TagBlock;
import org.musicplatform.core.metadata.tags.fields.TagFormat;

/** The places where metadata lies: iTunes' list, QuickTime's keys, QuickTime's user data, Nero's chapters. */
final class Metadata {

    private static final int MOST_KEYS = 1_000;
    private static final int LONGEST_TEXT = 1 << 20;

    private Metadata() {}

    /** Reads the user data of a movie. */
    static void userData(ContentBytes bytes, Box udta, Draft draft) throws IOException {
        TagBlock[] texts = new TagBlock[1];
        Box.each(bytes, udta.body(), udta.end(), box -> {
            if (box.type().equals("meta")) {
                meta(bytes, box, draft);
            } else if (box.type().equals("chpl")) {
                neroChapters(bytes, box, draft);
            } else if (box.type().charAt(0) == '\u00a9') {
                texts[0] = texts[0] == null ? draft.tag(TagFormat.MP4, 5) : texts[0];
                quickTimeText(bytes, box, texts[0]);
            }
            return true;
        });
    }

    /** Reads a metadata box, which is a full box in MP4 and a plain one in QuickTime. */
    static void meta(ContentBytes bytes, Box meta, Draft draft) throws IOException {
        boolean plain = bytes.matches(meta.body() + 4, "hdlr");
        long from = meta.body() + (plain ? 0 : 4);
        Box list = Box.find(bytes, from, meta.end(), "ilst");
        if (list == null) {
            return;
        }
        Box keys = Box.find(bytes, from, meta.end(), "keys");
        var tag = draft.tag(TagFormat.MP4, 10);
        ItemList.read(bytes, list, keys == null ? List.of() : keys(bytes, keys), tag, draft);
        if (list.cut()) {
            draft.warn("The metadata of the MP4 file is cut.");
        }
    }

    /** Reads the names that the items of QuickTime's metadata count into. */
    private static List<String> keys(ContentBytes bytes, Box keys) throws IOException {
        var names = new ArrayList<String>();
        long count = Math.min(MOST_KEYS, bytes.u32(keys.body() + 4));
        long at = keys.body() + 8;
        for (long i = 0; i < count && at + 8 <= keys.end(); i++) {
            long size = bytes.u32(at);
            if (size < 8 || size > keys.end() - at) {
                break;
            }
            names.add(bytes.text(at + 8, size - 8, StandardCharsets.UTF_8));
            at += size;
        }
        return names;
    }

    /** Reads a text of QuickTime's user data: length, language, characters. */
    private static void quickTimeText(ContentBytes bytes, Box box, TagBlock tag) throws IOException {
        if (box.end() - box.body() < 4) {
            return;
        }
        long size = Math.min(bytes.u16(box.body()), box.end() - box.body() - 4);
        if (bytes.matches(box.body() + 4, "data") && box.end() - box.body() > 16) {
            return; // an item of iTunes that was put in the wrong place
        }
        Charset charset = bytes.u16(box.body() + 2) < 0x400 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        String text = bytes.text(box.body() + 4, Math.min(size, LONGEST_TEXT), charset);
        if (charset == StandardCharsets.UTF_8) {
            tag.add(box.type(), text);
        } else {
            tag.addLegacy(box.type(), text);
        }
    }

    /** Reads Nero's chapters: starts in 100 nanoseconds, titles of up to 255 bytes. */
    private static void neroChapters(ContentBytes bytes, Box chpl, Draft draft) throws IOException {
        int version = bytes.u8(chpl.body());
        long at = chpl.body() + (version == 1 ? 9 : 5);
        int count = bytes.u8(at - 1);
        for (int i = 0; i < count && at + 9 <= chpl.end(); i++) {
            int length = bytes.u8(at + 8);
            long title = Math.min(length, chpl.end() - at - 9);
            long start = Math.max(0, bytes.i64(at)) / 10_000;
            draft.chapter(Duration.ofMillis(start), null, bytes.text(at + 9, title, StandardCharsets.UTF_8));
            at += 9 + length;
        }
    }
}
