package org.musicplatform.core.api.library;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Why something in the library is as it is.
 *
 * @param id what is explained, printed ({@code t42}, {@code al7}), not null
 * @param title its title, not null
 * @param reasons the reasons, in an order to show, not null
 */
public record Explanation(String id, String title, List<Reason> reasons) implements Serializable {

    public Explanation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        reasons = List.copyOf(reasons);
    }

    /**
     * A reason.
     *
     * @param about what it is about, not null
     * @param subject the printed id, path or name of the very thing, not null
     * @param words the reason, one sentence for people, not null
     */
    public record Reason(About about, String subject, String words) implements Serializable {

        public Reason {
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(words, "words");
        }
    }

    /** What a reason can be about. New constants may be added in a minor version. */
    public enum About {
        /** That a file is one of the track: the subject is its path. */
        FILE,
        /** That the track is on its album: the subject is the album's id. */
        ALBUM,
        /** What an album is known by: the subject is the evidence. */
        EVIDENCE,
        /** Where a field has its value from: the subject is the name of the field. */
        FIELD,
        /** What a person decided: the subject is the id of the decision. */
        DECISION
    }
}
