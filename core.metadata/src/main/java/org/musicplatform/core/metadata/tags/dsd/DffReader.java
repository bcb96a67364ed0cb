package org.musicplatform.core.metadata.tags.dsd;

import java.io.IOException;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.metadata.tags.ContainerReader;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.fields.TagBlock;
import org.musicplatform.core.metadata.tags.fields.TagFormat;
import org.musicplatform.core.metadata.tags.id3.Id3v2Reader;

/** DSDIFF (Philips, DSDIFF 1.5): chunks with sizes of 64 bits. */
public final class DffReader implements ContainerReader {

    private static final int HEADER = 12;
    private static final int MOST_CHUNKS = 10_000;

    @Override
    public void read(ContentBytes bytes, long start, Draft draft) throws IOException {
        draft.sound().container("DSDIFF");
        var file = new DffFile(bytes, draft);
        file.chunks(start + 16, bytes.size(), 0);
        file.finish();
    }

    /** One file. */
    private static final class DffFile {
        private final ContentBytes bytes;
        private final Draft draft;
        private final TagBlock texts;
        private long rate;
        private long channels;
        private long sound;
        private long blocks;
        private long blocksPerSecond;

        DffFile(ContentBytes bytes, Draft draft) {
            this.bytes = bytes;
            this.draft = draft;
            this.texts = draft.tag(TagFormat.RIFF, 5);
        }

        void chunks(long from, long end, int depth) throws IOException {
            long at = from;
            for (int i = 0; i < MOST_CHUNKS && at + HEADER <= end; i++) {
                long declared = bytes.i64(at + 4);
                long body = at + HEADER;
                long size = declared < 0 ? end - body : Math.min(declared, end - body);
                chunk(bytes.latin1(at, 4), body, size, depth);
                if (size != declared) {
                    draft.warn("The file ends before what it says it holds.");
                }
                at = body + size + (size & 1);
            }
        }

        private void chunk(String id, long body, long size, int depth) throws IOException {
            switch (id) {
                case "PROP" -> {
                    if (depth == 0 && size >= 4) {
                        chunks(body + 4, body + size, 1);
                    }
                }
                case "DIIN" -> {
                    if (depth == 0) {
                        chunks(body, body + size, 1);
                    }
                }
                case "DST " -> {
                    draft.sound().codec("DST");
                    sound = size;
                    chunks(body, Math.min(body + size, body + HEADER + 6), 1);
                }
                case "FRTE" -> {
                    blocks = bytes.u32(body);
                    blocksPerSecond = bytes.u16(body + 4);
                }
                case "FS  " -> rate = bytes.u32(body);
                case "CHNL" -> channels = bytes.u16(body);
                case "DSD " -> {
                    draft.sound().codec("DSD");
                    sound = size;
                }
                case "DITI" -> text("DITI", TagField.TITLE, body, size);
                case "DIAR" -> text("DIAR", TagField.ARTIST, body, size);
                case "ID3 " -> {
                    if (Id3v2Reader.isAt(bytes, body)) {
                        Id3v2Reader.read(bytes, body, body + size, draft);
                    }
                }
                default -> {} // nothing for a music library
            }
        }

        private void text(String name, TagField field, long body, long size) throws IOException {
            long length = size < 4 ? 0 : Math.min(bytes.u32(body), Math.min(size - 4, 4096));
            if (length > 0) {
                String text = bytes.latin1(body + 4, length);
                texts.addRaw(name, text);
                texts.addField(field, text);
            }
        }

        void finish() throws MalformedException {
            if (rate == 0 || channels == 0) {
                throw new MalformedException("The DSDIFF file does not say how its sound is coded.");
            }
            draft.sound().sampleRate(rate).channels(channels).bits(1);
            if (blocks > 0) {
                draft.sound().duration(blocks, blocksPerSecond);
            } else {
                draft.sound().duration(sound * 8 / channels, rate);
            }
            draft.sound().bitrateOf(sound);
        }
    }
}
