package org.musicplatform.core.library.artwork;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.musicplatform.core.api.library.ArtworkStore;
import org.musicplatform.core.library.database.Sql;
import org.musicplatform.core.library.writer.Chore;

/**
 * Removes pictures that nothing has referred to for long, row by row, and then their files. How many refer to one is
 * counted here and nowhere else: no write has to keep a number right.
 */
public final class UnusedPictures implements Chore {

    private static final int AT_ONCE = 200;
    private static final String SOME = " WHERE id > ? AND id <= ? AND ";
    private static final String USED = "EXISTS (SELECT 1 FROM artwork_use WHERE artwork_id = artwork.id)";

    private final Clock clock;
    private final PictureFiles files;
    private long looked; // up to which id; used by the writer thread

    public UnusedPictures(Clock clock, PictureFiles files) {
        this.clock = clock;
        this.files = files;
    }

    @Override
    public void begin() {
        looked = 0;
    }

    @Override
    public boolean slice(Sql sql) throws SQLException {
        Long end = sql.first(
                "SELECT max(id) FROM (SELECT id FROM artwork WHERE id > ? ORDER BY id LIMIT ?)",
                row -> Sql.longOrNull(row, 1),
                looked,
                AT_ONCE);
        if (end == null) {
            return false;
        }
        long now = clock.millis();
        sql.update("UPDATE artwork SET unused = NULL" + SOME + "unused IS NOT NULL AND " + USED, looked, end);
        sql.update("UPDATE artwork SET unused = ?" + SOME + "unused IS NULL AND NOT " + USED, now, looked, end);
        var gone = sql.list(
                "SELECT id, lower(hex(sha256)), size FROM artwork" + SOME + "unused <= ? AND NOT " + USED,
                ArtworkRows.Kept::of,
                looked,
                end,
                now - Duration.ofDays(ArtworkStore.UNUSED_DAYS).toMillis());
        for (var picture : gone) {
            sql.update("DELETE FROM artwork WHERE id = ?", picture.id());
            files.delete(picture.hash());
        }
        looked = end;
        return true;
    }
}
