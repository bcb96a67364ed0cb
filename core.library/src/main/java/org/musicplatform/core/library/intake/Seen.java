package org.musicplatform.core.library.intake;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** What one look at a source met: a bit for each row of a file. Used by the writer thread. */
final class Seen {

    private final BitSet met = new BitSet();
    private final BitSet added = new BitSet();
    private final Set<String> removed = new HashSet<>();
    private final long known;

    /** @param known the highest id of a row that is not new to this look, whoever made it */
    Seen(long known) {
        this.known = known;
    }

    void met(long file) {
        met.set((int) file);
        if (isNew(file)) {
            added.set((int) file);
        }
    }

    /** Tells whether the row was made by this look, or by an earlier one that was cut off. */
    boolean isNew(long file) {
        return file > known;
    }

    void added(long file) {
        met.set((int) file);
        added.set((int) file);
    }

    boolean hasMet(long file) {
        return met.get((int) file);
    }

    boolean hasAdded(long file) {
        return added.get((int) file);
    }

    /** They are known files under other names. */
    void areKnown(BitSet files) {
        added.andNot(files);
    }

    BitSet added() {
        return added;
    }

    int count() {
        return met.cardinality();
    }

    /** The items that a list of changes says are gone, by id; one that ends with a slash means all below. */
    Set<String> removed() {
        return removed;
    }
}
