package org.musicplatform.core.sync.source;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.EventHeader;
import org.musicplatform.core.api.event.Severity;
import org.musicplatform.core.api.event.SourceAdded;
import org.musicplatform.core.api.event.SourceForgotten;
import org.musicplatform.core.api.library.ingest.LibraryWriter;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceException;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceStatus;
import org.musicplatform.core.sync.Provider;
import org.musicplatform.core.sync.listing.PathIds;

/** The known sources: made known, nested, forgotten. Blocks; thread-safe. */
public final class Sources {

    private final Kinds kinds;
    private final LibraryWriter library;
    private final ProviderCalls calls;
    private final Claims claims;
    private final Clock clock;
    private final Consumer<CoreEvent> events;
    private final Object adding = new Object();

    /** Keeps jobs away from sources. */
    public interface Claims {
        /** Takes sources until the result is closed; fails when a job works on one. */
        Taken take(List<SourceId> ids) throws InterruptedException;
    }

    /** Sources that no job works on. */
    public interface Taken {
        /** Gives them back. */
        void close();
    }

    public Sources(
            Kinds kinds,
            LibraryWriter library,
            ProviderCalls calls,
            Claims claims,
            Clock clock,
            Consumer<CoreEvent> events) {
        this.kinds = kinds;
        this.library = library;
        this.calls = calls;
        this.claims = claims;
        this.clock = clock;
        this.events = events;
    }

    public List<String> kinds() {
        return kinds.ids();
    }

    public List<SourceStatus> list() {
        return library.sources();
    }

    public SourceAccount known(SourceId id) {
        return library.sources().stream()
                .map(SourceStatus::account)
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SourceException(
                        SourceException.NOT_FOUND,
                        "There is no source " + id + ". List the sources to see their ids."));
    }

    public SourceAccount add(String providerId, String location) throws InterruptedException {
        var provider = kinds.find(providerId);
        var resolved = calls.call(
                providerId, "looking at " + location, () -> provider.provider().resolve(location));
        SourceAccount added;
        synchronized (adding) { // of two nested ones added at once, the second has to see the first
            var inside = new ArrayList<Nested>();
            for (SourceStatus status : library.sources()) {
                var account = status.account();
                if (!account.provider().equals(providerId)) {
                    continue;
                }
                if (prefix(provider, account.location(), resolved.canonical()) != null) {
                    return account;
                }
                String prefix = prefix(provider, resolved.canonical(), account.location());
                if (prefix != null) {
                    inside.add(new Nested(account, prefix));
                }
            }
            var ids = inside.stream().map(n -> n.account().id()).toList();
            var taken = claims.take(ids);
            try {
                added = library.addSource(providerId, resolved.canonical(), resolved.name());
                for (Nested inner : inside) {
                    library.absorbSource(
                            inner.account().id(), added.id(), inner.prefix(), PathIds.shown(inner.prefix()));
                }
            } finally {
                taken.close();
            }
        }
        events.accept(new SourceAdded(header(), added));
        return added;
    }

    private record Nested(SourceAccount account, String prefix) {}

    public void forget(SourceId id) throws InterruptedException {
        var account = known(id);
        var taken = claims.take(List.of(id));
        try {
            library.forgetSource(id);
        } finally {
            taken.close();
        }
        events.accept(new SourceForgotten(header(), account));
    }

    private String prefix(Provider provider, String outer, String inner) throws InterruptedException {
        String none = "\0"; // a guarded call has to return something
        String prefix = calls.call(provider.id(), "comparing " + outer + " with " + inner, () -> {
            String found = provider.provider().prefixWithin(outer, inner);
            return found == null ? none : found;
        });
        return prefix.equals(none) ? null : prefix;
    }

    private EventHeader header() {
        return new EventHeader(clock.instant(), "", Severity.INFO);
    }
}
