package org.musicplatform.core.metadata.tags.asf;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.ContainerReader;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.CutException;
import org.musicplatform.core.metadata.tags.bytes.MalformedException;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.fields.TagBlock;
import org.musicplatform.core.metadata.tags.fields.TagFormat;

/** The objects of an ASF header (3), known by the first half of their GUIDs. */
public final class AsfReader implements ContainerReader {

    private static final long FILE_PROPERTIES = 0xa1dcab8c47a9cf11L;
    private static final long STREAM_PROPERTIES = 0x9107dcb7b7a9cf11L;
    private static final long HEADER_EXTENSION = 0xb503bf5f2ea9cf11L;
    private static final long CONTENT_DESCRIPTION = 0x3326b2758e66cf11L;
    private static final long EXTENDED_CONTENT = 0x40a4d0d207e3d211L;
    private static final long METADATA = 0xeacbf8c5af5b7748L;
    private static final long METADATA_LIBRARY = 0x941c23449894d149L;
    private static final long AUDIO_MEDIA = 0x409e69f84d5bcf11L;
    private static final long BROADCAST = 1;
    private static final int HEADER = 30;
    private static final int MOST_OBJECTS = 1_000;

    @Override
    public void read(ContentBytes bytes, long start, Draft draft) throws IOException {
        draft.sound().container("ASF");
        long end = Math.min(bytes.size(), start + Math.max(HEADER, bytes.i64le(start + 16)));
        var header = new Header(bytes, draft, draft.tag(TagFormat.ASF, 10));
        header.objects(start + HEADER, end);
        if (draft.sound().sampleRate() == 0) {
            throw new MalformedException("The ASF file does not say that it holds sound.");
        }
    }

    /** One header. */
    private static final class Header {
        private final ContentBytes bytes;
        private final Draft draft;
        private final Attributes attributes;

        Header(ContentBytes bytes, Draft draft, TagBlock tag) {
            this.bytes = bytes;
            this.draft = draft;
            this.attributes = new Attributes(bytes, tag, draft);
        }

        void objects(long from, long end) throws IOException {
            long at = from;
            for (int i = 0; i < MOST_OBJECTS && at + 24 <= end; i++) {
                long size = bytes.i64le(at + 16);
                if (size < 24) {
                    draft.warn("The header of the ASF file is damaged.");
                    return;
                }
                if (size > end - at) {
                    draft.warn("The header of the ASF file is cut.");
                    size = end - at;
                }
                try {
                    object(bytes.i64(at), at + 24, at + size);
                } catch (CutException damaged) {
                    draft.warn("The header of the ASF file is damaged.");
                }
                at += size;
            }
        }

        private void object(long guid, long body, long end) throws IOException {
            if (guid == FILE_PROPERTIES) {
                fileProperties(body);
            } else if (guid == STREAM_PROPERTIES) {
                streamProperties(body);
            } else if (guid == HEADER_EXTENSION && body + 22 <= end) {
                objects(body + 22, end);
            } else if (guid == CONTENT_DESCRIPTION) {
                attributes.contentDescription(body, end);
            } else if (guid == EXTENDED_CONTENT) {
                attributes.extended(body, end);
            } else if (guid == METADATA || guid == METADATA_LIBRARY) {
                attributes.metadata(body, end);
            }
        }

        /** The playing time counts what is loaded before the sound begins, in milliseconds (3.2). */
        private void fileProperties(long body) throws IOException {
            long hundredNanos = bytes.i64le(body + 40);
            long preroll = bytes.i64le(body + 56);
            if ((bytes.u32le(body + 64) & BROADCAST) == 0 && hundredNanos > 0) {
                draft.sound().duration(Math.max(0, hundredNanos - preroll * 10_000), 10_000_000);
            }
        }

        private void streamProperties(long body) throws IOException {
            if (bytes.i64(body) != AUDIO_MEDIA || draft.sound().sampleRate() != 0) {
                return;
            }
            long format = body + 54;
            draft.sound()
                    .codec(codec(bytes.u16le(format)))
                    .channels(bytes.u16le(format + 2))
                    .sampleRate(bytes.u32le(format + 4))
                    .bitrate(Math.round(bytes.u32le(format + 8) * 8 / 1000.0));
            if (bytes.u16le(format) == 0x163 || bytes.u16le(format) == 1) {
                draft.sound().bits(bytes.u16le(format + 14));
            }
        }

        private static String codec(int tag) {
            return switch (tag) {
                case 1 -> "PCM";
                case 0x55 -> "MP3";
                case 0xa, 0xb -> "WMA Voice";
                case 0x160, 0x161 -> "WMA";
                case 0x162 -> "WMA Pro";
                case 0x163 -> "WMA Lossless";
                default -> String.format(java.util.Locale.ROOT, "ASF 0x%04x", tag);
            };
        }
    }
}
