package org.musicplatform.core.api.source.spi;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.musicplatform.core.api.source.SourceException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells where to look again. Only a listing tells what is there: what a watch says may be too much, or late.
 *
 * <p>Used by one thread; only {@link #close} may be called by another, and ends a waiting {@link #await}.
 *
 * <p>A watch begins by saying that anything may have changed, as soon as it sees: a full look that begins after that
 * answer, together with all later answers, misses nothing. A file that is being written is not told of at each write,
 * but when it has come to rest.
 */
@ConsumerType
public interface Watch extends AutoCloseable {

    /**
     * Waits for changes.
     *
     * @param atMost how long to wait at most, not negative; a watch may take a little longer, and returns earlier with
     *     whatever it has; not null
     * @return what changed since the last answer, {@link Changes#NONE} when nothing is known; not null
     * @throws SourceException when the source is not there any more, or the watch is closed; this watch is then of no
     *     use, another may be begun later
     * @throws IOException when the source fails; the same holds
     * @throws InterruptedException when the waiting thread is interrupted; the watch goes on
     */
    Changes await(Duration atMost) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;

    /**
     * What changed since the last answer.
     *
     * @param places folders to look at, each at most once as far as it is easily told, not null
     * @param everything true when anything may have changed: look at all, {@code places} is then empty
     * @param blindness why the watch does not see everything at once as things stand now, null while it does. It comes
     *     with every answer and is news only when it differs from the one before
     */
    record Changes(List<Place> places, boolean everything, Blindness blindness) {

        /** Nothing is known to have changed, and everything is seen. */
        public static final Changes NONE = new Changes(List.of(), false, null);

        public Changes {
            places = everything ? List.of() : List.copyOf(places);
        }

        /**
         * Tells whether there is nothing to look at.
         *
         * @return true when no place is named
         */
        public boolean isEmpty() {
            return !everything && places.isEmpty();
        }
    }

    /**
     * A folder to look at. It may be gone: then its listing says so. Of a moved folder both its old and its new place
     * come in one answer.
     *
     * @param folderId id of the folder, empty for the place itself, not null
     * @param below true when the folders below it are to be looked at too
     * @param movedFrom the id that this same folder had before, or null when it was not moved or that is not known
     */
    record Place(String folderId, boolean below, String movedFrom) {

        public Place {
            Objects.requireNonNull(folderId, "folderId");
        }

        /**
         * A folder in which something changed.
         *
         * @param folderId id of the folder, not null
         * @return a place
         */
        public static Place folder(String folderId) {
            return new Place(folderId, false, null);
        }

        /**
         * A folder that appeared, went, or is to be looked at with all below it.
         *
         * @param folderId id of the folder, not null
         * @return a place
         */
        public static Place below(String folderId) {
            return new Place(folderId, true, null);
        }
    }

    /**
     * Why a watch does not see everything at once. It goes on: what it does not see it looks at now and then by itself.
     *
     * @param reason what it does not see and why, one or two sentences, not null
     * @param remedy what a person can do about it, not null
     */
    record Blindness(String reason, String remedy) {

        public Blindness {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(remedy, "remedy");
        }
    }
}
