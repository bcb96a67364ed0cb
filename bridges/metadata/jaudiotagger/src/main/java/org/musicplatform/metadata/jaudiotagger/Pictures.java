package org.musicplatform.metadata.jaudiotagger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.images.Artwork;
import org.musicplatform.core.api.metadata.Picture;

/** Pictures of a tag: type and size by their own first bytes, whatever the tag claims. */
final class Pictures {

    private Pictures() {}

    static List<Picture> of(Tag tag) {
        var pictures = new ArrayList<Picture>();
        for (Artwork artwork : tag.getArtworkList()) {
            byte[] data = artwork.getBinaryData();
            if (data != null && data.length > 0) {
                int[] dimensions = dimensions(data);
                String description = artwork.getDescription();
                pictures.add(new Picture(
                        Math.max(0, Math.min(20, artwork.getPictureType())),
                        mediaType(data),
                        data.length,
                        dimensions[0],
                        dimensions[1],
                        description == null ? "" : description));
            }
        }
        return pictures;
    }

    private static String mediaType(byte[] data) {
        if (FormatSniffer.starts(data, 1, "PNG")) {
            return "image/png";
        } else if (data.length > 2 && (data[0] & 0xff) == 0xff && (data[1] & 0xff) == 0xd8) {
            return "image/jpeg";
        } else if (FormatSniffer.starts(data, 0, "GIF8")) {
            return "image/gif";
        } else if (FormatSniffer.starts(data, 0, "RIFF") && FormatSniffer.starts(data, 8, "WEBP")) {
            return "image/webp";
        }
        return FormatSniffer.starts(data, 0, "BM") ? "image/bmp" : "application/octet-stream";
    }

    private static int[] dimensions(byte[] data) {
        var bytes = ByteBuffer.wrap(data);
        return switch (mediaType(data)) {
            case "image/png" ->
                data.length >= 24 ? new int[] {sane(bytes.getInt(16)), sane(bytes.getInt(20))} : new int[2];
            case "image/jpeg" -> jpeg(bytes);
            default -> new int[2];
        };
    }

    /** Walks the segments to the start of frame (ITU-T T.81, B.2.2). */
    private static int[] jpeg(ByteBuffer bytes) {
        int at = 2;
        while (at + 9 < bytes.limit() && (bytes.get(at) & 0xff) == 0xff) {
            int marker = bytes.get(at + 1) & 0xff;
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame) {
                return new int[] {bytes.getShort(at + 7) & 0xffff, bytes.getShort(at + 5) & 0xffff};
            }
            at += 2 + Math.max(2, bytes.getShort(at + 2) & 0xffff);
        }
        return new int[2];
    }

    private static int sane(int pixels) {
        return Math.max(0, pixels);
    }
}
