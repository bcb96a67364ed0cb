package org.musicplatform.sources.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*.mp3 | a.mp3 | true",
                "*.mp3 | a.mp3x | false",
                "*.MP3 | a.mp3 | false",
                "* | anything | true",
                "a?c | abc | true",
                "a?c | ac | false",
                "?.mp3 | 🎵.mp3 | true",
                "[a-c]x | bx | true",
                "[a-c]x | dx | false",
                "[!a-c]x | dx | true",
                "[^a-c]x | ax | false",
                "[]]x | ]x | true",
                "[a\\]]x | ]x | true",
                "[a-]x | -x | true",
                "[abc | [abc | true",
                "\\*.mp3 | *.mp3 | true",
                "\\*.mp3 | a.mp3 | false",
                "a*b*c | a__b__b__c | true",
                "a*b*c | a__c__b | false",
                "a\\ | a\\ | true",
            })
    void patterns_fit_names(String pattern, String name, boolean fits) {
        assertEquals(fits, new Glob(pattern).matches(name), pattern + " " + name);
    }

    @Test
    void a_hostile_pattern_ends_soon() {
        var hostile = new Glob("*a".repeat(2_000) + "b");
        assertFalse(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> hostile.matches("a".repeat(5_000))));
    }
}
