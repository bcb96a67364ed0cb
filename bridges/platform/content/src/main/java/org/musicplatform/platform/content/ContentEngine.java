package org.musicplatform.platform.content;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.musicplatform.core.api.source.ContentReader;
import org.musicplatform.core.api.source.ContentService;
import org.musicplatform.core.api.source.FileRef;
import org.musicplatform.core.api.source.Purpose;
import org.musicplatform.core.api.source.spi.LocalStorageSession;
import org.musicplatform.core.api.source.spi.StorageProvider;

/** Opens files of any source: those of this machine directly, all others in ranges. */
public final class ContentEngine implements ContentService, AutoCloseable {

    /** How long opening may take before the source counts as not there. */
    static final Duration OPEN_LIMIT = Duration.ofSeconds(30);

    private final SharedSessions sessions;
    private final OpenLimit limit;

    /**
     * Creates the service.
     *
     * @param providers returns the best provider of an id at the moment, or null; quick, and never blocks
     * @param idle how long a session is kept after its last reader was closed
     */
    public ContentEngine(Function<String, StorageProvider> providers, Duration idle) {
        this(providers, idle, OPEN_LIMIT, IdleTimer.onThread());
    }

    ContentEngine(Function<String, StorageProvider> providers, Duration idle, Duration open, IdleTimer timer) {
        this.limit = new OpenLimit(open);
        this.sessions = new SharedSessions(providers, idle, limit, timer);
    }

    @Override
    public ContentReader open(FileRef file, Purpose purpose) throws IOException {
        var session = sessions.acquire(file.source());
        try {
            if (!(session.session() instanceof LocalStorageSession local)) {
                return new RangedReader(file, purpose, session);
            }
            return purpose == Purpose.SCAN // which is watched by who asks: another thread for each file costs too much
                    ? LocalReader.open(file, session, local)
                    : limit.open(file.source(), () -> LocalReader.open(file, session, local), LocalReader::abandon);
        } catch (IOException | RuntimeException | Error e) {
            session.release();
            throw e;
        }
    }

    /**
     * Closes the sessions of a provider that went away. To be called after it can no longer be looked up.
     *
     * @param provider the provider
     */
    public void gone(StorageProvider provider) {
        sessions.gone(provider);
    }

    @Override
    public void close() {
        sessions.close();
    }
}
