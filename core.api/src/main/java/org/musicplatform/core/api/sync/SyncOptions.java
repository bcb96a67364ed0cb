package org.musicplatform.core.api.sync;

/**
 * How to index.
 *
 * @param full look at everything, even where the source could tell what changed
 * @param reread read the tags of unchanged files too
 * @param acceptMissing mark files missing however many they are: the decision that a held job asks for
 */
public record SyncOptions(boolean full, boolean reread, boolean acceptMissing) {

    /** Changes only, unchanged files are not read, a mass of missing files holds the job. */
    public static final SyncOptions DEFAULT = new SyncOptions(false, false, false);
}
