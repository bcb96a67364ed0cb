package org.musicplatform.core.library.database;

/** A statement needs an index that is still to be made. When it is there, what failed may be tried again. */
public final class IndexMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String index;

    IndexMissingException(String index) {
        super("the index " + index + " is still to be made", null, false, false); // it is expected: nobody asks where
        this.index = index;
    }

    public String index() {
        return index;
    }
}
