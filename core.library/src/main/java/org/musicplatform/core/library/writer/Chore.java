package org.musicplatform.core.library.writer;

import java.sql.SQLException;
import org.musicplatform.core.library.database.Sql;

/** Something that is done while nothing is to be written, a little at a time. Used by the writer thread. */
public interface Chore {

    /** Begins anew. */
    void begin();

    /**
     * Does a little, in far less than 50 ms: what takes longer is interrupted, and the chore ends for this time.
     *
     * @return whether there is more to do
     */
    boolean slice(Sql sql) throws SQLException;
}
