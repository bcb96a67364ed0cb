package org.musicplatform.core.metadata.tags.bytes;

/** A file asked for more reading or memory than one file gets. */
public final class OverBudgetException extends MalformedException {
    private static final long serialVersionUID = 1L;

    OverBudgetException(String sentence) {
        super(sentence);
    }
}
