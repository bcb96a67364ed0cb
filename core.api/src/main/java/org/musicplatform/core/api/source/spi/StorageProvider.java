package org.musicplatform.core.api.source.spi;

import java.io.IOException;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of source: opens sessions on places where music lies.
 *
 * <pre>{@code
 * @Component
 * @StorageProviderPlugin(id = "example")
 * public final class ExampleProvider implements StorageProvider { ... }
 * }</pre>
 *
 * <p>Thread-safe. Methods may block and must obey interruption: a call that does not return within its time is
 * interrupted, then abandoned. Unchecked exceptions and linkage errors are contained and count against the plug-in.
 */
@ConsumerType
public interface StorageProvider {

    /**
     * Checks a location as a person gave it and brings it into the one form in which it is kept.
     *
     * @param location e.g. a path or an address, not null
     * @return the canonical location and a name to show, not null
     * @throws SourceException when there is no such place, it is something else, or it cannot be read
     * @throws IOException when the source fails
     */
    Location resolve(String location) throws IOException;

    /**
     * Opens a session.
     *
     * @param account the source, its location as {@link #resolve} returned it, not null
     * @param credentials what proves the right to read, {@link Credentials#NONE} when nothing is needed, not null
     * @return an open session that the caller closes, not null
     * @throws SourceException when the place is not there now or may not be read
     * @throws IOException when the source fails
     */
    StorageSession open(SourceAccount account, Credentials credentials) throws IOException;

    /**
     * Tells where one location lies inside another, so that nested sources become one.
     *
     * @param outer a canonical location, not null
     * @param inner another canonical location, not null
     * @return what to put before an item id of the inner to get the id in the outer, or null when the inner does not
     *     lie inside the outer; empty when both are the same place
     */
    default String prefixWithin(String outer, String inner) {
        return outer.equals(inner) ? "" : null;
    }

    /**
     * A checked location.
     *
     * @param canonical the form that is kept, not null
     * @param name what to show to people, not null
     */
    record Location(String canonical, String name) {}
}
