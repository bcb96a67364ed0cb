package org.musicplatform.core.metadata.tags.id3;

import java.io.IOException;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.fields.Genres;
import org.musicplatform.core.metadata.tags.fields.TagBlock;
import org.musicplatform.core.metadata.tags.fields.TagFormat;

/** ID3v1 and 1.1: the last 128 bytes of a file. */
public final class Id3v1Reader {

    /** Size of the tag. */
    public static final int SIZE = 128;

    private Id3v1Reader() {}

    /** Reads the tag at a position where {@code TAG} was found. */
    public static void read(ContentBytes bytes, long at, Draft draft) throws IOException {
        var tag = draft.tag(TagFormat.ID3, 0);
        text(tag, "TIT2", bytes, at + 3, 30);
        text(tag, "TPE1", bytes, at + 33, 30);
        text(tag, "TALB", bytes, at + 63, 30);
        text(tag, "TDRC", bytes, at + 93, 4);
        // version 1.1: a NUL before the last byte of the comment makes that byte the track
        boolean numbered = bytes.u8(at + 125) == 0 && bytes.u8(at + 126) != 0;
        text(tag, "COMM", bytes, at + 97, numbered ? 28 : 30);
        if (numbered) {
            tag.add("TRCK", String.valueOf(bytes.u8(at + 126)));
        }
        String genre = Genres.name(bytes.u8(at + 127));
        if (genre != null) {
            tag.addRaw("TCON", genre);
            tag.addField(TagField.GENRE, genre);
        }
    }

    private static void text(TagBlock tag, String name, ContentBytes bytes, long at, int size) throws IOException {
        String text = bytes.latin1(at, size);
        int end = text.indexOf('\0');
        String value = (end < 0 ? text : text.substring(0, end)).stripTrailing();
        if (!value.isEmpty()) {
            tag.addLegacy(name, value);
        }
    }
}
