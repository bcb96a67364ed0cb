package org.musicplatform.core.service;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.musicplatform.core.api.CapabilityMissingException;
import org.musicplatform.core.api.ComponentHealth;
import org.musicplatform.core.api.ComponentHealth.State;
import org.musicplatform.core.api.Health;
import org.musicplatform.core.api.playback.PlaybackService;
import org.musicplatform.core.api.plugin.PluginInfo;
import org.musicplatform.core.api.plugin.PluginService;
import org.musicplatform.core.api.source.SourceService;
import org.musicplatform.core.api.source.SourceStatus;
import org.musicplatform.core.api.sync.SyncService;
import org.musicplatform.core.api.sync.WatchStatus;

/** Looks at every part and every source when asked. */
final class HealthBoard {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Clock clock;
    private final List<Part<?>> parts;
    private final SourceService sources;
    private final SyncService jobs;
    private final PlaybackService playback;
    private final PluginService plugins;
    private final Supplier<List<ComponentHealth>> wiring;

    HealthBoard(
            Clock clock,
            List<Part<?>> parts,
            SourceService sources,
            SyncService jobs,
            PlaybackService playback,
            PluginService plugins,
            Supplier<List<ComponentHealth>> wiring) {
        this.clock = clock;
        this.parts = parts;
        this.sources = sources;
        this.jobs = jobs;
        this.playback = playback;
        this.plugins = plugins;
        this.wiring = wiring;
    }

    Health look() {
        var all = new ArrayList<ComponentHealth>();
        parts.forEach(part -> all.add(look(part)));
        all.addAll(wiring.get());
        all.addAll(lookAtSources());
        all.addAll(lookAtWatches());
        all.add(network());
        all.addAll(lookAtOutputs());
        all.addAll(lookAtPlugins());
        all.sort(Comparator.comparing(ComponentHealth::state).reversed().thenComparing(ComponentHealth::component));
        return new Health(clock.instant(), all);
    }

    private static ComponentHealth look(Part<?> part) {
        String name = part.type().getSimpleName();
        return part.isPresent()
                ? new ComponentHealth(name, State.OK, "ok", "Present.", "", part.since())
                : new ComponentHealth(
                        name, State.DOWN, "capability-missing", "Not available.", part.remedy(), part.since());
    }

    private List<ComponentHealth> lookAtSources() {
        return asked("sources", sources::list, this::look);
    }

    /** Of a watch that sees everything at once nothing is to be said. */
    private List<ComponentHealth> lookAtWatches() {
        return asked("watches", jobs::watches, this::look).stream()
                .filter(watch -> watch.state() != State.OK)
                .toList();
    }

    /** Nothing tells of it in this version, so that no rule can be kept that asks for it. */
    private ComponentHealth network() {
        return new ComponentHealth(
                "NetworkMonitor",
                State.OK,
                "indeterminate",
                "Nothing tells how this machine is connected: rules for metered and wireless networks are off.",
                "",
                clock.instant());
    }

    private <T> List<ComponentHealth> asked(
            String what, Supplier<CompletableFuture<List<T>>> question, Function<T, ComponentHealth> look) {
        try {
            return question.get().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).stream()
                    .map(look)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (TimeoutException e) {
            return List.of(new ComponentHealth(
                    what, State.DEGRADED, "no-answer", "The list of " + what + " does not come.", "", clock.instant()));
        } catch (ExecutionException e) {
            // a missing part already shows; what else fails is said here
            return parts.stream().allMatch(Part::isPresent)
                    ? List.of(new ComponentHealth(
                            what,
                            State.DEGRADED,
                            "no-answer",
                            String.valueOf(e.getCause().getMessage()),
                            "",
                            clock.instant()))
                    : List.of();
        }
    }

    /** An output that cannot be used is no failure: another one is. */
    private List<ComponentHealth> lookAtOutputs() {
        try {
            return playback.outputs().stream()
                    .filter(output -> !output.unavailable().isEmpty())
                    .map(output -> new ComponentHealth(
                            "output:" + output.id(),
                            State.DEGRADED,
                            "output-unavailable",
                            output.unavailable(),
                            "Connect a sound device, or choose another output.",
                            clock.instant()))
                    .toList();
        } catch (CapabilityMissingException absent) {
            return List.of(); // shows as a missing part
        }
    }

    private List<ComponentHealth> lookAtPlugins() {
        try {
            return plugins.list().stream()
                    .filter(plugin -> plugin.state() == PluginInfo.State.REFUSED)
                    .map(plugin -> new ComponentHealth(
                            "plugin:" + plugin.file(),
                            State.DEGRADED,
                            "plugin-refused",
                            plugin.reason(),
                            "Take the file out of the folder of plug-ins, or put a better one there.",
                            plugin.since()))
                    .toList();
        } catch (CapabilityMissingException absent) {
            return List.of(); // shows as a missing part
        }
    }

    private ComponentHealth look(WatchStatus watch) {
        var state =
                switch (watch.state()) {
                    case STARTING, SEEING -> State.OK;
                    case LATE, LOST -> State.DEGRADED;
                };
        return new ComponentHealth(
                "watch:" + watch.source(),
                state,
                watch.state().name().toLowerCase(Locale.ROOT),
                watch.reason(),
                watch.remedy(),
                clock.instant());
    }

    private ComponentHealth look(SourceStatus source) {
        String name = "source:" + source.account().location();
        var since = source.lastSync() == null ? clock.instant() : source.lastSync();
        String code = source.state().name().toLowerCase(Locale.ROOT);
        return switch (source.state()) {
            case NEW -> new ComponentHealth(name, State.OK, code, "Not indexed yet.", "Index it.", since);
            case READY -> new ComponentHealth(name, State.OK, "ok", source.files() + " files.", "", since);
            case UNAVAILABLE ->
                new ComponentHealth(name, State.DEGRADED, code, source.reason(), "Connect it and index again.", since);
            case HELD ->
                new ComponentHealth(
                        name,
                        State.DEGRADED,
                        code,
                        source.reason(),
                        "Decide whether the files are gone: music held. Or bring them back and index again.",
                        since);
        };
    }
}
