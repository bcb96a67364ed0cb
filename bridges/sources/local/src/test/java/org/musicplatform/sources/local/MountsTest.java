package org.musicplatform.sources.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.musicplatform.sources.local.Mounts.Mount;

class MountsTest {

    @TempDir
    Path temp;

    private Path list;
    private Path device;
    private Mounts mounts;

    @BeforeEach
    void system() throws IOException {
        list = temp.toRealPath().resolve("mountinfo");
        device = Files.createFile(temp.toRealPath().resolve("sdb1"));
        var volumes = Files.createDirectory(temp.resolve("by-uuid"));
        Files.createSymbolicLink(volumes.resolve("12AB-34CD"), device);
        Files.createSymbolicLink(volumes.resolve("gone"), temp.resolve("sdz9"));
        mounts = new Mounts(list, volumes);
    }

    private void mounted(String... lines) throws IOException {
        Files.write(list, List.of(lines));
    }

    private static final String SYSTEM = "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw";

    @Test
    void a_folder_lies_on_the_nearest_file_system() throws IOException {
        mounted(
                SYSTEM,
                "30 27 0:1 / /mnt/my\\040music rw shared:1 master:2 - nfs4 nas:/export/music rw",
                "31 27 0:2 / /mnt/my\\040music/usb rw - vfat /dev/sdc1 rw",
                "32 27 0:3 / /mnt/my\\040music2 rw - cifs //nas/other rw",
                "33 27 0:4 / /mnt/my\\040music/.cache/x rw - fuse.portal portal rw",
                "34 27 0:5 / /mnt/my\\040music/auto rw - autofs map rw",
                "no line");
        var seen = mounts.at("/mnt/my%20music");
        assertEquals(new Mount("/mnt/my%20music", "nfs4", "nas:/export/music", "/"), seen.at());
        assertEquals(
                List.of("/mnt/my%20music/usb"),
                seen.below().stream().map(Mount::point).toList());
        assertEquals(List.of(seen.at()), seen.remote());
        assertEquals("ext4", mounts.at("/mnt").at().type());
        assertEquals(3, mounts.at("").below().size());
        assertEquals("", mounts.at("/home").at().point());
    }

    @Test
    void the_last_of_several_at_one_place_counts() throws IOException {
        mounted(SYSTEM, "30 27 0:1 / /m rw - autofs map rw", "31 27 0:2 / /m rw - nfs nas:/m rw");
        assertEquals("nfs", mounts.at("/m/a").at().type());
    }

    @Test
    void drives_that_others_change_unseen_are_told_from_those_of_this_machine() {
        for (String type :
                List.of("nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.rclone", "virtiofs", "CIFS")) {
            assertTrue(new Mount("/m", type, "x", "/").isRemote(), type);
        }
        for (String type : List.of("ext4", "btrfs", "xfs", "vfat", "exfat", "fuseblk", "overlay", "tmpfs", "ntfs3")) {
            assertFalse(new Mount("/m", type, "x", "/").isRemote(), type);
        }
    }

    @Test
    void an_unmounted_drive_is_another_place_than_a_mounted_one() throws IOException {
        String stick = "30 27 8:17 / /media/stick rw - vfat " + device + " rw";
        mounted(SYSTEM, stick);
        String before = mounts.identity("/media/stick");
        assertEquals("uuid:12AB-34CD", before);
        mounted(SYSTEM);
        assertEquals("ext4:/dev/vda", mounts.identity("/media/stick"));
        mounted(SYSTEM, stick.replace(device.toString(), "/dev/sdc1"));
        assertNotEquals(before, mounts.identity("/media/stick"), "another stick");
        var other = Files.move(device, temp.toRealPath().resolve("sdf1"));
        Files.delete(temp.resolve("by-uuid/12AB-34CD"));
        Files.createSymbolicLink(temp.resolve("by-uuid/12AB-34CD"), other);
        mounted(SYSTEM, stick.replace(device.toString(), other.toString()));
        assertEquals(before, mounts.identity("/media/stick"), "the same stick in another port");
    }

    @Test
    void a_drive_below_the_folder_belongs_to_what_it_is() throws IOException {
        String below = "30 27 8:17 /sub /music/on\\040stick rw - vfat " + device + " rw";
        mounted(SYSTEM, below);
        assertEquals("ext4:/dev/vda\non%20stick=uuid:12AB-34CD!/sub", mounts.identity("/music"));
        mounted(SYSTEM);
        assertEquals("ext4:/dev/vda", mounts.identity("/music"));
    }

    @Test
    void where_nothing_tells_what_is_mounted_nothing_is_known() {
        assertNull(mounts.identity("/music"));
        assertNull(mounts.at("/music").at());
    }
}
