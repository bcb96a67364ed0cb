package org.musicplatform.core.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.musicplatform.core.api.metadata.MetadataException;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.Purpose;

/** The hash of all bytes of a file, of which few are in memory at once. */
final class ContentHash {

    private static final int AT_ONCE = 256 << 10;
    private static final Map<String, String> KINDS = Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256");

    private ContentHash() {}

    static String of(ContentService content, FileRef file, String kind) throws InterruptedException {
        var digest = digest(kind);
        try (var bytes = content.open(file, Purpose.SCAN)) {
            return kind + ":" + HexFormat.of().formatHex(all(bytes, digest));
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException(); // which closes what is read
            }
            throw new MetadataException(MetadataException.UNREADABLE, "The file cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] all(ContentReader bytes, MessageDigest digest) throws IOException, InterruptedException {
        var buffer = ByteBuffer.allocate(AT_ONCE);
        long position = 0;
        for (int read = bytes.read(position, buffer); read >= 0; read = bytes.read(position, buffer)) {
            position += read;
            digest.update(buffer.flip());
            buffer.clear();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return digest.digest();
    }

    private static MessageDigest digest(String kind) {
        String algorithm = KINDS.get(kind);
        if (algorithm == null) {
            throw new MetadataException(
                    MetadataException.UNSUPPORTED_FORMAT, "There is no hash '" + kind + "' here: md5, sha1, sha256.");
        }
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
