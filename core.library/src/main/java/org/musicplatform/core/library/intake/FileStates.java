package org.musicplatform.core.library.intake;

import org.musicplatform.core.api.library.FileState;

/** The numbers by which rows tell how a file is. */
public final class FileStates {

    private static final FileState[] BY_CODE = {
        FileState.QUEUED, FileState.READY, FileState.PARTIAL, FileState.FAILED, FileState.MISSING
    };

    private FileStates() {}

    public static int code(FileState state) {
        for (int code = 0; code < BY_CODE.length; code++) {
            if (BY_CODE[code] == state) {
                return code;
            }
        }
        throw new IllegalArgumentException("no number for " + state);
    }

    public static FileState of(int code) {
        return BY_CODE[code];
    }

    static FileState of(Integer code) {
        return code == null ? null : BY_CODE[code];
    }
}
