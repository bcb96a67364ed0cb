package org.musicplatform.core.metadata.tags.bytes;

import java.io.IOException;

/** A file is not as its format wants it. The message is a sentence for a person. What was found before stays found. */
public class MalformedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. No stack trace: hostile files must not be dear. */
    public MalformedException(String sentence) {
        super(sentence);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
