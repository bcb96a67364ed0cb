package org.musicplatform.core.library.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.musicplatform.core.api.library.LookUp;

/** When services were asked, as rows tell it. */
public final class LookUps {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    private LookUps() {}

    /** Refuses what is no name of a service, a person or a place. */
    public static void checkOrigin(String origin) {
        if (origin.isBlank() || origin.length() > LookUp.MAX_SERVICE) {
            throw new IllegalArgumentException("the name of a service has 1 to " + LookUp.MAX_SERVICE + " characters");
        }
    }

    /** Reads one from a row: origin, whether something was found, when it was asked, when it is to be asked again, state. */
    public static LookUp of(ResultSet row) throws SQLException {
        Long again = Sql.longOrNull(row, 4);
        return new LookUp(
                row.getString(1),
                row.getInt(2) != 0,
                Instant.ofEpochMilli(row.getLong(3)),
                again == null ? null : Instant.ofEpochMilli(again),
                row.getString(5));
    }

    /** Returns when something is to be asked again, in milliseconds, null for never. */
    public static Long again(long now, Duration after) {
        if (after == null) {
            return null;
        }
        if (after.isNegative()) {
            throw new IllegalArgumentException("nothing can be asked again before it was asked: " + after);
        }
        return now + (after.compareTo(LONGEST) > 0 ? LONGEST : after).toMillis();
    }
}
