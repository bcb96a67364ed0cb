package org.musicplatform.core.metadata.tags.bytes;

/** Something reaches past the end of the file. */
public final class CutException extends MalformedException {
    private static final long serialVersionUID = 1L;

    CutException() {
        super("The file ends before what it says it holds.");
    }
}
