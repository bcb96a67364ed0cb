package org.musicplatform.core.metadata.tags.ape;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.ContainerReader;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Draft;

/** True Audio (tausoft.org, TTA1 format description). */
public final class TtaReader implements ContainerReader {

    @Override
    public void read(ContentBytes bytes, long start, Draft draft) throws IOException {
        draft.sound().container("TTA").codec("TTA");
        if (bytes.matches(start, "TTA1")) {
            long rate = bytes.u32le(start + 10);
            draft.sound()
                    .channels(bytes.u16le(start + 6))
                    .bits(bytes.u16le(start + 8))
                    .sampleRate(rate)
                    .duration(bytes.u32le(start + 14), rate)
                    .bitrateOf(bytes.size() - start);
        }
    }
}
