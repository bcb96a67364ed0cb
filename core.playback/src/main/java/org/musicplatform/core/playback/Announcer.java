package org.musicplatform.core.playback;

import java.time.Clock;
import java.util.function.Consumer;
import org.musicplatform.core.api.event.CoreEvent;
import org.musicplatform.core.api.event.EventHeader;
import org.musicplatform.core.api.event.PlaybackEnded;
import org.musicplatform.core.api.event.PlayerChanged;
import org.musicplatform.core.api.event.PlayerProgressed;
import org.musicplatform.core.api.event.Severity;
import org.musicplatform.core.api.event.TrackFailed;
import org.musicplatform.core.api.event.TrackStarted;
import org.musicplatform.core.api.playback.PlaybackReport;
import org.musicplatform.core.api.playback.PlaybackReport.Failure;
import org.musicplatform.core.api.playback.PlayerId;
import org.musicplatform.core.api.playback.PlayerState;
import org.musicplatform.core.api.playback.PlayerStatus;
import org.musicplatform.core.api.playback.QueueItem;

/** Tells what a player does: changes at once, progress at most four times a second. Used by the decode thread alone. */
final class Announcer {

    private static final long PROGRESS_NANOS = 250_000_000;

    private final PlayerId player;
    private final Clock clock;
    private final Consumer<CoreEvent> post;

    private PlayerState state = PlayerState.IDLE;
    private long progressed = System.nanoTime();

    Announcer(PlayerId player, Clock clock, Consumer<CoreEvent> post) {
        this.player = player;
        this.clock = clock;
        this.post = post;
    }

    void started(QueueItem item) {
        post.accept(new TrackStarted(header(Severity.INFO), player, item));
    }

    /** Looks at what the player does, and tells what is new. */
    void look(PlayerStatus status) {
        long now = System.nanoTime();
        if (status.state() != state) {
            state = status.state();
            post.accept(new PlayerChanged(header(Severity.INFO), player, status));
            progressed = now;
        } else if (state == PlayerState.PLAYING && now - progressed >= PROGRESS_NANOS) {
            post.accept(new PlayerProgressed(header(Severity.DEBUG), player, status));
            progressed = now;
        }
    }

    void failed(Failure failure) {
        post.accept(new TrackFailed(header(Severity.WARNING), player, failure));
    }

    void ended(PlaybackReport report) {
        var severity = report.end() == PlayerState.FAILED ? Severity.ERROR : Severity.INFO;
        post.accept(new PlaybackEnded(header(severity), player, report));
    }

    private EventHeader header(Severity severity) {
        return new EventHeader(clock.instant(), player.toString(), severity);
    }
}
