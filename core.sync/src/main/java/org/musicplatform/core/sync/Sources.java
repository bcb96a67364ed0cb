package org.musicplatform.core.sync;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

/** The known sources: made known, nested, forgotten. Blocks; thread-safe. */
final class Sources {

    private final Supplier<List<Provider>> providers;
    private final LibraryWriter library;
    private final ProviderCalls calls;
    private final BusySources busy;
    private final Clock clock;
    private final Consumer<CoreEvent> events;
    private final Object adding = new Object();

    Sources(
            Supplier<List<Provider>> providers,
            LibraryWriter library,
            ProviderCalls calls,
            BusySources busy,
            Clock clock,
            Consumer<CoreEvent> events) {
        this.providers = providers;
        this.library = library;
        this.calls = calls;
        this.busy = busy;
        this.clock = clock;
        this.events = events;
    }

    List<String> kinds() {
        return providers.get().stream().map(Provider::id).distinct().sorted().toList();
    }

    /** Finds the best provider of an id. */
    Provider provider(String id) {
        return providers.get().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SourceException(
                        SourceException.UNAVAILABLE,
                        "No storage provider '" + id + "' is installed. Install the bundle sources." + id
                                + ", or one that provides music.source.id=" + id + "."));
    }

    List<SourceStatus> list() {
        return library.sources();
    }

    SourceAccount known(SourceId id) {
        return library.sources().stream()
                .map(SourceStatus::account)
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SourceException(
                        SourceException.NOT_FOUND,
                        "There is no source " + id + ". List the sources to see their ids."));
    }

    SourceAccount add(String providerId, String location) throws InterruptedException {
        var provider = provider(providerId);
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
            busy.take(ids);
            try {
                added = library.addSource(providerId, resolved.canonical(), resolved.name());
                for (Nested inner : inside) {
                    library.absorbSource(inner.account().id(), added.id(), inner.prefix(), shown(inner.prefix()));
                }
            } finally {
                busy.giveBack(ids);
            }
        }
        events.accept(new SourceAdded(header(), added));
        return added;
    }

    private record Nested(SourceAccount account, String prefix) {}

    void forget(SourceId id) {
        var account = known(id);
        busy.take(List.of(id));
        try {
            library.forgetSource(id);
        } finally {
            busy.giveBack(List.of(id));
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

    /** Item ids hold raw names percent-encoded; people see them decoded. */
    static String shown(String idPrefix) {
        String path = idPrefix.endsWith("/") ? idPrefix.substring(0, idPrefix.length() - 1) : idPrefix;
        try {
            // this decoder also turns a plus into a space, which an id does not mean
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path; // another provider's ids need not be encoded
        }
    }

    private EventHeader header() {
        return new EventHeader(clock.instant(), "", Severity.INFO);
    }
}
