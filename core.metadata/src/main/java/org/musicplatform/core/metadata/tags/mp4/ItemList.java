package org.musicplatform.core.metadata.tags.mp4;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.fields.Genres;
import org.musicplatform.core.metadata.tags.fields.PictureFacts;
import org.musicplatform.core.metadata.tags.fields.TagBlock;

/** The items of iTunes' and QuickTime's metadata, each with its values (QuickTime File Format, metadata item list). */
final class ItemList {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LARGEST_RAW = 4 << 10;
    private static final String GAPLESS_INFO = "----:com.apple.iTunes:iTunSMPB";

    private final ContentBytes bytes;
    private final TagBlock tag;
    private final Draft draft;

    private ItemList(ContentBytes bytes, TagBlock tag, Draft draft) {
        this.bytes = bytes;
        this.tag = tag;
        this.draft = draft;
    }

    static void read(ContentBytes bytes, Box list, List<String> keys, TagBlock tag, Draft draft) throws IOException {
        var items = new ItemList(bytes, tag, draft);
        Box.each(bytes, list.body(), list.end(), item -> {
            items.item(item, keys);
            return true;
        });
    }

    private void item(Box item, List<String> keys) throws IOException {
        String[] name = {item.type(), "", ""};
        int key = bytes.i32(item.at() + 4);
        if (key > 0 && key <= keys.size()) {
            name[0] = quickTime(keys.get(key - 1));
        }
        Box.each(bytes, item.body(), item.end(), box -> {
            switch (box.type()) {
                case "mean" -> name[1] = text(box, 4);
                case "name" -> name[2] = text(box, 4);
                case "data" -> data(name[2].isEmpty() ? name[0] : name[0] + ":" + name[1] + ":" + name[2], box);
                default -> {} // nothing else belongs here
            }
            return true;
        });
    }

    /** Gives QuickTime's names the codes that iTunes has for them. */
    private static String quickTime(String key) {
        return switch (key) {
            case "com.apple.quicktime.title", "com.apple.quicktime.displayname" -> "\u00a9nam";
            case "com.apple.quicktime.artist" -> "\u00a9ART";
            case "com.apple.quicktime.album" -> "\u00a9alb";
            case "com.apple.quicktime.comment" -> "\u00a9cmt";
            case "com.apple.quicktime.genre" -> "\u00a9gen";
            case "com.apple.quicktime.year" -> "\u00a9day";
            case "com.apple.quicktime.copyright" -> "cprt";
            case "com.apple.quicktime.software" -> "\u00a9too";
            default -> key;
        };
    }

    private String text(Box box, int header) throws IOException {
        long from = box.body() + header;
        return from >= box.end()
                ? ""
                : bytes.text(from, Math.min(LARGEST_RAW, box.end() - from), StandardCharsets.UTF_8);
    }

    private void data(String name, Box box) throws IOException {
        long from = box.body() + 8;
        long size = box.end() - from;
        if (size <= 0) {
            return;
        }
        int type = bytes.u24(box.body() + 1);
        switch (name) {
            case "trkn", "disk" -> pair(name, from, size);
            case "gnre" -> genre(from, size);
            case "covr" -> PictureFacts.add(draft, bytes, from, size, 3, "");
            default -> value(name, type, from, size);
        }
    }

    private void pair(String name, long from, long size) throws IOException {
        int number = size >= 4 ? bytes.u16(from + 2) : 0;
        int total = size >= 6 ? bytes.u16(from + 4) : 0;
        tag.add(name, total == 0 ? String.valueOf(number) : number + "/" + total);
    }

    private void genre(long from, long size) throws IOException {
        String name = size >= 2 ? Genres.name(bytes.u16(from) - 1) : null;
        if (name != null) {
            tag.addRaw("gnre", name);
            tag.addField(TagField.GENRE, name);
        }
    }

    private void value(String name, int type, long from, long size) throws IOException {
        if (size > LONGEST_TEXT) {
            draft.warn("The item " + name + " is longer than a text may be; it was left out.");
        } else if (type == 1 || type == 0 && (name.charAt(0) == '\u00a9' || name.startsWith("----"))) {
            String text = bytes.text(from, size, StandardCharsets.UTF_8);
            if (name.equals(GAPLESS_INFO)) {
                gapless(text);
            }
            tag.add(name, text);
        } else if (type == 2) {
            tag.add(name, bytes.text(from, size, StandardCharsets.UTF_16));
        } else if ((type == 21 || type == 22 || type == 0) && size <= 8) {
            tag.add(name, String.valueOf(integer(from, (int) size)));
        } else if (size <= LARGEST_RAW) {
            tag.addRaw(name, "base64:" + Base64.getEncoder().encodeToString(bytes.copy(from, size)));
        }
    }

    private long integer(long from, int size) throws IOException {
        long value = bytes.u8(from) >= 0x80 && size > 1 ? -1 : 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | bytes.u8(from + i);
        }
        return value;
    }

    /** Reads what iTunes notes on its own silence: hexadecimal words, of which the second and third count frames. */
    private void gapless(String text) {
        String[] words = SPACES.split(text.strip());
        try {
            if (words.length >= 4) {
                draft.sound().delay(Long.parseLong(words[1], 16)).padding(Long.parseLong(words[2], 16));
            }
        } catch (NumberFormatException damaged) {
            draft.warn("The note on gapless playback is damaged.");
        }
    }
}
