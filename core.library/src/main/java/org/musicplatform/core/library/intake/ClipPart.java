package org.musicplatform.core.library.intake;

import java.time.Duration;
import java.util.List;
import org.musicplatform.core.api.metadata.Clip;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.library.track.TrackRows;

/**
 * A part of a file that is a track.
 *
 * @param start milliseconds
 * @param end milliseconds, null for the end of the file
 */
record ClipPart(long start, Long end, Tags tags) {

    /** All of a file of which nothing is known. */
    static final ClipPart WHOLE = new ClipPart(0, null, Tags.NONE);

    static List<ClipPart> of(TagReading reading) {
        var clips = reading.clips();
        if (clips.isEmpty() || clips.size() == 1 && clips.get(0).start().isZero()) {
            return List.of(new ClipPart(0, null, reading.tags()));
        }
        return clips.stream().map(ClipPart::of).toList();
    }

    private static ClipPart of(Clip clip) {
        return new ClipPart(clip.start().toMillis(), millis(clip.end()), clip.tags());
    }

    private static Long millis(Duration time) {
        return time == null ? null : time.toMillis();
    }

    boolean isWhole() {
        return start == 0 && end == null;
    }

    /** Returns the playing time of it in milliseconds, null when the file does not tell its own. */
    Long length(Duration file) {
        Long until = end != null ? end : millis(file);
        return until == null ? null : Long.valueOf(Math.max(0, until - start));
    }

    /** Returns the title of a track whose tags tell none. */
    String title(FileRow file) {
        String title = TrackRows.titleOf(file.name());
        String number = tags.first(TagField.TRACK_NUMBER);
        return isWhole() || number == null ? title : title + " " + number;
    }
}
