package org.musicplatform.core.metadata.tags.ogg;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.ContainerReader;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;
import org.musicplatform.core.metadata.tags.fields.Draft;

/** The first stream of sound in an Ogg file: its headers at the start, its end by the last page. */
public final class OggReader implements ContainerReader {

    private static final int MOST_STREAMS = 64;

    @Override
    public void read(ContentBytes bytes, long start, Draft draft) throws IOException {
        draft.sound().container("Ogg");
        long at = start;
        for (int i = 0; i < MOST_STREAMS && bytes.has(at, 28); i++) {
            Page page = Page.read(bytes, at);
            if (!page.isFirst()) {
                break; // all streams begin before the second page of any
            }
            Codec codec = Codec.of(bytes, page);
            if (codec != null) {
                stream(bytes, page, codec, draft);
                return;
            }
            at = page.end();
        }
        throw new MalformedException("The Ogg file holds no sound of a kind that is known.");
    }

    private static void stream(ContentBytes bytes, Page first, Codec codec, Draft draft) throws IOException {
        codec.describe(bytes, first.body(), draft);
        var packets = new HeaderPackets(bytes, first);
        packets.next();
        try {
            codec.comments(packets, draft);
        } catch (MalformedException damaged) {
            draft.warn(damaged.getMessage());
        }
        Ending.measure(bytes, first, packets.page().end(), codec, draft);
        draft.sound().bitrateOf(bytes.size() - packets.page().end());
    }
}
