package org.musicplatform.core.metadata.beside;

import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.metadata.Clip;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.source.FileRef;

/** Cuts a file by the sheet that lies beside it. */
public final class SheetClips {

    private SheetClips() {}

    /**
     * Adds clips to a reading that has none.
     *
     * @param reading what was read from the file
     * @param file which file that is
     * @param sheets the sheets in its folder
     * @param companions reads them
     * @return the reading, with the clips of the first sheet that names several tracks of the file
     */
    public static TagReading add(TagReading reading, FileRef file, List<FileRef> sheets, CompanionFiles companions) {
        if (!reading.clips().isEmpty()) {
            return reading; // its own sheet goes with it wherever it is moved
        }
        var warnings = new ArrayList<>(reading.warnings());
        for (FileRef ref : sheets) {
            try {
                var sheet = companions.sheet(ref);
                var part = sheet.partFor(file.name(), ref.name());
                var clips = part == null
                        ? List.<Clip>of()
                        : sheet.clips(part, reading.tags(), reading.properties().duration());
                if (clips.size() > 1) {
                    return with(reading, clips, warnings);
                }
            } catch (CoreException unreadable) {
                warnings.add("The sheet " + ref.name() + " is left out: " + unreadable.getMessage());
            }
        }
        return with(reading, List.of(), warnings);
    }

    private static TagReading with(TagReading reading, List<Clip> clips, List<String> warnings) {
        return new TagReading(
                reading.properties(),
                reading.tags(),
                reading.pictures(),
                reading.lyrics(),
                reading.chapters(),
                clips,
                warnings,
                reading.reader());
    }
}
