package org.musicplatform.core.metadata.tags.vorbis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.fields.PictureFacts;
import org.musicplatform.core.metadata.tags.fields.TagBlock;
import org.musicplatform.core.metadata.tags.fields.TagFormat;

/** A list of {@code NAME=value} (Vorbis I, 5.2.1; chapters after the Vorbis wiki's Chapter Extension). */
public final class VorbisComment {

    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NAME = 256;
    private static final int MOST_COMMENTS = 10_000;
    private static final String PICTURE = "METADATA_BLOCK_PICTURE";
    private static final String OLD_PICTURE = "COVERART";

    private final ContentBytes bytes;
    private final Draft draft;
    private final TagBlock tag;
    private final Map<String, Duration> chapterStarts = new HashMap<>(0);

    private VorbisComment(ContentBytes bytes, Draft draft) {
        this.bytes = bytes;
        this.draft = draft;
        this.tag = draft.tag(TagFormat.VORBIS, 10);
    }

    /** Reads the comments that begin at a position, never beyond the end. */
    public static void read(ContentBytes bytes, long from, long end, Draft draft) throws IOException {
        new VorbisComment(bytes, draft).comments(from, end);
    }

    private void comments(long from, long end) throws IOException {
        long at = from + 4 + length(from, end);
        long count = Math.min(MOST_COMMENTS, bytes.u32le(at));
        at += 4;
        for (long i = 0; i < count; i++) {
            long length = length(at, end);
            comment(at + 4, at + 4 + length);
            at += 4 + length;
        }
    }

    private long length(long at, long end) throws IOException {
        long length = at + 4 > end ? Long.MAX_VALUE : bytes.u32le(at);
        if (length > end - at - 4) {
            throw new MalformedException("The comments of the file are cut.");
        }
        return length;
    }

    private void comment(long from, long to) throws IOException {
        long equals = bytes.indexOf('=', from, Math.min(to, from + LONGEST_NAME));
        if (equals >= to || equals >= from + LONGEST_NAME || equals == from) {
            if (to > from) {
                draft.warn("A comment of the file has no name.");
            }
            return;
        }
        String name = bytes.text(from, equals - from, StandardCharsets.UTF_8);
        long value = equals + 1;
        if (name.equalsIgnoreCase(PICTURE)) {
            picture(value, to);
        } else if (name.equalsIgnoreCase(OLD_PICTURE)) {
            oldPicture(value, to);
        } else if (to - value > LONGEST_TEXT) {
            draft.warn("The comment " + name + " is longer than a text may be; it was left out.");
        } else if (to > value) {
            text(name, value, to);
        }
    }

    private void text(String name, long from, long to) throws IOException {
        String text = bytes.text(from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0 && !isUtf8(from, to, text)) {
            tag.addLegacy(name, bytes.latin1(from, to - from));
        } else {
            tag.add(name, text);
        }
        if (name.length() >= 10 && name.regionMatches(true, 0, "CHAPTER", 0, 7)) {
            chapter(name.toUpperCase(Locale.ROOT), text);
        }
    }

    private boolean isUtf8(long from, long to, String text) throws IOException {
        return to - from == text.getBytes(StandardCharsets.UTF_8).length
                && bytes.latin1(from, to - from)
                        .equals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    private void chapter(String name, String text) {
        String number = name.substring(7, 10);
        if (name.length() == 10 && text.matches("\\d{1,4}:[0-5]?\\d:[0-5]?\\d(\\.\\d{1,9})?")) {
            String[] parts = text.split("[:.]");
            String fraction = parts.length > 3 ? (parts[3] + "00").substring(0, 3) : "0";
            chapterStarts.put(
                    number,
                    Duration.ofHours(Integer.parseInt(parts[0]))
                            .plusMinutes(Integer.parseInt(parts[1]))
                            .plusSeconds(Integer.parseInt(parts[2]))
                            .plusMillis(Integer.parseInt(fraction)));
        } else if (name.endsWith("NAME") && chapterStarts.containsKey(number)) {
            draft.chapter(chapterStarts.get(number), null, text);
        }
    }

    private void picture(long from, long to) throws IOException {
        try {
            var picture = Base64Text.isPlain(bytes, from, to)
                    ? bytes.unpacked(new Base64Text(bytes, from, to))
                    : wrapped(from, to);
            FlacPicture.read(picture, 0, picture.size(), draft);
        } catch (MalformedException damaged) {
            draft.warn("A picture in the file is damaged.");
        }
    }

    private void oldPicture(long from, long to) throws IOException {
        try {
            var picture = wrapped(from, to);
            PictureFacts.add(draft, picture, 0, picture.size(), 0, "");
        } catch (MalformedException damaged) {
            draft.warn("A picture in the file is damaged.");
        }
    }

    /** Decodes a text that may have line ends in it. */
    private ContentBytes wrapped(long from, long to) throws IOException {
        try {
            return bytes.unpacked(Base64.getMimeDecoder().decode(bytes.copy(from, to - from)));
        } catch (IllegalArgumentException damaged) {
            throw new MalformedException("The text is not Base64.");
        }
    }
}
