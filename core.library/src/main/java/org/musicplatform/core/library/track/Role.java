package org.musicplatform.core.library.track;

import java.util.Locale;
import org.musicplatform.core.api.metadata.TagField;

/** What somebody did on a track, with the number by which rows tell it. */
public enum Role {
    ARTIST(0, null),
    COMPOSER(1, TagField.COMPOSER),
    CONDUCTOR(2, TagField.CONDUCTOR),
    LYRICIST(3, TagField.LYRICIST),
    ARRANGER(4, TagField.ARRANGER),
    REMIXER(5, TagField.REMIXER),
    PRODUCER(6, TagField.PRODUCER),
    PERFORMER(7, TagField.PERFORMER);

    private final int code;
    private final TagField field;

    Role(int code, TagField field) {
        this.code = code;
        this.field = field;
    }

    public int code() {
        return code;
    }

    /** Returns the field that names them; null for the artist, whom several fields name. */
    TagField field() {
        return field;
    }

    /** Returns the name of the role in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(int code) {
        for (Role role : values()) {
            if (role.code == code) {
                return role;
            }
        }
        throw new IllegalArgumentException("no role has the number " + code);
    }
}
