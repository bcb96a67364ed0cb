package org.musicplatform.sources.local;

import java.io.IOException;
import java.util.List;
import org.musicplatform.sources.local.Folder.Entry;

/** Folders, one after another, with what lies in them. */
interface Visits {

    /**
     * A folder, or a part of what lies in it.
     *
     * @param folder the folder
     * @param files files in it
     * @param folders folders in it, where they are told
     */
    record Visit(Folder folder, List<Entry> files, List<Entry> folders) {}

    /** Returns the next one, or null when there is no more. */
    Visit next() throws IOException;
}
