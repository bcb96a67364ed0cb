package org.musicplatform.benchmarks.tags;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.musicplatform.core.api.metadata.Picture;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.metadata.tags.NativeTagReader;

/** Compares every field of every file with the manifest that was written with it: {@code CORPUS}. */
public final class TagManifest {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Map<String, TagField> FIELDS = Map.ofEntries(
            Map.entry("title", TagField.TITLE),
            Map.entry("album", TagField.ALBUM),
            Map.entry("albumartist", TagField.ALBUM_ARTIST),
            Map.entry("artist", TagField.ARTIST),
            Map.entry("track", TagField.TRACK_NUMBER),
            Map.entry("tracktotal", TagField.TRACK_TOTAL),
            Map.entry("disc", TagField.DISC_NUMBER),
            Map.entry("disctotal", TagField.DISC_TOTAL),
            Map.entry("date", TagField.DATE),
            Map.entry("composer", TagField.COMPOSER),
            Map.entry("lyrics", TagField.LYRICS),
            Map.entry("comment", TagField.COMMENT),
            Map.entry("bpm", TagField.BPM),
            Map.entry("artistsort", TagField.ARTIST_SORT));
    private static final List<TagField> GAINS = List.of(
            TagField.REPLAYGAIN_TRACK_GAIN,
            TagField.REPLAYGAIN_TRACK_PEAK,
            TagField.REPLAYGAIN_ALBUM_GAIN,
            TagField.REPLAYGAIN_ALBUM_PEAK);
    private static final List<TagField> IDS =
            List.of(TagField.MUSICBRAINZ_RECORDING_ID, TagField.MUSICBRAINZ_RELEASE_ID, TagField.MUSICBRAINZ_ARTIST_ID);

    private TagManifest() {}

    /** Runs it; ends with 1 when anything differs. */
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        var reader = new NativeTagReader();
        var differences = new ArrayList<String>();
        var longest = new TreeMap<String, Long>();
        int compared = 0;
        for (String line : Files.readAllLines(Path.of(args[0] + ".manifest.jsonl"))) {
            var row = row(line);
            String path = (String) row.get("path");
            try (var content = new FileContent(folder.resolve(path), true)) {
                var reading = reader.read(content, path);
                var expected = expected(row);
                compared += expected.size() + 1;
                expected.forEach((field, values) -> {
                    if (!values.equals(reading.tags().all(field))) {
                        differences.add(path + ": " + field + " " + values + ", read "
                                + reading.tags().all(field));
                    }
                });
                reading.tags().fields().keySet().stream()
                        .filter(field -> field != TagField.ENCODER && !expected.containsKey(field))
                        .forEach(field -> differences.add(path + ": " + field + " was not written"));
                boolean picture = reading.pictures().stream().anyMatch(TagManifest::isCover);
                if (picture != Boolean.TRUE.equals(row.get("art"))) {
                    differences.add(path + ": picture " + picture);
                }
                double seconds = Double.parseDouble((String) row.get("seconds"));
                long off = Math.abs(Math.round(seconds * 1000)
                        - reading.properties().duration().toMillis());
                longest.merge((String) row.get("format"), off, Math::max);
            }
        }
        differences.stream().limit(50).forEach(System.out::println);
        System.out.printf(
                "%d fields compared, %d differ; milliseconds off at most: %s%n", compared, differences.size(), longest);
        System.exit(differences.isEmpty() ? 0 : 1);
    }

    private static boolean isCover(Picture picture) {
        return picture.type() == 3
                && picture.width() == 600
                && picture.mediaType().equals("image/jpeg");
    }

    private static Map<TagField, List<String>> expected(Map<String, Object> row) {
        var expected = new HashMap<TagField, List<String>>();
        @SuppressWarnings("unchecked")
        var tags = (Map<String, Object>) row.get("tags");
        if (tags == null) {
            return expected;
        }
        FIELDS.forEach((name, field) -> {
            if (tags.get(name) instanceof String text && !text.isEmpty()) {
                expected.put(field, List.of(text.strip()));
            }
        });
        expected.put(TagField.GENRE, List.copyOf(new LinkedHashSet<>(strings(tags.get("genre")))));
        if (Boolean.TRUE.equals(tags.get("compilation"))) {
            expected.put(TagField.COMPILATION, List.of("1"));
        }
        var gains = strings(tags.get("rg"));
        if (!gains.isEmpty() && row.get("format").equals("opus")) {
            expected.put(TagField.R128_TRACK_GAIN, List.of(r128(gains.get(0))));
            expected.put(TagField.R128_ALBUM_GAIN, List.of(r128(gains.get(2))));
        } else {
            for (int i = 0; i < gains.size(); i++) {
                expected.put(GAINS.get(i), List.of(i % 2 == 0 ? gains.get(i) + " dB" : gains.get(i)));
            }
        }
        var ids = strings(tags.get("mb"));
        for (int i = 0; i < ids.size(); i++) {
            expected.put(IDS.get(i), List.of(ids.get(i)));
        }
        return expected;
    }

    private static String r128(String replayGain) {
        return String.valueOf((int) ((Double.parseDouble(replayGain) - 5) * 256));
    }

    private static List<String> strings(Object values) {
        return values instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Map<String, Object> row(String line) throws IOException {
        try (var json = JSON.createParser(line)) {
            json.nextToken();
            return object(json);
        }
    }

    private static Map<String, Object> object(JsonParser json) throws IOException {
        var object = new HashMap<String, Object>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            object.put(name, value(json));
        }
        return object;
    }

    private static Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> {
                var list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(json));
                }
                yield list;
            }
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> json.getText();
        };
    }
}
