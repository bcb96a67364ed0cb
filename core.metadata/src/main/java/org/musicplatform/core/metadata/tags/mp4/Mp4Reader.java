package org.musicplatform.core.metadata.tags.mp4;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.ContainerReader;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;
import org.musicplatform.core.metadata.tags.fields.Draft;

/** An MP4 or QuickTime file: finds the movie box wherever it lies, and what fragments add to it. */
public final class Mp4Reader implements ContainerReader {

    private static final int MOST_BOXES = 50_000;

    @Override
    public void read(ContentBytes bytes, long start, Draft draft) throws IOException {
        draft.sound().container("MP4");
        var movie = new Movie(bytes, draft);
        int[] boxes = new int[1];
        long[] sound = new long[1];
        Box.each(bytes, start, bytes.size(), box -> {
            switch (box.type()) {
                case "moov" -> {
                    bytes.prefetch(box.at(), box.end() - box.at());
                    movie.read(box);
                }
                case "moof" -> movie.fragment(box);
                case "sidx" -> movie.segmentIndex(box);
                case "meta" -> Metadata.meta(bytes, box, draft);
                case "mdat" -> sound[0] += box.end() - box.body();
                default -> {} // the rest tells nothing about sound
            }
            if (box.cut()) {
                draft.warn("The file ends before what it says it holds.");
            }
            return ++boxes[0] < MOST_BOXES && !movie.isComplete(box);
        });
        if (!movie.isFound()) {
            throw new MalformedException("The MP4 file does not say what it holds: its movie box is missing.");
        }
        movie.finish();
        draft.sound().bitrateOf(sound[0]);
    }
}
