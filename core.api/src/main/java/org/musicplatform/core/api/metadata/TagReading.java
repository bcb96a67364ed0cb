package org.musicplatform.core.api.metadata;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What was read from a file.
 *
 * @param properties technical properties, not null
 * @param tags tags, not null
 * @param pictures pictures inside the file, in order, not null
 * @param lyrics texts inside the file, synced ones first, not null
 * @param chapters named parts, in order, not null
 * @param clips tracks that a CUE sheet inside the file makes of it, in order, not null
 * @param warnings what was wrong with the file though it could be read, one sentence each; not null. Not empty means the file was read in part
 * @param reader id of the reader that read it, not null
 */
public record TagReading(
        AudioProperties properties,
        Tags tags,
        List<Picture> pictures,
        List<Lyrics> lyrics,
        List<Chapter> chapters,
        List<Clip> clips,
        List<String> warnings,
        String reader)
        implements Serializable {

    public TagReading {
        Objects.requireNonNull(properties, "properties");
        Objects.requireNonNull(tags, "tags");
        pictures = List.copyOf(pictures);
        lyrics = List.copyOf(lyrics);
        chapters = List.copyOf(chapters);
        clips = List.copyOf(clips);
        warnings = List.copyOf(warnings);
        Objects.requireNonNull(reader, "reader");
    }

    /**
     * Creates a reading without lyrics, chapters and clips.
     *
     * @param properties as above
     * @param tags as above
     * @param pictures as above
     * @param warnings as above
     * @param reader as above
     */
    public TagReading(
            AudioProperties properties, Tags tags, List<Picture> pictures, List<String> warnings, String reader) {
        this(properties, tags, pictures, List.of(), List.of(), List.of(), warnings, reader);
    }
}
