package org.musicplatform.core.metadata.lyrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.musicplatform.core.api.metadata.Lyrics;

/**
 * Reads lyrics: plain text, and LRC with one or several stamps before a line, an offset, and stamps before words
 * (enhanced LRC).
 */
public final class LyricsText {

    private static final int MOST_LINES = 20_000;
    private static final int LONGEST_LINE = 10_000;
    private static final int MOST_STAMPS = 200;
    private static final Pattern STAMP = Pattern.compile("\\[(\\d{1,4}):(\\d{1,2})(?:[.:](\\d{1,3}))?]");
    private static final Pattern WORD_STAMP = Pattern.compile("<(\\d{1,4}):(\\d{1,2})(?:[.:](\\d{1,3}))?>");
    private static final Pattern HEADER = Pattern.compile("\\[([A-Za-z#]{1,12}):([^\\]]*)]\\s*");
    private static final Pattern SPEAKER = Pattern.compile("^[FMD]:\\s*");

    private final String origin;
    private String language;
    private long offset;
    private int stamped;
    private int texts;
    private final List<String> plain = new ArrayList<>();
    private final List<Stamped> lines = new ArrayList<>();

    /** A line with its start in milliseconds, before the offset. */
    private record Stamped(long millis, String text) {}

    private LyricsText(String origin, String language) {
        this.origin = origin;
        this.language = language;
    }

    /**
     * Reads a text.
     *
     * @param origin where it is from, not null
     * @param language its language when something else tells, or null
     * @param text the text, not null
     * @return lyrics that are synced when most of the lines have a stamp
     */
    public static Lyrics read(String origin, String language, String text) {
        var lyrics = new LyricsText(origin, language);
        text.lines().limit(MOST_LINES).forEach(line -> lyrics.line(cut(line)));
        return lyrics.lyrics();
    }

    private static String cut(String line) {
        String bare = line.startsWith("\uFEFF") ? line.substring(1) : line;
        return bare.length() > LONGEST_LINE ? bare.substring(0, LONGEST_LINE) : bare;
    }

    private void line(String line) {
        if (line.isBlank()) {
            plain.add("");
            return;
        }
        var stamps = new ArrayList<Long>();
        int at = 0;
        if (line.indexOf('[') >= 0) { // most lines are words alone
            Matcher stamp = STAMP.matcher(line);
            while (stamps.size() < MOST_STAMPS
                    && stamp.find(at)
                    && line.substring(at, stamp.start()).isBlank()) {
                stamps.add(millis(stamp));
                at = stamp.end();
            }
            if (stamps.isEmpty() && header(line)) {
                return;
            }
        }
        texts++;
        String text = line.substring(at).strip();
        plain.add(stamps.isEmpty() ? line : text);
        if (!stamps.isEmpty()) {
            stamped++;
            stamps.forEach(millis -> lines.add(new Stamped(millis, text)));
        } else if (!lines.isEmpty()) {
            lines.add(new Stamped(lines.get(lines.size() - 1).millis(), text));
        }
    }

    private boolean header(String line) {
        Matcher header = HEADER.matcher(line.strip());
        if (!header.matches()) {
            return false;
        }
        String value = header.group(2).strip();
        switch (header.group(1).toLowerCase(Locale.ROOT)) {
            case "offset" -> offset = value.matches("[+-]?\\d{1,7}") ? Long.parseLong(value) : 0;
            case "la" -> language = language == null && !value.isEmpty() ? value : language;
            default -> {} // the tags of the file tell the rest
        }
        return true;
    }

    private static long millis(Matcher stamp) {
        String fraction = stamp.group(3) == null ? "0" : stamp.group(3);
        long part = Long.parseLong((fraction + "00").substring(0, 3));
        return (Long.parseLong(stamp.group(1)) * 60 + Long.parseLong(stamp.group(2))) * 1000 + part;
    }

    private Lyrics lyrics() {
        if (stamped == 0 || stamped * 2 < texts) {
            return new Lyrics(
                    origin,
                    language,
                    false,
                    plain.stream()
                            .map(text -> new Lyrics.Line(null, text, List.of()))
                            .toList());
        }
        lines.sort(Comparator.comparingLong(Stamped::millis));
        return new Lyrics(origin, language, true, lines.stream().map(this::line).toList());
    }

    private Lyrics.Line line(Stamped stamped) {
        var words = new ArrayList<Lyrics.Word>();
        String text = SPEAKER.matcher(stamped.text()).replaceFirst("");
        Matcher stamp = WORD_STAMP.matcher(text);
        var bare = new StringBuilder();
        int at = 0;
        long millis = stamped.millis();
        while (stamp.find(at)) {
            word(words, bare, millis, text.substring(at, stamp.start()));
            millis = millis(stamp);
            at = stamp.end();
        }
        boolean sung = at > 0;
        word(words, bare, millis, text.substring(at));
        return new Lyrics.Line(start(stamped.millis()), bare.toString().strip(), sung ? words : List.of());
    }

    private void word(List<Lyrics.Word> words, StringBuilder line, long millis, String text) {
        String bare = line.isEmpty() ? text.stripLeading() : text;
        if (!bare.isBlank()) {
            words.add(new Lyrics.Word(start(millis), bare));
            line.append(bare);
        }
    }

    /** A positive offset makes the text come earlier. */
    private Duration start(long millis) {
        return Duration.ofMillis(Math.max(0, millis - offset));
    }
}
