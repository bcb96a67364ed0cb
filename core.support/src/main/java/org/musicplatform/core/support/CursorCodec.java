package org.musicplatform.core.support;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The opaque text of a keyset cursor: the sort key of the last row and its id. */
public final class CursorCodec {
    private CursorCodec() {}

    /**
     * Where a page ended.
     *
     * @param key sort key of its last row
     * @param id id of its last row
     */
    public record Position(String key, long id) {}

    /** Writes a cursor. */
    public static String encode(String key, long id) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(id)
                .put(text)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Reads a cursor.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static Position decode(String cursor) {
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        if (bytes.length < Long.BYTES) {
            throw new IllegalArgumentException("too short");
        }
        long id = ByteBuffer.wrap(bytes).getLong();
        return new Position(new String(bytes, Long.BYTES, bytes.length - Long.BYTES, StandardCharsets.UTF_8), id);
    }
}
