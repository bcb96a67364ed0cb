package org.musicplatform.hosts.shell;

import java.util.Locale;
import org.musicplatform.core.api.playback.PlayerStatus;
import org.musicplatform.core.api.playback.QueueItem;

/** What a player does, in one line. */
final class PlayLine {

    private static final int METER = 10;
    /** What the meter shows from: below, music is heard as silence. */
    private static final double QUIETEST_DECIBEL = -40;

    private PlayLine() {}

    static String of(PlayerStatus status) {
        String state = status.state().name().toLowerCase(Locale.ROOT);
        if (status.item() == null) {
            return state + (status.reason().isEmpty() ? "" : ": " + Text.line(status.reason()));
        }
        return String.format(
                Locale.ROOT,
                "%-9s %s / %s  [%s]  %3d%%  %s",
                state,
                Text.elapsed(status.position()),
                status.duration() == null ? "?" : Text.duration(status.duration()),
                meter(status.output().peak()),
                Volume.of(status.volume()).percent(),
                title(status.item()));
    }

    static String title(QueueItem item) {
        return Text.fit(item.title(), 60) + (item.artist() == null ? "" : "  " + Text.fit(item.artist(), 40));
    }

    static String meter(double peak) {
        double decibel = 20 * Math.log10(Math.max(peak, 1e-9));
        int lit = (int) Math.round(METER * Math.min(1, Math.max(0, 1 - decibel / QUIETEST_DECIBEL)));
        return "#".repeat(lit) + " ".repeat(METER - lit);
    }
}
