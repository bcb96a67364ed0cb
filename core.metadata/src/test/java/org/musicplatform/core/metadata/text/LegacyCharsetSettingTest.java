package org.musicplatform.core.metadata.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.musicplatform.core.testkit.bridge.MemorySettingsStore;

class LegacyCharsetSettingTest {

    private static final List<String> KINO =
            List.of(new String("Группа крови".getBytes(Charset.forName("windows-1251")), StandardCharsets.ISO_8859_1));

    @ParameterizedTest
    @CsvSource({"auto, windows-1251", "off, windows-1252", "KOI8-R, KOI8-R", "no such charset, windows-1251"})
    void texts_are_read_as_the_setting_says(String setting, String charset) {
        var store = new MemorySettingsStore();
        store.set(LegacyCharsetSetting.KEY, setting);
        assertEquals(Charset.forName(charset), new LegacyCharsetSetting(() -> store).charset(KINO));
        assertEquals(Charset.forName("windows-1251"), new LegacyCharsetSetting(() -> null).charset(KINO));
    }
}
