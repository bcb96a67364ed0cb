package org.musicplatform.core.metadata.tags.id3;

import java.io.IOException;
import java.time.Duration;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.CutException;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.fields.TagFormat;

/**
 * ID3v2.2, 2.3 and 2.4 (id3.org: id3v2-00, id3v2.3.0, id3v2.4.0-structure): the tag, its frames, and what is wrapped
 * around their bodies.
 */
public final class Id3v2Reader {

    /** Size of the header, and of the footer. */
    public static final int HEADER = 10;

    private static final int MOST_FRAMES = 10_000;
    private static final int LARGEST_UNPACKED = 4 << 20;
    private static final int UNSYNCHRONISED = 0x80;
    private static final int EXTENDED = 0x40;
    private static final int FOOTER = 0x10;

    private final int version;
    private final boolean unsynchronised;
    private final boolean nested;
    private final FrameBodies bodies;
    private final Draft draft;

    private Id3v2Reader(int version, boolean unsynchronised, boolean nested, FrameBodies bodies, Draft draft) {
        this.version = version;
        this.unsynchronised = unsynchronised;
        this.nested = nested;
        this.bodies = bodies;
        this.draft = draft;
    }

    /** Tells whether a tag begins at a position. */
    public static boolean isAt(ContentBytes bytes, long at) throws IOException {
        return bytes.has(at, HEADER)
                && bytes.matches(at, "ID3")
                && bytes.u8(at + 3) != 0xff
                && bytes.u8(at + 4) != 0xff
                && (bytes.i32(at + 6) & 0x8080_8080) == 0;
    }

    /** Returns the size of the whole tag that begins at a position, as it says. */
    public static long sizeAt(ContentBytes bytes, long at) throws IOException {
        boolean footer = bytes.u8(at + 3) == 4 && (bytes.u8(at + 5) & FOOTER) != 0;
        return HEADER + synchsafe(bytes.i32(at + 6)) + (footer ? HEADER : 0);
    }

    /**
     * Reads a tag.
     *
     * @param at where it begins
     * @param end where it has to end
     * @return the position behind it
     */
    public static long read(ContentBytes bytes, long at, long end, Draft draft) throws IOException {
        long declared = at + sizeAt(bytes, at);
        long behind = Math.min(declared, end);
        if (declared > end) {
            draft.warn("The ID3 tag is cut.");
        }
        int version = bytes.u8(at + 3);
        int flags = bytes.u8(at + 5);
        if (version < 2 || version > 4) {
            draft.warn("The file has an ID3v2." + version + " tag, which nobody defined.");
            return behind;
        }
        if (version == 2 && (flags & EXTENDED) != 0) {
            draft.warn("The ID3v2.2 tag is compressed in a way that nobody defined.");
            return behind;
        }
        var tag = draft.tag(TagFormat.ID3, 20);
        var bodies = new FrameBodies(version < 4, tag, draft);
        var reader = new Id3v2Reader(version, (flags & UNSYNCHRONISED) != 0, false, bodies, draft);
        long frames = at + HEADER;
        long framesEnd = Math.min(behind, at + HEADER + synchsafe(bytes.i32(at + 6)));
        try {
            if (version < 4 && (flags & UNSYNCHRONISED) != 0) {
                var plain = bytes.unpacked(Unsynchronisation.undo(bytes.copy(frames, framesEnd - frames)));
                reader.tag(plain, 0, plain.size(), flags);
            } else {
                reader.tag(bytes, frames, framesEnd, flags);
            }
        } catch (MalformedException damaged) {
            draft.warn(damaged.getMessage());
        } finally {
            bodies.finish();
        }
        return behind;
    }

    /** Returns a number of four bytes with seven bits each (ID3v2.4 structure, 6.2). */
    public static long synchsafe(int value) {
        return (value & 0x7f) | (value >> 8 & 0x7f) << 7 | (value >> 16 & 0x7f) << 14 | (value >> 24 & 0x7f) << 21;
    }

    private void tag(ContentBytes bytes, long from, long to, int flags) throws IOException {
        long at = from;
        if (version > 2 && (flags & EXTENDED) != 0) {
            // 2.3 does not count the size itself, 2.4 does
            at += version == 3 ? 4 + bytes.u32(at) : Math.max(6, synchsafe(bytes.i32(at)));
        }
        frames(bytes, at, to);
    }

    /** Reads frames up to the padding. */
    private void frames(ContentBytes bytes, long from, long to) throws IOException {
        int header = version == 2 ? 6 : 10;
        long at = from;
        for (int count = 0; at + header < to && count < MOST_FRAMES; count++) {
            if (bytes.u8(at) == 0) {
                return;
            }
            String id = bytes.latin1(at, version == 2 ? 3 : 4);
            if (!isId(id)) {
                draft.warn("The ID3 tag holds something that is no frame.");
                return;
            }
            long size = version == 2 ? bytes.u24(at + 3) : version == 3 ? bytes.u32(at + 4) : size(bytes, at, to);
            int flags = version == 2 ? 0 : bytes.u16(at + 8);
            long body = at + header;
            if (size > to - body) {
                draft.warn("A frame of the ID3 tag is cut.");
                size = to - body;
            }
            at = body + size;
            if (size > 0) {
                frame(bytes, version == 2 ? FrameIds.successor(id) : id, flags, body, at);
            }
        }
    }

    private static boolean isId(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean fits = c >= 'A' && c <= 'Z' || i > 0 && (c >= '0' && c <= '9' || c == ' ' && i == 3);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Some writers put plain sizes into 2.4 tags: what leads to another frame, or to the end, is right. */
    private static long size(ContentBytes bytes, long at, long to) throws IOException {
        int value = bytes.i32(at + 4);
        long plain = value & 0xffff_ffffL;
        if ((value & 0x8080_8080) != 0) {
            return plain;
        }
        long safe = synchsafe(value);
        if (safe == plain || leadsOn(bytes, at + 10 + safe, to) || !leadsOn(bytes, at + 10 + plain, to)) {
            return safe;
        }
        return plain;
    }

    private static boolean leadsOn(ContentBytes bytes, long at, long to) throws IOException {
        if (at == to) {
            return true;
        }
        if (at + 10 > to || at < 0) {
            return false;
        }
        return bytes.u8(at) == 0 || isId(bytes.latin1(at, 4));
    }

    private void frame(ContentBytes bytes, String id, int flags, long from, long to) throws IOException {
        try {
            if (version == 4 ? (flags & 0x04) != 0 : (flags & 0x40) != 0 && version == 3) {
                draft.warn("A frame of the ID3 tag is encrypted.");
            } else if (version == 4 && ((flags & 0x0f) != 0 || unsynchronised)) {
                unpack4(bytes, id, flags, from, to);
            } else if (version == 3 && (flags & 0x80) != 0) {
                inflate(bytes, id, from + 4 + ((flags & 0x20) != 0 ? 1 : 0), to, bytes.u32(from));
            } else {
                boolean grouped = version == 4 ? (flags & 0x40) != 0 : version == 3 && (flags & 0x20) != 0;
                body(bytes, id, grouped ? from + 1 : from, to);
            }
        } catch (CutException | DataFormatException damaged) {
            draft.warn("The frame " + id + " of the ID3 tag is damaged.");
        }
    }

    private void unpack4(ContentBytes bytes, String id, int flags, long from, long to)
            throws IOException, DataFormatException {
        long at = from + ((flags & 0x40) != 0 ? 1 : 0);
        long declared = to - at;
        if ((flags & 0x01) != 0) {
            declared = synchsafe(bytes.i32(at));
            at += 4;
        }
        boolean unsync = (flags & 0x02) != 0 || unsynchronised;
        if ((flags & 0x08) != 0) {
            byte[] packed = bytes.copy(at, to - at);
            var plain = bytes.unpacked(unsync ? Unsynchronisation.undo(packed) : packed);
            inflate(plain, id, 0, plain.size(), declared);
        } else if (unsync) {
            var plain = bytes.unpacked(Unsynchronisation.undo(bytes.copy(at, to - at)));
            body(plain, id, 0, plain.size());
        } else {
            body(bytes, id, at, to);
        }
    }

    private void inflate(ContentBytes bytes, String id, long from, long to, long declared)
            throws IOException, DataFormatException {
        if (declared > LARGEST_UNPACKED) {
            draft.warn("The frame " + id + " of the ID3 tag unpacks to more than a frame may have.");
            return;
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes.copy(from, to - from));
            byte[] plain = new byte[(int) declared];
            int length = 0;
            for (int n = 1; n > 0 && length < plain.length; length += n) {
                n = inflater.inflate(plain, length, plain.length - length);
            }
            body(bytes.unpacked(plain), id, 0, length);
        } finally {
            inflater.end();
        }
    }

    private void body(ContentBytes bytes, String id, long from, long to) throws IOException {
        if (id.equals("CHAP")) {
            if (!nested) { // one within another would be without end
                chapter(bytes, from, to);
            }
        } else if (from < to) {
            bodies.read(bytes, id, from, to);
        }
    }

    /** Reads a chapter, whose title is a frame within (id3v2-chapters-1.0, 3.1). */
    private void chapter(ContentBytes bytes, long from, long to) throws IOException {
        long at = Id3Text.behind(bytes, 0, from, to);
        long start = bytes.u32(at);
        long end = bytes.u32(at + 4);
        var inner = new Draft("");
        var titles = new FrameBodies(version < 4, inner.tag(TagFormat.ID3, 0), inner);
        new Id3v2Reader(version, unsynchronised, true, titles, inner).frames(bytes, at + 16, to);
        draft.chapter(Duration.ofMillis(start), end == 0xffff_ffffL ? null : Duration.ofMillis(end), titles.title());
    }
}
