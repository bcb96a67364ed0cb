package org.musicplatform.core.metadata.tags.asf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.fields.PictureFacts;
import org.musicplatform.core.metadata.tags.fields.TagBlock;

/** Names and values of an ASF file (3.10, 3.11, 4.7, 4.8; WM/Picture after the Windows Media Format SDK). */
final class Attributes {

    private static final int LONGEST_TEXT = 1 << 20;
    private static final int TEXT = 0;
    private static final int BYTES = 1;
    private static final int FLAG = 2;
    private static final int GUID = 6;
    private static final Map<String, String> STARS = Map.of("1", "20", "25", "40", "50", "60", "75", "80", "99", "100");

    private final ContentBytes bytes;
    private final TagBlock tag;
    private final Draft draft;

    Attributes(ContentBytes bytes, TagBlock tag, Draft draft) {
        this.bytes = bytes;
        this.tag = tag;
        this.draft = draft;
    }

    void contentDescription(long body, long end) throws IOException {
        String[] names = {"Title", "Author", "Copyright", "Description", "Rating"};
        long at = body + 10;
        for (int i = 0; i < names.length; i++) {
            int size = bytes.u16le(body + i * 2L);
            if (at + size > end) {
                draft.warn("The header of the ASF file is damaged.");
                return;
            }
            String text = text(at, size);
            if (!text.isBlank() && i < 4) {
                tag.add(names[i], text);
            } else if (!text.isBlank()) {
                tag.addRaw(names[i], text); // a rating of what is fit for whom
            }
            at += size;
        }
    }

    void extended(long body, long end) throws IOException {
        int count = bytes.u16le(body);
        long at = body + 2;
        for (int i = 0; i < count && at + 6 <= end; i++) {
            int nameSize = bytes.u16le(at);
            String name = text(at + 2, nameSize);
            at += 2 + nameSize;
            int type = bytes.u16le(at);
            int size = bytes.u16le(at + 2);
            if (at + 4 + size > end) {
                draft.warn("The header of the ASF file is damaged.");
                return;
            }
            value(name, type, type == FLAG ? 4 : 0, at + 4, size);
            at += 4 + size;
        }
    }

    void metadata(long body, long end) throws IOException {
        int count = bytes.u16le(body);
        long at = body + 2;
        for (int i = 0; i < count && at + 12 <= end; i++) {
            int nameSize = bytes.u16le(at + 4);
            int type = bytes.u16le(at + 6);
            long size = bytes.u32le(at + 8);
            if (size > end - at - 12 - nameSize) {
                draft.warn("The header of the ASF file is damaged.");
                return;
            }
            value(text(at + 12, nameSize), type, 2, at + 12 + nameSize, size);
            at += 12 + nameSize + size;
        }
    }

    private String text(long at, long size) throws IOException {
        String text = bytes.text(at, Math.min(size, LONGEST_TEXT), StandardCharsets.UTF_16LE);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private void value(String name, int type, int flagSize, long at, long size) throws IOException {
        if (type == BYTES) {
            if (name.equals("WM/Picture")) {
                picture(at, size);
            }
            return;
        }
        if (type == GUID) {
            return;
        }
        String text = type == TEXT
                ? text(at, size)
                : String.valueOf(number(at, type == FLAG ? Math.min(flagSize, size) : size));
        if (text.isBlank()) {
            return;
        }
        switch (name) {
            case "WM/Track" -> { // counted from 0
                tag.addRaw(name, text);
                if (text.matches("\\d{1,6}")) {
                    tag.add("WM/TrackNumber", String.valueOf(Integer.parseInt(text) + 1));
                }
            }
            case "WM/SharedUserRating" -> {
                tag.addRaw(name, text);
                if (STARS.containsKey(text)) {
                    tag.addField(TagField.RATING, STARS.get(text));
                }
            }
            default -> tag.add(name, text);
        }
    }

    private long number(long at, long size) throws IOException {
        return size >= 8 ? bytes.i64le(at) : size >= 4 ? bytes.u32le(at) : size >= 2 ? bytes.u16le(at) : 0;
    }

    private void picture(long at, long size) throws IOException {
        long end = at + size;
        long mediaType = at + 5;
        long description = afterText(mediaType, end);
        long data = afterText(description, end);
        String text = text(description, Math.max(0, data - 2 - description)).strip();
        PictureFacts.add(draft, bytes, data, Math.min(bytes.u32le(at + 1), end - data), bytes.u8(at), text);
    }

    private long afterText(long from, long end) throws IOException {
        for (long at = from; at + 1 < end; at += 2) {
            if (bytes.u16le(at) == 0) {
                return at + 2;
            }
        }
        return end;
    }
}
