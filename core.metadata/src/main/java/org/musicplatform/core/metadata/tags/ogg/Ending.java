package org.musicplatform.core.metadata.tags.ogg;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;
import org.musicplatform.core.metadata.tags.fields.Draft;

/** The playing time by the granule positions: of the last page, and of each link where streams are chained. */
final class Ending {

    /** The largest page has 65,307 bytes (RFC 3533, 6): somewhere in the last of them one begins. */
    private static final int LARGEST_PAGE = 65_307;

    private static final int TAIL_LOCAL = 12 << 10;
    private static final int MOST_LINKS = 64;

    private Ending() {}

    static void measure(ContentBytes bytes, Page first, long sound, Codec codec, Draft draft) throws IOException {
        int rate = draft.sound().sampleRate();
        Page last = lastWithGranule(bytes, sound, bytes.size());
        if (last == null || rate == 0) {
            if (draft.sound().millis() < 0) {
                draft.warn("The end of the Ogg stream is missing.");
            }
            return;
        }
        if (last.serial() == first.serial()) {
            long frames = last.granule() - codec.preSkip(bytes, first.body());
            draft.sound().duration(Math.max(0, frames), rate);
        } else {
            links(bytes, first, rate, draft);
        }
    }

    /** Finds the last page on which a packet ends, looking at the tail first. */
    private static Page lastWithGranule(ContentBytes bytes, long from, long end) throws IOException {
        int tail = bytes.isLocal() ? TAIL_LOCAL : LARGEST_PAGE;
        for (long size = tail; ; size = size * 4) {
            long begin = Math.max(from, end - Math.min(size, LARGEST_PAGE));
            bytes.prefetch(begin, end - begin);
            Page found = null;
            long at = begin;
            while ((at = bytes.indexOf('O', at, end)) < end) {
                Page page = pageAt(bytes, at, end);
                if (page != null) {
                    found = page.granule() != -1 ? page : found;
                    at = page.end();
                } else {
                    at++;
                }
            }
            if (found != null || begin == from || size >= LARGEST_PAGE) {
                return found;
            }
        }
    }

    private static Page pageAt(ContentBytes bytes, long at, long end) throws IOException {
        if (!bytes.matches(at, "OggS") || at + 27 > end || bytes.u8(at + 4) != 0 || at + 27 + bytes.u8(at + 26) > end) {
            return null;
        }
        return Page.read(bytes, at);
    }

    /** Adds the links of a chain up, each found by halving what lies between it and the end. */
    private static void links(ContentBytes bytes, Page first, int rate, Draft draft) throws IOException {
        long end = bytes.size();
        double seconds = 0;
        Page begin = first;
        for (int i = 0; i < MOST_LINKS && begin != null; i++) {
            var codec = Codec.of(bytes, begin);
            long linkEnd = endOfLink(bytes, begin, end);
            Page last = lastWithGranule(bytes, begin.at(), linkEnd);
            if (codec != null && last != null && last.granule() > 0) {
                seconds += (double) (last.granule() - codec.preSkip(bytes, begin.body())) / rate;
            }
            begin = linkEnd < end ? pageAt(bytes, linkEnd, end) : null;
            if (begin != null && !begin.isFirst()) {
                throw new MalformedException("The links of the Ogg chain cannot be told apart.");
            }
        }
        draft.sound().duration(Math.round(seconds * 1000), 1000);
        if (begin != null) {
            draft.sound().estimated();
        }
    }

    /** Returns where the next link begins, or the end of the file. */
    private static long endOfLink(ContentBytes bytes, Page begin, long end) throws IOException {
        long inside = begin.end();
        long outside = end;
        while (outside - inside > LARGEST_PAGE) {
            Page page = pageFrom(bytes, inside + (outside - inside) / 2, outside);
            if (page != null && page.serial() == begin.serial()) {
                inside = page.end();
            } else {
                outside = inside + (outside - inside) / 2;
            }
        }
        for (Page page = pageFrom(bytes, inside, end); page != null; page = pageFrom(bytes, page.end(), end)) {
            if (page.serial() != begin.serial() && page.isFirst()) {
                return page.at();
            }
        }
        return end;
    }

    private static Page pageFrom(ContentBytes bytes, long from, long end) throws IOException {
        long most = Math.min(end, from + 2L * LARGEST_PAGE);
        long at = from;
        while ((at = bytes.indexOf('O', at, most)) < most) {
            Page page = pageAt(bytes, at, end);
            if (page != null) {
                return page;
            }
            at++;
        }
        return null;
    }
}
