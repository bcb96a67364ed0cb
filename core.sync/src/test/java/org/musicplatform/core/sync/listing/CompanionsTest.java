package org.musicplatform.core.sync.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceItem;

class CompanionsTest {

    private static List<String> among(long size, String... names) {
        var version = new ItemVersion(size, null, null, null);
        var items = Stream.of(names)
                .map(name -> SourceItem.file(name, name, "", version))
                .toList();
        return Companions.among(items).stream()
                .map(found -> found.kind() + " " + found.item().name())
                .toList();
    }

    @Test
    void sheets_lyrics_and_the_pictures_of_a_folder_are_told_by_their_names() {
        assertEquals(
                List.of("SHEET Disc.CUE", "LYRICS song.lrc", "LYRICS song.txt", "IMAGE cover.jpg"),
                among(10, "Disc.CUE", "song.lrc", "song.txt", "cover.jpg", "song.mp3", "IMG_1.jpg", "._cover.jpg"));
    }

    @Test
    void what_is_too_large_for_its_kind_is_something_else() {
        assertEquals(List.of("IMAGE cover.jpg"), among(2 << 20, "a.cue", "a.lrc", "cover.jpg"));
        assertEquals(List.of(), among(17 << 20, "cover.jpg"));
    }
}
