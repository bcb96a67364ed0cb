package org.musicplatform.benchmarks.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Draws what people search for, by popularity from titles, artists and albums. */
final class Queries {

    private static final int CJK_PERCENT = 5;
    private static final int NOTHING_PERCENT = 2;

    private final SyntheticLibrary music;
    private final Dice dice;

    private Queries(SyntheticLibrary music, Dice dice) {
        this.music = music;
        this.dice = dice;
    }

    /** Returns so many texts, half of two words. */
    static List<String> drawn(SyntheticLibrary music, Dice dice, int count) {
        var queries = new Queries(music, dice);
        var all = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            int percent = i % 100;
            if (percent < CJK_PERCENT) {
                all.add(queries.cjk());
            } else if (percent < CJK_PERCENT + NOTHING_PERCENT) {
                all.add(queries.nothing());
            } else {
                all.add(queries.words(i % 2));
            }
        }
        return all;
    }

    /** Returns what stands in the field after each key: every beginning of a text. */
    static List<String> typed(String text) {
        var all = new ArrayList<String>();
        for (int end = 1; end <= text.length(); end++) {
            if (!Character.isHighSurrogate(text.charAt(end - 1))) {
                all.add(text.substring(0, end));
            }
        }
        return all;
    }

    private String text(SyntheticTrack track) {
        return switch (dice.below(3)) {
            case 0 -> track.title();
            case 1 -> track.artists().get(0);
            default -> track.album().title();
        };
    }

    /** As people type: in small letters, without brackets. */
    private static List<String> split(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[\\s()\"?:,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private String words(int more) {
        while (true) {
            var track = music.popular(dice);
            var words = split(text(track));
            boolean cjk = track.album().artist().style().isCjk();
            if (cjk || words.isEmpty()) {
                continue;
            }
            int at = dice.below(words.size());
            if (more == 0) {
                return words.get(at);
            }
            return at + 1 < words.size()
                    ? words.get(at) + " " + words.get(at + 1)
                    : words.get(at) + " " + split(track.artists().get(0)).get(0);
        }
    }

    private String cjk() {
        while (true) {
            var track = music.popular(dice);
            String text = text(track);
            if (text.codePoints().allMatch(c -> c > 0x1100 || c == ' ')) {
                int[] points = text.codePoints().toArray();
                return new String(points, 0, Math.min(points.length, dice.between(1, 6)));
            }
        }
    }

    private String nothing() {
        var word = new StringBuilder("zq");
        for (int more = dice.between(2, 6); more > 0; more--) {
            word.append((char) ('a' + dice.below(26)));
        }
        return word.toString();
    }
}
