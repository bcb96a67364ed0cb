package org.musicplatform.core.sync.listing;

import org.musicplatform.core.api.source.SourceItem;
import org.musicplatform.core.api.sync.FileFailure;

/** What is taken of a provider: no file system has longer names, so longer ones are a fault. */
public final class ItemLimits {

    public static final int NAME = 1_024;
    public static final int FOLDER = 32_767;
    public static final int ID = 131_072; // a folder and a name, percent-encoded

    /** A provider may give everything at once; the library takes it in portions, each a short transaction. */
    public static final int PORTION = 1_000;

    private static final int SHOWN = 200;

    private ItemLimits() {}

    /** Tells whether an item is taken. */
    public static boolean within(SourceItem item) {
        return item.name().length() <= NAME
                && item.folder().length() <= FOLDER
                && item.id().length() <= ID;
    }

    /** Says why an item is not taken. */
    public static FileFailure refusal(SourceItem item) {
        String path = item.path();
        String shown = path.length() <= SHOWN ? path : path.substring(0, SHOWN) + "…";
        return new FileFailure(shown, "name-too-long", "Its name or path is longer than can be kept. Shorten it.");
    }
}
