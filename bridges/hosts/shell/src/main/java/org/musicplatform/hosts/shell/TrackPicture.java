package org.musicplatform.hosts.shell;

import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.library.Companion;
import org.musicplatform.core.api.library.TrackFile;
import org.musicplatform.core.api.metadata.Picture;

/**
 * A picture of a track.
 *
 * @param picture what it is
 * @param origin path of the file that it is from
 * @param bytes reads it
 */
record TrackPicture(Picture picture, String origin, Bytes bytes) {

    private static final int FRONT_COVER = 3;

    /** Reads the bytes of a picture. */
    interface Bytes {
        byte[] read() throws Exception;
    }

    boolean isFrontCover() {
        return picture.type() == FRONT_COVER;
    }

    /** Lists those that a file holds, then those beside it, of the first file that has any. */
    static List<TrackPicture> of(CoreService core, List<TrackFile> files) throws Exception {
        var found = new ArrayList<TrackPicture>();
        for (TrackFile file : files) {
            var held = Command.await(core.metadata().readTags(file.file())).pictures();
            for (int i = 0; i < held.size(); i++) {
                int index = i;
                found.add(new TrackPicture(
                        held.get(i),
                        file.path(),
                        () -> Command.await(core.metadata().readPicture(file.file(), index))));
            }
            for (Companion beside : file.companions()) {
                if (beside.kind() == Companion.Kind.IMAGE) {
                    var read = Command.await(core.metadata().readPictureFile(beside.file()));
                    found.add(new TrackPicture(read.picture(), beside.path(), read::bytes));
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return found;
    }
}
