package org.musicplatform.platform.filesystem;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * File names for any text, on any file system.
 *
 * <p>A plain text stands for itself. Any other becomes its readable part and a hash, divided by a tilde, which plain
 * texts do not have. Capitals are not plain: some file systems take {@code A} and {@code a} for one name. Names are
 * ASCII, because in the C locale Java can write no others.
 */
final class SafeNames {

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9_-][a-z0-9_.-]{0,99}(?<!\\.)");
    private static final Pattern RESERVED = Pattern.compile("(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");
    private static final int READABLE = 60;
    private static final int HASH_BYTES = 16;

    private SafeNames() {}

    static String of(String text) {
        if (PLAIN.matcher(text).matches() && !RESERVED.matcher(text).matches()) {
            return text;
        }
        String readable = text.substring(0, Math.min(text.length(), READABLE)).replaceAll("[^A-Za-z0-9_-]+", "_");
        return readable + "~" + HexFormat.of().formatHex(hash(text), 0, HASH_BYTES);
    }

    private static byte[] hash(String text) {
        // char by char: an encoder would make all unpaired surrogates one and the same
        var chars = ByteBuffer.allocate(text.length() * Character.BYTES);
        chars.asCharBuffer().put(text);
        try {
            return MessageDigest.getInstance("SHA-256").digest(chars.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
