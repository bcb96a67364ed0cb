package org.musicplatform.core.metadata.tags;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.ape.ApeTag;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.id3.Id3v1Reader;
import org.musicplatform.core.metadata.tags.id3.Id3v2Reader;

/** The tags behind the sound, in whatever order programs appended them: ID3v1, APE, Lyrics3, ID3v2.4 with a footer. */
public final class TrailingTags {

    private static final int TAIL_LOCAL = 4 << 10;

    /** With what a look at the last frames needs: a second request costs more than a few kilobytes. */
    private static final int TAIL_REMOTE = 40 << 10;

    private static final int LYRICS3_END = 15;

    private TrailingTags() {}

    /**
     * Reads them.
     *
     * @param start where they cannot reach beyond
     * @return where the sound ends
     */
    public static long read(ContentBytes bytes, long start, Draft draft) throws IOException {
        long end = bytes.size();
        int tail = bytes.isLocal() ? TAIL_LOCAL : TAIL_REMOTE;
        bytes.prefetch(Math.max(start, end - tail), tail);
        boolean version1 = false;
        for (int tags = 0; tags < 8; tags++) {
            long before = end;
            if (!version1 && end - Id3v1Reader.SIZE >= start && bytes.matches(end - Id3v1Reader.SIZE, "TAG")) {
                end -= Id3v1Reader.SIZE;
                version1 = true;
                Id3v1Reader.read(bytes, end, draft);
            }
            end = lyrics3(bytes, start, end);
            end = Math.max(start, ApeTag.readBefore(bytes, end, draft));
            end = appended(bytes, start, end, draft);
            if (end == before) {
                break;
            }
        }
        return end;
    }

    /** Skips Lyrics3 v2 (id3.org/Lyrics3v2), whose texts later tags hold too. */
    private static long lyrics3(ContentBytes bytes, long start, long end) throws IOException {
        if (end - LYRICS3_END < start || !bytes.matches(end - 9, "LYRICS200")) {
            return end;
        }
        String size = bytes.latin1(end - LYRICS3_END, 6);
        long begin = size.matches("\\d{6}") ? end - LYRICS3_END - Long.parseLong(size) : -1;
        return begin >= start && bytes.matches(begin, "LYRICSBEGIN") ? begin : end;
    }

    /** Reads an ID3v2.4 tag that is found by its footer (ID3v2.4 structure, 3.4). */
    private static long appended(ContentBytes bytes, long start, long end, Draft draft) throws IOException {
        long footer = end - Id3v2Reader.HEADER;
        if (footer < start || !bytes.matches(footer, "3DI")) {
            return end;
        }
        int size = bytes.i32(footer + 6);
        if ((size & 0x8080_8080) != 0) {
            return end;
        }
        long begin = footer - Id3v2Reader.HEADER - Id3v2Reader.synchsafe(size);
        if (begin < start || !Id3v2Reader.isAt(bytes, begin)) {
            return end;
        }
        Id3v2Reader.read(bytes, begin, end, draft);
        return begin;
    }
}
