package org.musicplatform.core.service;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.musicplatform.core.api.Capability;
import org.musicplatform.core.api.event.CapabilityChanged;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.EventHeader;
import org.musicplatform.core.api.event.Severity;

/** Makes parts that tell the bus when they come and go. */
final class PartFactory {

    private final Clock clock;
    private final Consumer<CoreEvent> post;
    private final Function<String, String> failures;

    PartFactory(Clock clock, Consumer<CoreEvent> post, Function<String, String> failures) {
        this.clock = clock;
        this.post = post;
        this.failures = failures;
    }

    <T> Part<T> part(Class<T> type, Capability capability, String bundle) {
        return new Part<>(
                type,
                capability,
                () -> remedy(bundle),
                clock,
                available -> post.accept(new CapabilityChanged(
                        new EventHeader(clock.instant(), "", available ? Severity.INFO : Severity.WARNING),
                        capability,
                        available)));
    }

    /** Why it is not there, when it tried to start and could not; else what to install. */
    private String remedy(String bundle) {
        String failure = failures.apply(bundle);
        return failure == null ? "Install or start the bundle " + bundle + "." : failure;
    }
}
