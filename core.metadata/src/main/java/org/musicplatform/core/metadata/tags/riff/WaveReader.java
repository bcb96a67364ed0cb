package org.musicplatform.core.metadata.tags.riff;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.ContainerReader;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.fields.TagFormat;
import org.musicplatform.core.metadata.tags.id3.Id3v2Reader;

/** WAVE in RIFF, and in RF64 and BW64 with sizes of 64 bits (EBU Tech 3306, ITU-R BS.2088). */
public final class WaveReader implements ContainerReader {

    private static final long NOT_TOLD = 0xffff_ffffL;

    @Override
    public void read(ContentBytes bytes, long start, Draft draft) throws IOException {
        String form = bytes.latin1(start, 4);
        draft.sound().container(form);
        new Walk(bytes, draft).read(start + 12, bytes.size());
    }

    /** One file. */
    private static final class Walk {
        private final ContentBytes bytes;
        private final Draft draft;
        private WaveFormat format;
        private long data = -1;
        private long frames;
        private long longData = NOT_TOLD;
        private boolean open;

        Walk(ContentBytes bytes, Draft draft) {
            this.bytes = bytes;
            this.draft = draft;
        }

        void read(long from, long end) throws IOException {
            Chunk.each(bytes, from, end, true, this::size, chunk -> {
                chunk(chunk);
                if (chunk.cut() && !chunk.id().equals("data")) {
                    draft.warn("The chunk " + chunk.id() + " of the file is cut.");
                }
            });
            if (format == null) {
                throw new MalformedException("The WAVE file does not say how its sound is coded.");
            }
            format.describe(draft.sound(), data, frames);
            if (data < 0) {
                draft.warn("The file ends before its sound.");
            }
        }

        /** Streaming writers leave the size of the sound at all ones or zero: it goes up to the end then. */
        private long size(String id, long declared) {
            if (!id.equals("data") || declared != NOT_TOLD && declared != 0) {
                return declared;
            }
            if (longData != NOT_TOLD) {
                return longData;
            }
            open = format != null;
            return open ? Long.MAX_VALUE : 0;
        }

        private void chunk(Chunk chunk) throws IOException {
            long at = chunk.body();
            switch (chunk.id()) {
                case "ds64" -> {
                    if (chunk.size() >= 24) {
                        longData = bytes.i64le(at + 8) < 0 ? NOT_TOLD : bytes.i64le(at + 8);
                        frames = Math.max(0, bytes.i64le(at + 16));
                    }
                }
                case "fmt " -> format = format == null ? WaveFormat.read(bytes, at, chunk.size()) : format;
                case "fact" -> frames = frames == 0 && chunk.size() >= 4 ? bytes.u32le(at) : frames;
                case "data" -> {
                    data = data < 0 ? chunk.size() : data;
                    if (chunk.cut() && !open) {
                        draft.warn("The sound of the file is cut.");
                    }
                }
                case "LIST" -> list(chunk);
                case "id3 ", "ID3 " -> {
                    if (Id3v2Reader.isAt(bytes, at)) {
                        Id3v2Reader.read(bytes, at, chunk.end(), draft);
                    }
                }
                case "bext" -> BroadcastExtension.read(bytes, at, chunk.size(), draft);
                default -> {} // nothing for a music library
            }
        }

        private void list(Chunk list) throws IOException {
            if (list.size() < 4 || !bytes.matches(list.body(), "INFO")) {
                return;
            }
            var tag = draft.tag(TagFormat.RIFF, 5);
            Chunk.each(
                    bytes,
                    list.body() + 4,
                    list.end(),
                    true,
                    (id, declared) -> declared,
                    text -> Texts.add(bytes, text.body(), text.size(), text.id(), tag, draft));
        }
    }
}
