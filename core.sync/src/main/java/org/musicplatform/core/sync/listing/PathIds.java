package org.musicplatform.core.sync.listing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Item ids that are paths, their raw bytes percent-encoded. */
public final class PathIds {

    private static final String PLAIN = "-._~!$&'()*+,;=:@/";

    private PathIds() {}

    /** Returns the path that people see of the id of a folder, or of its beginning. */
    public static String shown(String id) {
        String path = id.endsWith("/") ? id.substring(0, id.length() - 1) : id;
        try {
            // this decoder also turns a plus into a space, which an id does not mean
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path; // another provider's ids need not be encoded
        }
    }

    /** Returns the id that a folder has whose name is UTF-8, empty at the root. */
    static String of(String shown) {
        if (shown.isEmpty()) {
            return "";
        }
        var id = new StringBuilder();
        for (byte b : shown.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (plain || PLAIN.indexOf(c) >= 0) {
                id.append(c);
            } else {
                id.append(String.format("%%%02X", (int) c));
            }
        }
        return id.append('/').toString();
    }

    /** Returns the id of the folder in which an item lies, empty at the root. */
    static String parent(String itemId) {
        int end = itemId.endsWith("/") ? itemId.length() - 1 : itemId.length();
        return itemId.substring(0, itemId.lastIndexOf('/', end - 1) + 1);
    }
}
