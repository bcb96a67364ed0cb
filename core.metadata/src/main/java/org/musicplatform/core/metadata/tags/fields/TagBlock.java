package org.musicplatform.core.metadata.tags.fields;

import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.metadata.TagField;

/** One tag of a file as it stands: names and values in order. A file can have several. */
public final class TagBlock {

    private static final int MOST_ENTRIES = 10_000;

    private final TagFormat format;
    private final int priority;
    private final List<Entry> entries = new ArrayList<>(24);

    /**
     * A value under a name.
     *
     * @param name raw name, or null for what has none
     * @param value not null
     * @param field what it means when that is not for the table to say, or null
     * @param mapped whether it means anything
     * @param legacy whether the value is bytes in an unknown 8-bit charset, each as the character of that number
     */
    record Entry(String name, String value, TagField field, boolean mapped, boolean legacy) {}

    TagBlock(TagFormat format, int priority) {
        this.format = format;
        this.priority = priority;
    }

    TagFormat format() {
        return format;
    }

    int priority() {
        return priority;
    }

    List<Entry> entries() {
        return entries;
    }

    private void add(Entry entry) {
        if (entries.size() < MOST_ENTRIES) {
            entries.add(entry);
        }
    }

    /** Adds a value. */
    public void add(String name, String value) {
        add(new Entry(name, value, null, true, false));
    }

    /** Adds a value whose bytes are in some 8-bit charset, each given as the character of that number. */
    public void addLegacy(String name, String latin1) {
        add(new Entry(name, latin1, null, true, !isAscii(latin1)));
    }

    /** Adds a value that is kept and means no field. */
    public void addRaw(String name, String value) {
        add(new Entry(name, value, null, false, false));
    }

    /** Adds what something means that is kept otherwise, or not at all. */
    public void addField(TagField field, String value) {
        add(new Entry(null, value, field, true, false));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
