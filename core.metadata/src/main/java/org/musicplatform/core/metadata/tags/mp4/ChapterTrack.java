package org.musicplatform.core.metadata.tags.mp4;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Draft;

/**
 * A text track that a track of sound names as its chapters (QuickTime File Format Specification, "Chapter Lists"): each
 * sample is a title, and lasts as long as the chapter.
 */
final class ChapterTrack {

    private static final int MOST = 1_000;
    private static final int LONGEST_TITLE = 1_024;

    /** Titles lie scattered over the sound: a remote file is not asked for all of them. */
    private static final int MOST_REMOTE_RANGES = 2;

    private final ContentBytes bytes;
    private final Box times;
    private final Box sizes;
    private final Box chunks;
    private final Box places;
    private int ranges;

    private ChapterTrack(ContentBytes bytes, Box table) throws IOException {
        this.bytes = bytes;
        this.times = table.child(bytes, "stts");
        this.sizes = table.child(bytes, "stsz");
        this.chunks = table.child(bytes, "stsc");
        Box small = table.child(bytes, "stco");
        this.places = small != null ? small : table.child(bytes, "co64");
    }

    /**
     * Adds the chapters of a track.
     *
     * @param table its sample table
     * @param timescale units of its times in a second
     */
    static void read(ContentBytes bytes, Box table, long timescale, Draft draft) throws IOException {
        var track = new ChapterTrack(bytes, table);
        if (timescale > 0
                && track.times != null
                && track.sizes != null
                && track.chunks != null
                && track.places != null) {
            track.chapters(timescale, draft);
        }
    }

    private void chapters(long timescale, Draft draft) throws IOException {
        int count = (int) Math.min(bytes.u32(sizes.body() + 8), MOST);
        var samples = new Samples();
        long time = 0;
        long left = 0;
        long entry = times.body() + 8;
        long length = 0;
        for (int i = 0; i < count; i++) {
            for (; left == 0 && entry + 8 <= times.end(); entry += 8) {
                left = bytes.u32(entry);
                length = bytes.u32(entry + 4);
            }
            long at = samples.next();
            if (at < 0 || left == 0) {
                return;
            }
            long end = time + length;
            draft.chapter(millis(time, timescale), millis(end, timescale), title(at));
            time = end;
            left--;
        }
    }

    private static Duration millis(long time, long timescale) {
        return Duration.ofMillis(Math.round(time * 1000.0 / timescale));
    }

    /** Where each sample lies: in which chunk (8.7.4), the chunk's place (8.7.5), and behind what (8.7.3). */
    private final class Samples {
        private final boolean large = places.type().equals("co64");
        private long entry = chunks.body() + 8;
        private long chunk;
        private long inChunk;
        private long sample;
        private long at;

        /** Returns the place of the next one, -1 when the tables do not tell. */
        long next() throws IOException {
            if (inChunk == 0) {
                chunk++;
                while (entry + 24 <= chunks.end() && bytes.u32(entry + 12) <= chunk) {
                    entry += 12;
                }
                long place = places.body() + 8 + (chunk - 1) * (large ? 8 : 4);
                if (entry + 12 > chunks.end() || place + (large ? 8 : 4) > places.end()) {
                    return -1;
                }
                inChunk = bytes.u32(entry + 4);
                at = large ? bytes.i64(place) : bytes.u32(place);
                if (inChunk == 0) {
                    return -1;
                }
            }
            long found = at;
            at += size(sample++);
            inChunk--;
            return found;
        }

        private long size(long index) throws IOException {
            long each = bytes.u32(sizes.body() + 4);
            long place = sizes.body() + 12 + index * 4;
            return each > 0 ? each : place + 4 <= sizes.end() ? bytes.u32(place) : 0;
        }
    }

    /** A length of 16 bits, then UTF-8, or UTF-16 behind a byte order mark. */
    private String title(long at) throws IOException {
        if (bytes.present(at) < 2 && !bytes.isLocal() && ++ranges > MOST_REMOTE_RANGES || !bytes.has(at, 2)) {
            return "";
        }
        int length = Math.min(bytes.u16(at), LONGEST_TITLE);
        if (!bytes.has(at + 2, length)) {
            return "";
        }
        boolean marked = length >= 2 && (bytes.u16(at + 2) == 0xfeff || bytes.u16(at + 2) == 0xfffe);
        Charset charset = marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        return bytes.text(at + 2, length, charset).strip();
    }
}
