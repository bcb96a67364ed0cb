package org.musicplatform.core.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which pictures in a folder of music stand for what lies in it, by their names. */
public final class FolderPictures {

    private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "png", "webp", "gif", "bmp", "avif");

    /** Names without extension in the order in which they are preferred, with the APIC type of what they show. */
    private static final Map<String, Integer> TYPES = types();

    private static final List<String> NAMES = List.copyOf(TYPES.keySet());

    private static final Pattern ID = Pattern.compile("_\\{[0-9a-f-]+}_");
    private static final Pattern NUMBER = Pattern.compile("[ _-]?\\(?\\d{1,2}\\)?$");

    private FolderPictures() {}

    private static Map<String, Integer> types() {
        var types = new LinkedHashMap<String, Integer>();
        for (String front : "cover folder front album albumart albumartlarge artwork thumb albumartsmall".split(" ")) {
            types.put(front, 3);
        }
        types.put("back", 4);
        types.put("booklet", 5);
        types.put("disc", 6);
        types.put("cd", 6);
        types.put("artist", 8);
        types.put("band", 10);
        types.put("logo", 19);
        return types;
    }

    /**
     * Tells how much a picture is preferred.
     *
     * @param fileName name of a file, not null
     * @return 0 for the best, -1 when it is no picture or its name tells nothing
     */
    public static int rank(String fileName) {
        int dot = fileName.lastIndexOf('.');
        if (dot < 0 || !EXTENSIONS.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT))) {
            return -1;
        }
        return NAMES.indexOf(stem(fileName));
    }

    /**
     * Tells what a picture shows.
     *
     * @param fileName name of a file, not null
     * @return the ID3v2 APIC number, 0 for other
     */
    public static int type(String fileName) {
        return TYPES.getOrDefault(stem(fileName), 0);
    }

    /** Players number a second one, and Windows hides its own behind an id: {@code AlbumArt_{…}_Large.jpg}. */
    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String stem = fileName.substring(0, dot < 0 ? fileName.length() : dot).toLowerCase(Locale.ROOT);
        return NUMBER.matcher(ID.matcher(stem).replaceFirst("")).replaceFirst("");
    }
}
