package org.musicplatform.sources.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is mounted where, as Linux tells it. */
final class Mounts {

    private static final int LARGEST = 4 << 20;
    private static final int MOST_BELOW = 32;

    /** Other machines, or other programs, change files there without this system's knowing. */
    private static final Set<String> REMOTE = Set.of(
            "9p",
            "afs",
            "beegfs",
            "ceph",
            "cifs",
            "coda",
            "davfs",
            "fuse",
            "gfs2",
            "lustre",
            "ncpfs",
            "nfs",
            "nfs4",
            "ocfs2",
            "orangefs",
            "prl_fs",
            "pvfs2",
            "smb3",
            "smbfs",
            "vboxsf",
            "virtiofs",
            "webdav");

    /**
     * A mounted file system.
     *
     * @param point where, percent-encoded as by {@link RawPaths}, without a slash at the end
     * @param type its kind, e.g. {@code ext4}
     * @param source what is mounted, e.g. a device
     * @param root which folder of it is seen, {@code /} for the whole
     */
    record Mount(String point, String type, String source, String root) {

        boolean isRemote() {
            String kind = type.toLowerCase(Locale.ROOT);
            return REMOTE.contains(kind) || kind.startsWith("fuse.");
        }
    }

    /**
     * What is mounted at a folder.
     *
     * @param at the file system it lies on, or null when the system does not tell
     * @param below those mounted below it, by where they are; of folders that are left out none
     */
    record Seen(Mount at, List<Mount> below) {

        List<Mount> remote() {
            List<Mount> remote = new ArrayList<>();
            if (at != null && at.isRemote()) {
                remote.add(at);
            }
            below.stream().filter(Mount::isRemote).forEach(remote::add);
            return remote;
        }
    }

    private final Path list;
    private final Path volumes;

    /** Those of this machine. */
    Mounts() {
        this(Path.of("/proc/self/mountinfo"), Path.of("/dev/disk/by-uuid"));
    }

    /**
     * Reads from elsewhere.
     *
     * @param list a file in the form of {@code /proc/self/mountinfo}
     * @param volumes a folder of links, named by volume ids, to devices
     */
    Mounts(Path list, Path volumes) {
        this.list = list;
        this.volumes = volumes;
    }

    /**
     * Looks what is mounted at a folder.
     *
     * @param rawRoot its path, percent-encoded
     */
    Seen at(String rawRoot) {
        Map<String, Mount> byPoint = new LinkedHashMap<>();
        for (String line : lines()) {
            var mount = parse(line);
            if (mount != null) {
                byPoint.put(mount.point(), mount); // a later one covers an earlier one
            }
        }
        Mount at = null;
        List<Mount> below = new ArrayList<>();
        for (Mount mount : byPoint.values()) {
            if (rawRoot.equals(mount.point()) || rawRoot.startsWith(mount.point() + "/")) {
                at = at == null || mount.point().length() >= at.point().length() ? mount : at;
            } else if (mount.point().startsWith(rawRoot + "/")
                    && !mount.type().equals("autofs") // stands for another one until that is used
                    && !isLeftOut(mount.point().substring(rawRoot.length() + 1))) {
                below.add(mount);
            }
        }
        below.sort(Comparator.comparing(Mount::point));
        return new Seen(at, below);
    }

    private static boolean isLeftOut(String rawPath) {
        for (String name : rawPath.split("/")) {
            if (Ignored.folder(RawPaths.show(name))) {
                return true;
            }
        }
        return false;
    }

    private List<String> lines() {
        try (var in = Files.newInputStream(list)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
        } catch (IOException none) {
            return List.of(); // another system
        }
    }

    /** Reads e.g. {@code 36 35 98:0 /root /mnt/a\040b rw - ext4 /dev/sda1 rw}. */
    private static Mount parse(String line) {
        int dash = line.indexOf(" - ");
        String[] before = line.split(" ");
        String[] after = dash < 0 ? new String[0] : line.substring(dash + 3).split(" ");
        if (before.length < 6 || after.length < 2) {
            return null;
        }
        String point = RawPaths.encode(bytes(before[4]));
        return new Mount(
                point.endsWith("/") ? point.substring(0, point.length() - 1) : point,
                after[0],
                new String(bytes(after[1]), StandardCharsets.UTF_8),
                new String(bytes(before[3]), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String escaped) {
        var bytes = new ByteArrayOutputStream(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\' && escaped.substring(i + 1).matches("[0-3][0-7]{2}.*")) {
                bytes.write(Integer.parseInt(escaped.substring(i + 1, i + 4), 8));
                i += 3;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toByteArray();
    }

    /**
     * Tells a place from another at the same path: from what is there when a drive is not mounted, or another one is.
     *
     * @param rawRoot its path, percent-encoded
     * @return the volume it lies on and those below it, or null when the system does not tell
     */
    String identity(String rawRoot) {
        var seen = at(rawRoot);
        if (seen.at() == null) {
            return null;
        }
        var identity = new StringBuilder(volume(seen.at()));
        for (Mount mount :
                seen.below().subList(0, Math.min(MOST_BELOW, seen.below().size()))) {
            identity.append('\n')
                    .append(mount.point(), rawRoot.length() + 1, mount.point().length())
                    .append('=')
                    .append(volume(mount));
        }
        return identity.toString();
    }

    /** Names a volume by its own id, since devices are numbered in the order in which they are plugged in. */
    private String volume(Mount mount) {
        String id = volumeId(mount.source());
        String name = id != null ? "uuid:" + id : mount.type() + ":" + mount.source();
        return mount.root().equals("/") ? name : name + "!" + mount.root();
    }

    private String volumeId(String source) {
        if (!source.startsWith("/")) {
            return null;
        }
        try (var links = Files.newDirectoryStream(volumes)) {
            Path device = Path.of(source).toRealPath();
            for (Path link : links) {
                if (Files.exists(link) && link.toRealPath().equals(device)) {
                    return link.getFileName().toString();
                }
            }
        } catch (IOException | DirectoryIteratorException none) {
            // the system does not name its volumes
        }
        return null;
    }
}
