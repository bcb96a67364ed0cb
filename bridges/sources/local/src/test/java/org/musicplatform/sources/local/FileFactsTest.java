package org.musicplatform.sources.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFactsTest {

    @Test
    void the_key_of_this_platform_tells_its_device_and_inode(@TempDir Path folder) throws IOException {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("unix"));
        var file = Files.writeString(folder.resolve("a"), "a");
        var facts = FileFacts.of(file);
        long device = ((Number) Files.getAttribute(file, "unix:dev")).longValue();
        long inode = ((Number) Files.getAttribute(file, "unix:ino")).longValue();
        assertNotNull(facts.key());
        assertEquals(Long.toHexString(device), facts.device());
        assertEquals(
                Long.toHexString(inode), facts.version(facts.device()).etag().split("-")[0]);
        var same = new FileFacts(facts.kind(), facts.size(), facts.modified(), new FileFacts.Inode(device, inode));
        assertEquals(facts.version("other"), same.version("other"));
        assertEquals(facts.device(), same.device());
    }

    @Test
    void an_etag_names_the_device_only_where_it_is_not_that_of_the_root() {
        var facts =
                new FileFacts(FileFacts.Kind.FILE, 16, Instant.ofEpochSecond(255, 17), new FileFacts.Inode(0xfe00, 10));
        assertEquals("a-ff.11-10", facts.version("fe00").etag());
        assertEquals("fe00-a-ff.11-10", facts.version("fe0").etag());
        assertEquals("fe00-a-ff.11-10", facts.version(null).etag());
    }
}
