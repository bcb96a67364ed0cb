package org.musicplatform.core.metadata.tags.fields;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.musicplatform.core.api.metadata.Clip;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.metadata.cue.CueSheet;
import org.musicplatform.core.metadata.lyrics.LyricsText;

/** Puts the tags of a file together: raw names and values as they stand, and the common fields. */
final class FieldMapping {

    private static final int TOTAL_OF_PAIR = 100;
    private static final int FIELDS = TagField.values().length;

    private final LegacyText legacy;
    private final Map<String, List<String>> raw = new LinkedHashMap<>();
    private final Map<TagField, List<String>> fields = new EnumMap<>(TagField.class);

    FieldMapping(LegacyText legacy) {
        this.legacy = legacy;
    }

    /** Adds a tag; where a field was told before, that stays. */
    void add(TagBlock block) {
        Charset charset = charset(block);
        var values = new ArrayList<List<String>>(java.util.Collections.nCopies(FIELDS, null));
        int[] ranks = new int[FIELDS];
        for (TagBlock.Entry entry : block.entries()) {
            if (entry.name() != null) {
                keep(entry.name(), entry.value());
            }
            if (!entry.mapped()) {
                continue;
            }
            String value = entry.legacy()
                    ? new String(entry.value().getBytes(StandardCharsets.ISO_8859_1), charset)
                    : entry.value();
            if (entry.field() != null) {
                put(values, ranks, entry.field(), 0, value);
            } else {
                var name = TagNames.of(block.format(), entry.name());
                if (name != null) {
                    put(values, ranks, name.field(), name.rank(), value);
                }
            }
        }
        for (TagField field : TagField.values()) {
            var found = values.get(field.ordinal());
            if (found != null) {
                fields.putIfAbsent(field, found);
            }
        }
    }

    private Charset charset(TagBlock block) {
        List<String> texts = null;
        for (TagBlock.Entry entry : block.entries()) {
            if (entry.legacy()) {
                texts = texts == null ? new ArrayList<>() : texts;
                texts.add(entry.value());
            }
        }
        return texts == null ? StandardCharsets.ISO_8859_1 : legacy.charset(texts);
    }

    private void keep(String name, String value) {
        var known = raw.computeIfAbsent(name, any -> new ArrayList<>(1));
        if (!known.contains(value)) {
            known.add(value);
        }
    }

    private void put(List<List<String>> values, int[] ranks, TagField field, int rank, String text) {
        switch (field) {
            case TRACK_NUMBER -> pair(values, ranks, field, TagField.TRACK_TOTAL, rank, text);
            case DISC_NUMBER -> pair(values, ranks, field, TagField.DISC_TOTAL, rank, text);
            case MOVEMENT_NUMBER -> pair(values, ranks, field, TagField.MOVEMENT_TOTAL, rank, text);
            default -> set(values, ranks, field, rank, text);
        }
    }

    private void pair(List<List<String>> values, int[] ranks, TagField number, TagField total, int rank, String text) {
        int slash = text.indexOf('/');
        set(values, ranks, number, rank, slash < 0 ? text : text.substring(0, slash));
        if (slash >= 0) {
            set(values, ranks, total, rank + TOTAL_OF_PAIR, text.substring(slash + 1));
        }
    }

    private void set(List<List<String>> values, int[] ranks, TagField field, int rank, String text) {
        String clean = FieldValues.clean(field, text);
        if (clean == null) {
            return;
        }
        int at = field.ordinal();
        var known = values.get(at);
        if (known == null || rank < ranks[at]) {
            known = new ArrayList<>(1);
            values.set(at, known);
            ranks[at] = rank;
        }
        if (rank == ranks[at] && !known.contains(clean)) {
            known.add(clean);
        }
    }

    /** Draws conclusions, when all tags are there. */
    void finish() {
        single(TagField.ARTIST, TagField.ARTISTS);
        single(TagField.ALBUM_ARTIST, TagField.ALBUM_ARTISTS);
    }

    /** Several values of the field to show are the single names, and are shown as one. */
    private void single(TagField shown, TagField each) {
        var values = fields.get(shown);
        if (values != null && values.size() > 1) {
            fields.putIfAbsent(each, values);
            fields.put(shown, List.of(String.join(", ", values)));
        }
    }

    Tags tags() {
        return new Tags(fields, raw);
    }

    List<Lyrics> lyrics() {
        var texts = new ArrayList<Lyrics>(0);
        for (String text : fields.getOrDefault(TagField.LYRICS, List.of())) {
            texts.add(LyricsText.read(Lyrics.EMBEDDED, null, text));
        }
        return texts;
    }

    List<Clip> clips(Sound sound) {
        var sheet = fields.get(TagField.CUE_SHEET);
        if (sheet == null) {
            return List.of();
        }
        Duration length = sound.millis() < 0 ? null : Duration.ofMillis(sound.millis());
        return CueSheet.read(sheet.get(0)).clipsOfOnlyFile(tags(), length);
    }
}
