package org.musicplatform.core.metadata.tags.dsd;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.ContainerReader;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.id3.Id3v2Reader;

/** DSF (Sony, DSF File Format Specification 1.01). */
public final class DsfReader implements ContainerReader {

    @Override
    public void read(ContentBytes bytes, long start, Draft draft) throws IOException {
        long format = start + 28;
        if (!bytes.matches(format, "fmt ")) {
            throw new MalformedException("The DSF file does not say how its sound is coded.");
        }
        long rate = bytes.u32le(format + 28);
        draft.sound()
                .container("DSF")
                .codec("DSD")
                .channels(bytes.u32le(format + 24))
                .sampleRate(rate)
                .bits(1)
                .duration(bytes.i64le(format + 36), rate);
        draft.sound().bitrate(rate * bytes.u32le(format + 24) / 1000);
        long metadata = bytes.i64le(start + 20);
        if (metadata > 0
                && metadata <= bytes.size() - Id3v2Reader.HEADER
                && Id3v2Reader.isAt(bytes, start + metadata)) {
            Id3v2Reader.read(bytes, start + metadata, bytes.size(), draft);
        } else if (metadata != 0) {
            draft.warn("The tag of the DSF file is not where it should be.");
        }
    }
}
