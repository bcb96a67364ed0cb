package org.musicplatform.core.library.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** On what kind of file system a folder lies. Databases get damaged on those of a network, whose locks do not hold. */
public interface Drives {

    /** The system property that lets a library be opened on a network drive when it is {@code allow}. */
    String PROPERTY = "music.library.network";

    /** What the system says. */
    Drives OF_SYSTEM = folder -> Files.getFileStore(folder).type();

    /**
     * Returns the name of the kind of file system.
     *
     * @param folder which is there
     * @throws IOException when that cannot be told
     */
    String type(Path folder) throws IOException;

    /** Refuses a database on a network drive. */
    default void refuseNetwork(Path database) {
        Path folder = database.toAbsolutePath().getParent();
        String type;
        try {
            type = isShare(folder) ? "a Windows share" : type(folder);
        } catch (IOException e) {
            LoggerFactory.getLogger(Drives.class)
                    .warn("It is not known on what kind of drive {} lies: {}", folder, e.getMessage());
            return;
        }
        if (isShare(folder) || isNetwork(type)) {
            throw Errors.networkDrive(database, type);
        }
    }

    private static boolean isShare(Path folder) {
        return folder.getRoot() != null && folder.getRoot().toString().startsWith("\\\\");
    }

    private static boolean isNetwork(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        String bare = name.startsWith("fuse.") ? name.substring("fuse.".length()) : name;
        return Names.NETWORK.contains(bare.replaceAll("[0-9.]+$", "")) || Names.NETWORK.contains(bare);
    }

    /** Kinds of file systems, without what stands before or behind the name: {@code fuse.sshfs}, {@code nfs4}. */
    final class Names {
        private static final Set<String> NETWORK = Set.of(
                "9p",
                "afpfs",
                "afs",
                "auristorfs",
                "beegfs",
                "ceph",
                "cifs",
                "coda",
                "curlftpfs",
                "davfs",
                "davfs2",
                "drvfs",
                "gcsfuse",
                "glusterfs",
                "gvfsd-fuse",
                "lustre",
                "moosefs",
                "mfs",
                "ncpfs",
                "nfs",
                "rclone",
                "s3fs",
                "smb",
                "smbfs",
                "smbnetfs",
                "sshfs",
                "webdav");

        private Names() {}
    }
}
