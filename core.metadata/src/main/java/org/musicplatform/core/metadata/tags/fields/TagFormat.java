package org.musicplatform.core.metadata.tags.fields;

/** The kinds of tags that have names of their own, in the order of the columns of {@code tag-names.txt}. */
public enum TagFormat {
    ID3,
    VORBIS,
    MP4,
    APE,
    ASF,
    RIFF
}
