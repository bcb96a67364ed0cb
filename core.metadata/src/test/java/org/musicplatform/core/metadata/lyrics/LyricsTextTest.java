package org.musicplatform.core.metadata.lyrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.metadata.Lyrics;

class LyricsTextTest {

    private static Lyrics read(String text) {
        return LyricsText.read("song.lrc", null, text);
    }

    private static List<String> shown(Lyrics lyrics) {
        return lyrics.lines().stream()
                .map(line -> (line.start() == null ? "-" : line.start().toMillis()) + " " + line.text())
                .toList();
    }

    @Test
    void text_without_stamps_keeps_its_lines_and_gaps() {
        var lyrics = read("It is\n\n[Chorus]\nraining");
        assertFalse(lyrics.synced());
        assertEquals(List.of("- It is", "- ", "- [Chorus]", "- raining"), shown(lyrics));
    }

    @Test
    void stamps_may_repeat_come_in_any_order_and_have_fractions_of_any_length() {
        var lyrics = read("[ar:Somebody]\n[00:30.5][00:10.25]again\n[00:05]first\r\n[01:00:99]last");
        assertTrue(lyrics.synced());
        assertEquals(List.of("5000 first", "10250 again", "30500 again", "60990 last"), shown(lyrics));
    }

    @Test
    void a_positive_offset_makes_lines_earlier_and_none_before_the_start() {
        assertEquals(List.of("0 a", "1500 b"), shown(read("[offset:+500]\n[00:00.20]a\n[00:02.00]b")));
        assertEquals(List.of("700 a"), shown(read("[offset:-500]\n[00:00.20]a")));
    }

    @Test
    void words_have_stamps_of_their_own() {
        var line = read("[00:01.00]F: <00:01.00>Rain <00:01.50>falls").lines().get(0);
        assertEquals("Rain falls", line.text());
        assertEquals(
                List.of(
                        new Lyrics.Word(Duration.ofMillis(1000), "Rain "),
                        new Lyrics.Word(Duration.ofMillis(1500), "falls")),
                line.words());
    }

    @Test
    void the_language_of_the_text_counts_when_nothing_else_tells() {
        assertEquals("is", read("[la:is]\n[00:01.00]rigning").language());
        assertNull(read("[00:01.00]rigning").language());
    }

    @Test
    void a_line_without_a_stamp_belongs_to_the_one_before() {
        assertEquals(List.of("1000 a", "1000 (a)", "2000 b"), shown(read("[00:01.00]a\n(a)\n[00:02.00]b")));
    }

    @Test
    void hostile_text_ends_soon() {
        assertFalse(read("[".repeat(1_000_000)).synced());
        assertTrue(read("[00:01.00]".repeat(100_000)).lines().size() <= 200);
        assertEquals(20_000, read("a\n".repeat(100_000)).lines().size());
    }
}
