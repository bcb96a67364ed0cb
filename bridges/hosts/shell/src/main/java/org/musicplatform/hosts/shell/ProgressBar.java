package org.musicplatform.hosts.shell;

import java.io.PrintStream;
import java.util.Locale;
import org.musicplatform.core.api.sync.SyncStatus;

/** One line on a terminal, drawn over itself. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final PrintStream out;

    ProgressBar(PrintStream out) {
        this.out = out;
    }

    void show(SyncStatus status) {
        out.print("\r" + line(status) + "\u001b[K");
        out.flush();
    }

    void clear() {
        out.print("\r\u001b[K");
        out.flush();
    }

    static String line(SyncStatus status) {
        var counts = status.counts();
        var progress = status.progress();
        if (!progress.listed()) {
            return String.format(
                    Locale.ROOT,
                    "%-8s %,d files found, %,d done, %,.0f/s",
                    status.phase(),
                    counts.files(),
                    counts.done(),
                    progress.rate());
        }
        int filled = WIDTH * progress.percent() / 100;
        return String.format(
                Locale.ROOT,
                "[%s%s] %,d/%,d  %,.0f/s  %s left",
                "=".repeat(filled),
                " ".repeat(WIDTH - filled),
                counts.done(),
                counts.files(),
                progress.rate(),
                progress.left() == null ? "?" : Text.duration(progress.left()));
    }
}
