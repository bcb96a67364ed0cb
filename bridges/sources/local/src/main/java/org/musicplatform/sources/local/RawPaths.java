package org.musicplatform.sources.local;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Paths as text without losing a byte.
 *
 * <p>A {@link Path} keeps the raw bytes of a name, but its string goes through the locale's charset: in {@code LC_ALL=C}
 * every byte above 127 is lost, and in UTF-8 every malformed one. Only the URI form keeps them all.
 */
final class RawPaths {

    private static final String SCHEME = "file://";
    private static final boolean UTF_8 = "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));
    private static final boolean[] PLAIN = new boolean[128];
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.ISO_8859_1);

    static {
        for (char c : "!$&'()*+,-.0123456789:;=@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~".toCharArray()) {
            PLAIN[c] = true;
        }
    }

    private RawPaths() {}

    /** Returns the percent-encoded bytes of a path, without a slash at the end; empty for the root of the file system. */
    static String encode(Path path) {
        String raw = path.toUri().getRawPath();
        return raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
    }

    /**
     * A name of an absolute path, as {@link #encode} gives it and to show.
     *
     * @param raw its bytes, percent-encoded
     * @param shown its text, what is malformed replaced
     */
    record Name(String raw, String shown) {}

    /** Returns the last name of an absolute path. Quick, as a walk does it for each entry: the path divides no names. */
    static Name name(Path path) {
        String whole = path.toString();
        String text = whole.substring(whole.lastIndexOf(File.separatorChar) + 1);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int plain = 0;
        while (plain < bytes.length && bytes[plain] >= 0 && PLAIN[bytes[plain]]) {
            plain++;
        }
        if (plain == bytes.length) {
            return new Name(text, text);
        }
        if (isWhole(text)) {
            return new Name(encode(bytes), text);
        }
        String raw = encode(path);
        String last = raw.substring(raw.lastIndexOf('/') + 1);
        return new Name(last, show(last));
    }

    /** Tells whether a name lost nothing when it became text. */
    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 && (!UTF_8 || c == '\uFFFD')) {
                return false;
            }
        }
        return true;
    }

    /** Returns the bytes of a path percent-encoded, slashes as they are. */
    static String encode(byte[] path) {
        byte[] raw = new byte[3 * path.length];
        int length = 0;
        for (byte b : path) {
            if (b >= 0 && (PLAIN[b] || b == '/')) {
                raw[length++] = b;
            } else {
                raw[length++] = '%';
                raw[length++] = HEX[b >> 4 & 15];
                raw[length++] = HEX[b & 15];
            }
        }
        return new String(raw, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** Returns the absolute path of percent-encoded bytes. Quick where its text loses none: each file is opened by it. */
    static Path decode(String raw) {
        String text = show(raw);
        return !text.isEmpty() && isWhole(text)
                ? Path.of(text)
                : Path.of(URI.create(SCHEME + (raw.isEmpty() ? "/" : raw)));
    }

    /** Returns percent-encoded bytes as text to show: UTF-8, what is malformed replaced. */
    static String show(String raw) {
        return raw.indexOf('%') < 0 ? raw : new String(bytes(raw), StandardCharsets.UTF_8);
    }

    /** Returns the bytes behind a percent-encoded text. */
    static byte[] bytes(String raw) {
        byte[] encoded = raw.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < encoded.length; i++) {
            byte b = encoded[i];
            if (b == '%') {
                b = (byte) (digit(encoded, ++i) << 4 | digit(encoded, ++i));
            }
            encoded[length++] = b;
        }
        return Arrays.copyOf(encoded, length);
    }

    private static int digit(byte[] encoded, int at) {
        int digit = at < encoded.length ? Character.digit(encoded[at], 16) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("not encoded");
        }
        return digit;
    }

    /** Returns the canonical text of an absolute path: its string, or a {@code file:} URI where that would lose bytes. */
    static String toText(Path path) {
        String text = path.toString();
        try {
            if (Path.of(text).equals(path)) {
                return text;
            }
        } catch (InvalidPathException e) {
            // the locale cannot even read back what it wrote: the URI can
        }
        return path.toUri().toString();
    }

    /**
     * Reads a path a person typed, or a canonical text.
     *
     * @throws InvalidPathException when no file system could have such a path
     */
    static Path fromText(String text) {
        if (text.startsWith("file:/")) {
            try {
                return Path.of(URI.create(text));
            } catch (IllegalArgumentException e) {
                throw new InvalidPathException(text, "not a file URI");
            }
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            // a path stored in a UTF-8 locale and opened in another: its bytes were UTF-8
            if (text.indexOf('\0') >= 0 || !text.startsWith("/")) {
                throw e;
            }
            return decode(encode(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
