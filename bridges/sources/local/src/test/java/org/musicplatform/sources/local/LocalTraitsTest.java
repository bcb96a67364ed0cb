package org.musicplatform.sources.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.core.api.source.SourceTraits;
import org.musicplatform.core.api.source.SourceTraits.Casing;
import org.musicplatform.core.api.source.SourceTraits.UnicodeForm;
import org.musicplatform.core.api.source.SourceTraits.Watching;

class LocalTraitsTest {

    @TempDir
    Path folder;

    private SourceTraits traits(String type) throws IOException {
        var list = folder.resolve("mountinfo");
        Files.writeString(list, type.isEmpty() ? "" : "27 1 254:0 / / rw,relatime - " + type + " source rw\n");
        var mounts = new Mounts(list, folder.resolve("none"));
        Path music = folder.resolve("music");
        Files.createDirectories(music);
        return LocalTraits.of(new LocalRoot(music), mounts, LocalTraits.DECLARED);
    }

    @Test
    void a_network_drive_is_not_watched_reliably() throws IOException {
        assertEquals(Watching.RELIABLE, traits("ext4").watch());
        assertEquals(Watching.UNRELIABLE, traits("nfs4").watch());
        assertEquals(Watching.UNRELIABLE, traits("").watch());
        assertEquals(
                Watching.NONE,
                LocalTraits.of(new LocalRoot(folder), new Mounts(), SourceTraits.NONE)
                        .within(SourceTraits.NONE)
                        .watch());
    }

    @Test
    void the_case_rule_is_found_out_where_the_music_lies() throws IOException {
        assertEquals(Casing.UNKNOWN, traits("ext4").casing());
        Files.createDirectory(folder.resolve("music/123"));
        if (Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode('\u00e4')) {
            Files.createDirectory(folder.resolve("music/\u00e4"));
            assertEquals(Casing.UNKNOWN, traits("ext4").casing());
        }
        Files.createDirectory(folder.resolve("music/Pop"));
        boolean insensitive = Files.exists(folder.resolve("music/pOP"));
        assertEquals(
                insensitive ? Casing.INSENSITIVE : Casing.SENSITIVE,
                traits("ext4").casing());
    }

    @Test
    void one_kind_of_drive_decomposes_names() throws IOException {
        assertEquals(UnicodeForm.NFD, traits("hfsplus").unicode());
        assertEquals(UnicodeForm.RAW, traits("apfs").unicode());
    }
}
