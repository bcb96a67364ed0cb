package org.musicplatform.core.sync.listing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceItem;

class AudioFilesTest {

    private final AudioFiles audio = new AudioFiles(List.of("xm", "mp3"), List.of("au", "mp3"), ".mod, S3M");

    private static SourceItem named(String name, String type) {
        return new SourceItem(name, name, "", SourceItem.Kind.FILE, ItemVersion.UNKNOWN, type);
    }

    @Test
    void known_readable_and_added_extensions_and_audio_types_are_audio() {
        for (String name : List.of("a.MP3", "b.mp+", "c.xm", "d.mod", "e.s3m", "f.au")) {
            assertTrue(audio.isAudio(named(name, null)), name);
        }
        assertTrue(audio.isAudio(named("stream", "audio/ogg")));
    }

    @Test
    void other_files_resource_forks_and_folders_are_not() {
        for (String name : List.of("a.jpg", "mp3", "._a.mp3", "a.")) {
            assertFalse(audio.isAudio(named(name, null)), name);
        }
        var folder = new SourceItem("f.mp3", "f.mp3", "", SourceItem.Kind.FOLDER, ItemVersion.UNKNOWN, null);
        assertFalse(audio.wanted(folder));
    }

    @Test
    void what_decoders_know_and_readers_do_not_is_only_played() {
        assertTrue(audio.isOnlyPlayed("f.AU"));
        for (String name : List.of("a.mp3", "c.xm", "d.mod", "au")) {
            assertFalse(audio.isOnlyPlayed(name), name);
        }
    }

    @Test
    void what_is_gone_is_wanted_whatever_it_was() {
        assertTrue(audio.wanted(SourceItem.removed("x")));
    }
}
