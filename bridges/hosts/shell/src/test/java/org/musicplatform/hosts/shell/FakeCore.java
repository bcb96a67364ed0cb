package org.musicplatform.hosts.shell;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.musicplatform.core.api.CoreService;
import org.musicplatform.core.api.Health;
import org.musicplatform.core.api.library.ArtworkStore;
import org.musicplatform.core.api.library.LibraryService;
import org.musicplatform.core.api.library.LyricsStore;
import org.musicplatform.core.api.library.PlaylistService;
import org.musicplatform.core.api.library.UserDataService;
import org.musicplatform.core.api.metadata.ArtworkFinder;
import org.musicplatform.core.api.metadata.MetadataService;
import org.musicplatform.core.api.playback.PlaybackService;
import org.musicplatform.core.api.playback.Player;
import org.musicplatform.core.api.playback.PlayerStatus;
import org.musicplatform.core.api.plugin.PluginService;
import org.musicplatform.core.api.source.SourceAccount;
import org.musicplatform.core.api.source.SourceId;
import org.musicplatform.core.api.source.SourceService;
import org.musicplatform.core.api.sync.FileFailure;
import org.musicplatform.core.api.sync.SyncCounts;
import org.musicplatform.core.api.sync.SyncJob;
import org.musicplatform.core.api.sync.SyncJobId;
import org.musicplatform.core.api.sync.SyncProgress;
import org.musicplatform.core.api.sync.SyncReport;
import org.musicplatform.core.api.sync.SyncService;
import org.musicplatform.core.api.sync.SyncState;
import org.musicplatform.core.api.sync.SyncStatus;

/** A core whose answers a test sets by method name; every call is noted. */
final class FakeCore {

    final List<String> calls = new ArrayList<>();
    private final Map<String, Function<Object[], Object>> answers = new HashMap<>();

    final CoreService service = proxy(CoreService.class);

    FakeCore() {
        answers.put("library", a -> proxy(LibraryService.class));
        answers.put("playlists", a -> proxy(PlaylistService.class));
        answers.put("userData", a -> proxy(UserDataService.class));
        answers.put("lyrics", a -> proxy(LyricsStore.class));
        answers.put("artwork", a -> proxy(ArtworkStore.class));
        answers.put("artworkFinder", a -> proxy(ArtworkFinder.class));
        answers.put("sources", a -> proxy(SourceService.class));
        answers.put("metadata", a -> proxy(MetadataService.class));
        answers.put("sync", a -> proxy(SyncService.class));
        answers.put("playback", a -> proxy(PlaybackService.class));
        answers.put("plugins", a -> proxy(PluginService.class));
        answers.put("players", a -> List.of());
        answers.put("health", a -> new Health(Instant.EPOCH, List.of()));
    }

    FakeCore answer(String method, Object value) {
        answers.put(method, arguments -> CompletableFuture.completedFuture(value));
        return this;
    }

    /** An answer of a method that returns at once. */
    FakeCore now(String method, Object value) {
        answers.put(method, arguments -> value);
        return this;
    }

    FakeCore fail(String method, RuntimeException failure) {
        answers.put(method, arguments -> CompletableFuture.failedFuture(failure));
        return this;
    }

    /** Something that is playing. */
    FakeCore player(PlayerStatus status) {
        var player = proxy(Player.class);
        answers.put("players", a -> List.of(player));
        answers.put("status", a -> status);
        answers.put("setVolume", a -> null);
        for (String command : List.of("play", "pause", "next", "previous", "stop", "seek")) {
            answer(command, null);
        }
        return this;
    }

    /** A job that ends at once. */
    FakeCore job(SyncState state, String reason, FileFailure... failures) {
        var counts = new SyncCounts(3, 3, 2, 0, 1, 0, failures.length);
        var status = status(state, counts, reason);
        answer("completion", new SyncReport(status, List.of(failures)));
        answers.put("status", a -> status);
        answer("add", new SourceAccount(new SourceId(1), "local", "/music", "music"));
        var job = proxy(SyncJob.class);
        return answer("start", job).answer("refresh", job);
    }

    static SyncStatus status(SyncState state, SyncCounts counts, String reason) {
        return new SyncStatus(
                new SyncJobId(1),
                List.of(new SourceId(1)),
                state,
                new SyncProgress("", 100, 2, null, true),
                counts,
                Instant.EPOCH,
                Duration.ofMillis(1500),
                reason);
    }

    private <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            calls.add(method.getName() + (args == null ? "" : Arrays.asList(args)));
            var answer = answers.get(method.getName());
            if (answer == null) {
                throw new AssertionError("no answer for " + method);
            }
            return answer.apply(args);
        }));
    }
}
