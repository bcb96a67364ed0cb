package org.musicplatform.core.metadata.tags.id3;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.metadata.lyrics.LyricsText;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.fields.FieldValues;
import org.musicplatform.core.metadata.tags.fields.Genres;
import org.musicplatform.core.metadata.tags.fields.PictureFacts;
import org.musicplatform.core.metadata.tags.fields.TagBlock;

/** The bodies of frames, by their ids (id3v2.4.0-frames, 4). */
final class FrameBodies {

    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LARGEST_RAW = 4 << 10;
    private static final Set<String> ROLES = Set.of("arranger", "producer", "engineer", "mix", "dj-mix");

    private final boolean slashed;
    private final TagBlock tag;
    private final Draft draft;
    private String title = "";
    private String year;
    private String dayAndMonth;
    private boolean dated;

    /**
     * Reads frames into a tag.
     *
     * @param slashed whether the version has no separator of values but a slash
     */
    FrameBodies(boolean slashed, TagBlock tag, Draft draft) {
        this.slashed = slashed;
        this.tag = tag;
        this.draft = draft;
    }

    /** The last title that was read. */
    String title() {
        return title;
    }

    void read(ContentBytes bytes, String id, long from, long to) throws IOException {
        if (to - from > LONGEST_TEXT && !id.equals("APIC") && !id.equals("PIC") && !id.equals("GEOB")) {
            draft.warn("The frame " + id + " of the ID3 tag is longer than a text may be; it was left out.");
            return;
        }
        switch (id) {
            case "TXXX", "WXXX" -> named(bytes, id, from, to);
            case "COMM", "USLT" -> described(bytes, id, from, to);
            case "SYLT" -> SyncedFrame.read(bytes, from, to, tag, draft);
            case "APIC", "PIC" -> picture(bytes, id, from, to);
            case "UFID" -> uniqueId(bytes, from, to);
            case "POPM" -> popularity(bytes, from, to);
            case "RVA2" -> volume(bytes, from, to);
            case "TIPL", "IPLS", "TMCL" -> people(bytes, id, from, to);
            case "TCON" -> genres(bytes, from, to);
            case "TYER", "TDAT", "TORY" -> oldDate(bytes, id, from, to);
            case "GRP1", "MVNM", "MVIN" -> text(bytes, id, from, to);
            default -> other(bytes, id, from, to);
        }
    }

    private void other(ContentBytes bytes, String id, long from, long to) throws IOException {
        if (id.charAt(0) == 'T') {
            text(bytes, id, from, to);
        } else if (id.charAt(0) == 'W') {
            add(id, true, Id3Text.terminated(bytes, 0, from, to));
        } else if (to - from <= LARGEST_RAW) {
            String owner = id.equals("PRIV") ? ":" + Id3Text.terminated(bytes, 0, from, to) : "";
            tag.addRaw(id + owner, "base64:" + Base64.getEncoder().encodeToString(bytes.copy(from, to - from)));
        }
    }

    private void add(String name, boolean legacy, String value) {
        if (legacy) {
            tag.addLegacy(name, value);
        } else {
            tag.add(name, value);
        }
    }

    private void text(ContentBytes bytes, String id, long from, long to) throws IOException {
        int encoding = bytes.u8(from);
        boolean legacy = Id3Text.isLegacy(encoding);
        for (String value : Id3Text.values(Id3Text.decode(bytes, encoding, from + 1, to))) {
            add(id, legacy, value);
            title = id.equals("TIT2") ? value : title;
            dated |= id.equals("TDRC");
        }
    }

    private void named(ContentBytes bytes, String id, long from, long to) throws IOException {
        int encoding = bytes.u8(from);
        String all = Id3Text.decode(bytes, encoding, from + 1, to);
        int end = all.indexOf('\0');
        if (end < 0) {
            return; // a name without a value
        }
        String name = id + ":" + Id3Text.bare(all.substring(0, end));
        boolean legacy = Id3Text.isLegacy(encoding) || id.equals("WXXX");
        Id3Text.values(all.substring(end + 1)).forEach(value -> add(name, legacy, value));
    }

    private void described(ContentBytes bytes, String id, long from, long to) throws IOException {
        int encoding = bytes.u8(from);
        String language = Id3Text.language(bytes, from + 1);
        String all = Id3Text.decode(bytes, encoding, from + 4, to);
        int end = all.indexOf('\0');
        String description = end < 0 ? "" : Id3Text.bare(all.substring(0, end));
        for (String text : Id3Text.values(all.substring(end + 1))) {
            if (!description.isEmpty()) {
                // programs keep numbers in comments with a description; what a person wrote has none
                tag.addRaw(id + ":" + description, text);
            } else {
                add(id, Id3Text.isLegacy(encoding), text);
            }
            if (id.equals("USLT") && !text.isBlank()) {
                if (!description.isEmpty()) {
                    tag.addField(TagField.LYRICS, text);
                }
                if (!Id3Text.isLegacy(encoding)) { // what is 8-bit is read when its charset is known
                    draft.lyrics(LyricsText.read(Lyrics.EMBEDDED, language, text));
                }
            }
        }
    }

    private void picture(ContentBytes bytes, String id, long from, long to) throws IOException {
        int encoding = bytes.u8(from);
        long type = id.equals("PIC") ? from + 4 : Id3Text.behind(bytes, 0, from + 1, to);
        if (bytes.matches(from + 1, "-->")) {
            tag.addRaw(id, bytes.latin1(type + 1, Math.min(to - type - 1, LARGEST_RAW)));
            return;
        }
        long data = Id3Text.behind(bytes, encoding, type + 1, Math.min(to, type + 1 + LARGEST_RAW));
        String description = Id3Text.terminated(bytes, encoding, type + 1, data);
        PictureFacts.add(draft, bytes, data, to - data, bytes.u8(type), description);
    }

    private void uniqueId(ContentBytes bytes, long from, long to) throws IOException {
        long data = Id3Text.behind(bytes, 0, from, to);
        String id = bytes.latin1(data, Math.min(64, to - data));
        tag.add("UFID:" + Id3Text.terminated(bytes, 0, from, data), FieldValues.strip(id));
    }

    private void popularity(ContentBytes bytes, long from, long to) throws IOException {
        long rating = Id3Text.behind(bytes, 0, from, to);
        if (rating < to) {
            int value = bytes.u8(rating);
            tag.addRaw("POPM:" + Id3Text.terminated(bytes, 0, from, rating), String.valueOf(value));
            String percent = FieldValues.popularity(value);
            if (percent != null) {
                tag.addField(TagField.RATING, percent);
            }
        }
    }

    /** Reads the gain of the master channel, in 1/512 dB (4.11). */
    private void volume(ContentBytes bytes, long from, long to) throws IOException {
        long at = Id3Text.behind(bytes, 0, from, to);
        String name = "RVA2:" + Id3Text.terminated(bytes, 0, from, at);
        while (at + 4 <= to) {
            int peakBytes = (bytes.u8(at + 3) + 7) / 8;
            if (bytes.u8(at) == 1) {
                tag.add(name, String.format(Locale.ROOT, "%.2f dB", (short) bytes.u16(at + 1) / 512.0));
            }
            at += 4 + peakBytes;
        }
    }

    /** Reads pairs of what somebody did and who: in one list up to 2.3, in two in 2.4. */
    private void people(ContentBytes bytes, String id, long from, long to) throws IOException {
        String all = Id3Text.decode(bytes, bytes.u8(from), from + 1, to);
        String[] parts = all.split("\0");
        for (int i = 0; i + 1 < parts.length; i += 2) {
            String role = FieldValues.strip(parts[i]);
            String name = FieldValues.strip(parts[i + 1]);
            if (name.isEmpty()) {
                continue;
            }
            if (!id.equals("TMCL") && ROLES.contains(role.toLowerCase(Locale.ROOT))) {
                tag.add("TIPL:" + role, name);
            } else {
                tag.addRaw((id.equals("IPLS") ? "TIPL" : id) + ":" + role, name);
                tag.addField(TagField.PERFORMER, role.isEmpty() ? name : name + " (" + role + ")");
            }
        }
    }

    private void genres(ContentBytes bytes, long from, long to) throws IOException {
        int encoding = bytes.u8(from);
        for (String value : Id3Text.values(Id3Text.decode(bytes, encoding, from + 1, to))) {
            var names = new ArrayList<String>(1);
            (slashed ? Genres.split(value.strip()) : List.of(value.strip()))
                    .forEach(part -> names.addAll(Genres.resolve(part)));
            if (names.size() == 1 && names.get(0).equals(value)) {
                add("TCON", Id3Text.isLegacy(encoding), value);
            } else {
                tag.addRaw("TCON", value);
                names.forEach(name -> tag.addField(TagField.GENRE, name));
            }
        }
    }

    private void oldDate(ContentBytes bytes, String id, long from, long to) throws IOException {
        int encoding = bytes.u8(from);
        for (String value : Id3Text.values(Id3Text.decode(bytes, encoding, from + 1, to))) {
            tag.addRaw(id, value);
            switch (id) {
                case "TYER" -> year = value.strip();
                case "TDAT" -> dayAndMonth = value.strip();
                default -> tag.addField(TagField.ORIGINAL_DATE, value);
            }
        }
    }

    /** Draws conclusions from frames that belong together. */
    void finish() {
        if (year != null && !dated) {
            boolean whole = year.length() == 4 && dayAndMonth != null && dayAndMonth.length() == 4;
            tag.addField(
                    TagField.DATE,
                    whole ? year + "-" + dayAndMonth.substring(2) + "-" + dayAndMonth.substring(0, 2) : year);
        }
    }
}
