package org.musicplatform.core.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFoldingTest {

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            AC/DC, ac dc acdc
            R.E.M., r e m rem
            a-ha, a ha aha
            "it's", it s its
            Straße, strasse
            STRASSE, strasse
            GROẞ, gross
            Motörhead, motorhead
            Björk, bjork
            Røyksopp, royksopp
            東京事変, 東 京 事 変
            ﬁre, fire
            ＡＢＣ１, abc1
            Kınık, kinik
            İstanbul, istanbul
            ΟΔΟΣ, οδοσ
            οδος, οδοσ
            Sigur Rós, sigur ros
            한글, 한글
            ไทย, ไ ท ย
            🎵, 🎵
            ❤️, ❤
            !!!, ！！！
            a!!!, a
            P!nk, p nk pnk
            """)
    void search_text_is_folded_and_divided(String text, String expected) {
        assertEquals(expected, TextFolding.searchText(text));
    }

    @Test
    void text_without_a_word_has_no_search_text() {
        for (String text : List.of("", " ", "\t\n", "\u200b", "\u00ad", "\ud800", "\0")) {
            assertEquals("", TextFolding.searchText(text));
            assertEquals(List.of(), TextFolding.query(text));
        }
    }

    @Test
    void a_soft_hyphen_divides_no_word_and_a_space_without_width_does() {
        assertEquals("motor", TextFolding.searchText("mo\u00adtor"));
        assertEquals("a b", TextFolding.searchText("a\u200bb"));
    }

    @Test
    void composed_and_combining_marks_are_the_same() {
        assertEquals(TextFolding.key("Bj\u00f6rk"), TextFolding.key("Bjo\u0308rk"));
        assertEquals("bjork", TextFolding.searchText("Bjo\u0308rk"));
        assertEquals(TextFolding.searchText("\u30ac"), TextFolding.searchText("\u30ab\u3099"));
        assertEquals("한글", TextFolding.searchText(Normalizer.normalize("한글", Normalizer.Form.NFD)));
    }

    @Test
    void a_key_keeps_accents_and_marks_but_no_case_and_no_extra_spaces() {
        assertEquals("björk & co.", TextFolding.key("  BJÖRK  &\tCo. "));
        assertEquals(TextFolding.key("gross"), TextFolding.key("GROẞ"));
        assertEquals("ac/dc", TextFolding.key("AC/DC"));
    }

    @Test
    void a_sort_key_drops_the_article_the_accents_and_the_joined_form() {
        assertEquals("beatles", TextFolding.sortKey("The Beatles"));
        assertEquals("arzte", TextFolding.sortKey("Die Ärzte"));
        assertEquals("ete indien", TextFolding.sortKey("L'été indien"));
        assertEquals("fabulosos cadillacs", TextFolding.sortKey("Los Fabulosos Cadillacs"));
        assertEquals("theory", TextFolding.sortKey("Theory"));
        assertEquals("the", TextFolding.sortKey("The The"));
        assertEquals("a", TextFolding.sortKey("A"));
        assertEquals("ac dc", TextFolding.sortKey("AC/DC"));
        assertEquals("eric satie", TextFolding.sortKey("Éric Satie"));
        assertEquals("", TextFolding.sortKey(""));
    }

    @Test
    void a_query_offers_the_parts_and_the_joined_word() {
        assertEquals(List.of(List.of("ac dc", "acdc"), List.of("live")), TextFolding.query("ac/dc LIVE"));
        assertEquals(List.of(List.of("東 京")), TextFolding.query("東京"));
    }

    @Test
    void a_text_of_ten_thousand_characters_is_folded() {
        assertEquals(10_000, TextFolding.searchText("Ö".repeat(10_000)).length());
        assertEquals(19_999, TextFolding.searchText("東".repeat(10_000)).length());
    }

    @Test
    void whoever_asks_for_a_text_in_any_writing_of_it_finds_it() {
        String alphabet = "aZéßẞøıİſΣς東カガ한ไทำ🎵!/.-' &ﬁＡ1²\u0301\u200b\u00ad\u3000";
        int[] letters = alphabet.codePoints().toArray();
        var random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            var made = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                made.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            String text = made.toString();
            for (String asked : List.of(
                    text,
                    text.toUpperCase(Locale.ROOT),
                    Normalizer.normalize(text, Normalizer.Form.NFD),
                    Normalizer.normalize(text, Normalizer.Form.NFKC))) {
                assertFound(asked, text);
            }
            assertEquals(TextFolding.key(text), TextFolding.key(TextFolding.key(text)), text);
        }
    }

    @Test
    void the_quick_way_folds_as_the_rules_for_all() {
        String marks = "aZ09 .-/'!&(\t\n\u0000\u001c\u007f\u0085\u00a0\u00a8\u00ad\u00b4\u2010\u2019\u2026\u0301";
        String european = "éßẞøıİſΣςŉǰΐØĲŒÆþÐđЙйЁґΆǄªµ²½";
        int[] letters = (marks + european + "東カ한ไ🎵ﬁ").codePoints().toArray();
        var random = new Random(11);
        int quick = 0;
        for (int round = 0; round < 50_000; round++) {
            int most = round % 3 == 0 ? marks.length() - 1 : round % 3 == 1 ? letters.length - 7 : letters.length;
            var made = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                made.appendCodePoint(round % 5 == 0 ? random.nextInt(0x560) : letters[random.nextInt(most)]);
            }
            String text = made.toString();
            quick += QuickFolding.words(text, true) == null ? 0 : 1;
            assertEquals(TextFolding.generalWords(text, true), TextFolding.searchText(text), () -> escaped(text));
            assertEquals(TextFolding.generalKey(text), TextFolding.key(text), () -> escaped(text));
            String words = TextFolding.generalWords(text, false);
            assertTrue(words.isEmpty() || words.endsWith(TextFolding.sortKey(text)), () -> escaped(text));
        }
        assertTrue(quick > 10_000, "only " + quick + " of these texts are for the quick way");
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
        return escaped.toString();
    }

    @Test
    void only_characters_of_scripts_without_spaces_and_symbols_are_words_by_themselves() {
        "東カไ🎵".codePoints().forEach(c -> assertTrue(TextFolding.isWord(c)));
        "aé한й1！".codePoints().forEach(c -> assertFalse(TextFolding.isWord(c)));
    }

    private static void assertFound(String asked, String text) {
        String indexed = " " + TextFolding.searchText(text) + " ";
        for (var alternatives : TextFolding.query(asked)) {
            assertTrue(
                    alternatives.stream().anyMatch(phrase -> indexed.contains(" " + phrase + " ")),
                    () -> "asked " + asked + " as " + alternatives + ", indexed" + indexed);
        }
    }
}
