package org.musicplatform.core.metadata.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetGuessTest {

    @ParameterizedTest
    @CsvSource({
        "windows-1252, Björk|Jóga|Homogenic",
        "windows-1252, Motörhead|Ace of Spades|Größenwahn",
        "windows-1252, Sigur Rós|Ágætis byrjun|Ævintýri",
        "windows-1252, Mägo de Oz|señorita Otoño",
        "windows-1252, Café",
        "windows-1252, Beyoncé — Déjà Vu",
        "UTF-8, Björk|Jóga",
        "UTF-8, 夜に駆ける",
        "windows-31j, 宇多田ヒカル|初恋|夜に駆ける",
        "windows-31j, 東京事変|群青日和",
        "windows-31j, サザンオールスターズ|いとしのエリー",
        "GB18030, 周杰伦|七里香|我的地盘",
        "GB18030, 王菲|红豆|唱游",
        "Big5, 周杰倫|七里香|我的地盤",
        "x-windows-949, 서태지와 아이들|난 알아요",
        "windows-1251, Кино|Группа крови|Звезда по имени Солнце",
        "windows-1251, Аквариум|Город золотой",
        "KOI8-R, Кино|Группа крови|Звезда по имени Солнце",
        "KOI8-R, Земфира|Прости меня моя любовь"
    })
    void texts_are_read_as_they_were_meant(String charset, String texts) {
        var meant = Charset.forName(charset);
        var bytes = new ArrayList<String>();
        for (String text : texts.split("\\|")) {
            bytes.add(new String(text.getBytes(meant), StandardCharsets.ISO_8859_1));
        }
        assertEquals(meant, new CharsetGuess().charset(List.copyOf(bytes)));
    }
}
