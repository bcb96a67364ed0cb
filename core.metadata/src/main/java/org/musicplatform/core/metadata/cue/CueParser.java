package org.musicplatform.core.metadata.cue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.metadata.tags.fields.FieldValues;

/** Reads a sheet line by line. */
final class CueParser {

    private static final int MOST_LINES = 20_000;
    private static final int MOST_TRACKS = 999;
    private static final int MOST_FILES = 200;
    private static final int LONGEST_LINE = 4_000;
    private static final int FRAMES_PER_SECOND = 75;

    private final Map<TagField, String> disc = new EnumMap<>(TagField.class);
    private final List<CueSheet.CueFile> files = new ArrayList<>();
    private String fileName = "";
    private List<CueSheet.CueTrack> tracks = new ArrayList<>();
    private Map<TagField, String> track;
    private boolean audio;
    private int count;

    private CueParser() {}

    static CueSheet parse(String text) {
        var parser = new CueParser();
        text.lines()
                .limit(MOST_LINES)
                .filter(line -> line.length() <= LONGEST_LINE)
                .forEach(line -> parser.line(line.replace("\uFEFF", "").strip()));
        parser.endOfFile();
        return new CueSheet(parser.disc, List.copyOf(parser.files));
    }

    private void line(String line) {
        int space = line.indexOf(' ');
        String command = (space < 0 ? line : line.substring(0, space)).toUpperCase(Locale.ROOT);
        String rest = space < 0 ? "" : line.substring(space + 1).strip();
        switch (command) {
            case "FILE" -> {
                endOfFile();
                fileName = value(rest);
            }
            case "TRACK" -> track(rest);
            case "INDEX" -> index(rest);
            case "TITLE" -> put(TagField.ALBUM, TagField.TITLE, value(rest));
            case "PERFORMER" -> put(TagField.ALBUM_ARTIST, TagField.ARTIST, value(rest));
            case "SONGWRITER" -> put(TagField.COMPOSER, TagField.COMPOSER, value(rest));
            case "ISRC" -> put(null, TagField.ISRC, value(rest));
            case "CATALOG" -> put(TagField.BARCODE, null, value(rest));
            case "REM" -> remark(rest);
            default -> {} // flags, gaps and what programs made up
        }
    }

    private void endOfFile() {
        if (!tracks.isEmpty() && files.size() < MOST_FILES) {
            files.add(new CueSheet.CueFile(fileName, List.copyOf(tracks)));
        }
        tracks = new ArrayList<>();
        track = null;
    }

    private void track(String rest) {
        String[] words = rest.split("\\s+");
        track = new EnumMap<>(TagField.class);
        audio = words.length < 2 || words[1].equalsIgnoreCase("AUDIO");
        if (words[0].matches("\\d{1,3}")) {
            track.put(TagField.TRACK_NUMBER, String.valueOf(Integer.parseInt(words[0])));
        }
    }

    /** INDEX 01 is where a track begins; what lies between INDEX 00 and it is the pause before. */
    private void index(String rest) {
        String[] words = rest.split("\\s+");
        Duration time = words.length < 2 ? null : time(words[1]);
        boolean start = words[0].matches("0*1");
        if (start && track != null && audio && time != null && count < MOST_TRACKS) {
            tracks.add(new CueSheet.CueTrack(track, time));
            count++;
        }
    }

    private static Duration time(String text) {
        String[] parts = text.split(":");
        if (parts.length != 3 || !text.matches("\\d{1,4}:\\d{1,2}:\\d{1,2}")) {
            return null;
        }
        long seconds = Long.parseLong(parts[0]) * 60 + Long.parseLong(parts[1]);
        return Duration.ofMillis(Math.round(seconds * 1000 + Integer.parseInt(parts[2]) * 1000.0 / FRAMES_PER_SECOND));
    }

    private void put(TagField ofDisc, TagField ofTrack, String value) {
        TagField field = track == null ? ofDisc : ofTrack;
        if (field != null && !value.isEmpty()) {
            (track == null ? disc : track).put(field, value);
        }
    }

    private void remark(String rest) {
        int space = rest.indexOf(' ');
        if (space < 0) {
            return;
        }
        String value = value(rest.substring(space + 1).strip());
        switch (rest.substring(0, space).toUpperCase(Locale.ROOT)) {
            case "DATE" -> put(TagField.DATE, TagField.DATE, blankIfNull(FieldValues.date(value)));
            case "GENRE" -> put(TagField.GENRE, TagField.GENRE, value);
            case "COMMENT" -> put(TagField.COMMENT, TagField.COMMENT, value);
            case "DISCNUMBER" -> put(TagField.DISC_NUMBER, null, digits(value));
            case "TOTALDISCS" -> put(TagField.DISC_TOTAL, null, digits(value));
            case "COMPOSER" -> put(TagField.COMPOSER, TagField.COMPOSER, value);
            case "REPLAYGAIN_ALBUM_GAIN" -> put(TagField.REPLAYGAIN_ALBUM_GAIN, null, value);
            case "REPLAYGAIN_ALBUM_PEAK" -> put(TagField.REPLAYGAIN_ALBUM_PEAK, null, value);
            case "REPLAYGAIN_TRACK_GAIN" -> put(null, TagField.REPLAYGAIN_TRACK_GAIN, value);
            case "REPLAYGAIN_TRACK_PEAK" -> put(null, TagField.REPLAYGAIN_TRACK_PEAK, value);
            default -> {} // a remark
        }
    }

    private static String digits(String value) {
        return value.matches("0*[1-9]\\d{0,2}") ? String.valueOf(Integer.parseInt(value)) : "";
    }

    private static String blankIfNull(String text) {
        return text == null ? "" : text;
    }

    /** Returns what stands between quotes, or the first word; of a bare text with several, all of it. */
    private static String value(String rest) {
        if (rest.startsWith("\"")) {
            int end = rest.indexOf('"', 1);
            return (end < 0 ? rest.substring(1) : rest.substring(1, end)).strip();
        }
        return rest.replaceFirst("(?i)\\s+(WAVE|MP3|AIFF|BINARY|MOTOROLA|FLAC)$", "");
    }
}
