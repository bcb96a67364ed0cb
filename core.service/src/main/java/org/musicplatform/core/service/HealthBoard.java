package org.musicplatform.core.service;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.musicplatform.core.api.CapabilityMissingException;
import org.musicplatform.core.api.ComponentHealth;
import org.musicplatform.core.api.ComponentHealth.State;
import org.musicplatform.core.api.CoreException;
import org.musicplatform.core.api.Health;
import org.musicplatform.core.api.library.ArtworkStore;
import org.musicplatform.core.api.library.LibraryException;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.LyricsStore;
import org.musicplatform.core.api.library.PlaylistService;
import org.musicplatform.core.api.library.UserDataService;
import org.musicplatform.core.api.playback.PlaybackService;
import org.musicplatform.core.api.plugin.PluginInfo;
import org.musicplatform.core.api.plugin.PluginService;
import org.musicplatform.core.api.source.SourceService;
import org.musicplatform.core.api.source.SourceStatus;
import org.musicplatform.core.api.sync.SyncService;
import org.musicplatform.core.api.sync.WatchStatus;

/** Looks at every part, at the library and at every source when asked. */
final class HealthBoard {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Set<Class<?>> OF_LIBRARY = Set.of(
            LibraryService.class, PlaylistService.class, UserDataService.class, LyricsStore.class, ArtworkStore.class);

    private final Clock clock;
    private final List<Part<?>> parts;
    private final LibraryService library;
    private final SourceService sources;
    private final SyncService jobs;
    private final PlaybackService playback;
    private final PluginService plugins;
    private final Supplier<List<ComponentHealth>> wiring;

    HealthBoard(
            Clock clock,
            List<Part<?>> parts,
            LibraryService library,
            SourceService sources,
            SyncService jobs,
            PlaybackService playback,
            PluginService plugins,
            Supplier<List<ComponentHealth>> wiring) {
        this.clock = clock;
        this.parts = parts;
        this.library = library;
        this.sources = sources;
        this.jobs = jobs;
        this.playback = playback;
        this.plugins = plugins;
        this.wiring = wiring;
    }

    Health look() {
        var all = new ArrayList<ComponentHealth>();
        var refusal = refusal();
        parts.forEach(part ->
                all.add(refusal != null && OF_LIBRARY.contains(part.type()) ? refused(part, refusal) : look(part)));
        all.addAll(wiring.get());
        if (refusal == null) { // else they would say the same once more
            all.addAll(lookAtSources());
            all.addAll(lookAtWatches());
        }
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

    /** Returns why the library cannot be used although it is there; null when it can, or is not there. */
    private CoreException refusal() {
        try {
            library.revision().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (TimeoutException e) {
            return new LibraryException(LibraryException.BUSY, true, "The library does not answer.", e);
        } catch (ExecutionException e) {
            return e.getCause() instanceof LibraryException inWords ? inWords : null;
        }
    }

    private ComponentHealth refused(Part<?> part, CoreException refusal) {
        boolean itself = part.type() == LibraryService.class;
        return new ComponentHealth(
                part.type().getSimpleName(),
                refusal.retryable() ? State.DEGRADED : State.DOWN,
                refusal.code(),
                itself ? refusal.getMessage() : "The library cannot be used: see LibraryService.",
                itself ? remedy(refusal.code()) : "",
                clock.instant());
    }

    private static String remedy(String code) {
        return switch (code) {
            case LibraryException.IN_USE -> "Close the program that has it open.";
            case LibraryException.NEWER_SCHEMA ->
                "Install the newer version again, or restore a backup of this one: music restore FILE.";
            case LibraryException.DAMAGED, LibraryException.MIGRATION_FAILED ->
                "A backup: music restore FILE. What can be read of it: music restore --salvage. An empty one: music"
                        + " restore --new.";
            case LibraryException.NETWORK_DRIVE -> "Choose a home on a disk of this computer.";
            case LibraryException.MIGRATION_DUE ->
                "See what is to be done: music migrate --dry-run. Do it: music migrate.";
            case LibraryException.DISK_FULL -> "Make room on the disk.";
            case LibraryException.READ_ONLY -> "Give the file and its folder back the right to be written.";
            default -> "See to the cause, then try again.";
        };
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
