package org.musicplatform.core.library.curation;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.musicplatform.core.api.library.Curation;
import org.musicplatform.core.api.library.TrackDetails;
import org.musicplatform.core.api.library.TrackId;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.library.browse.Details;
import org.musicplatform.core.library.database.Errors;
import org.musicplatform.core.library.intake.Readings;
import org.musicplatform.core.library.track.Overrides;
import org.musicplatform.core.library.writer.Writing;

/** Fields of tracks that a person gives other values than their files have. Used by the writer thread. */
public final class FieldEdits {

    private static final Set<TagField> NUMBERS =
            EnumSet.of(TagField.TRACK_NUMBER, TagField.TRACK_TOTAL, TagField.DISC_NUMBER, TagField.DISC_TOTAL);
    private static final Set<TagField> DATES = EnumSet.of(TagField.DATE, TagField.ORIGINAL_DATE);

    private FieldEdits() {}

    /** Refuses what cannot be the values of a field. */
    public static void check(TagField field, List<String> values) {
        if (values.size() > Curation.MAX_VALUES) {
            throw new IllegalArgumentException("a field has at most " + Curation.MAX_VALUES + " values");
        }
        for (String value : values) {
            if (value.isBlank() || value.length() > Curation.MAX_VALUE) {
                throw new IllegalArgumentException("a value has 1 to " + Curation.MAX_VALUE + " characters");
            }
            if (NUMBERS.contains(field) && !value.matches("\\d{1,6}")) {
                throw new IllegalArgumentException(field + " is a number: " + value);
            }
            if (DATES.contains(field) && !value.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
                throw new IllegalArgumentException(field + " is yyyy, yyyy-MM or yyyy-MM-dd: " + value);
            }
        }
    }

    public static TrackDetails edit(Writing writing, TrackId track, TagField field, List<String> values)
            throws SQLException {
        requireTrack(writing, track);
        Overrides.put(writing, track.value(), field, values);
        return told(writing, track);
    }

    public static TrackDetails revert(Writing writing, TrackId track, TagField field) throws SQLException {
        requireTrack(writing, track);
        Overrides.remove(writing, track.value(), field, Overrides.USER);
        return told(writing, track);
    }

    private static void requireTrack(Writing writing, TrackId track) throws SQLException {
        writing.settle();
        if (MergedTracks.title(writing.sql(), track.value()) == null) {
            throw Errors.notFound("track " + track);
        }
    }

    private static TrackDetails told(Writing writing, TrackId track) throws SQLException {
        Readings.describeAgain(writing, track.value());
        writing.settle();
        return Details.track(writing.sql(), track);
    }
}
