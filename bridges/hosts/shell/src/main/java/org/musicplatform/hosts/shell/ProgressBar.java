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
        long done = status.counts().done();
        long files = status.counts().files();
        double seconds = Math.max(0.001, status.elapsed().toMillis() / 1000.0);
        double rate = done / seconds;
        if (!status.listed()) {
            return String.format(Locale.ROOT, "%-8s %,d files found, %,.0f/s", status.phase(), files, rate);
        }
        int filled = files == 0 ? WIDTH : (int) (WIDTH * done / files);
        String eta = rate > 0 ? Text.duration((long) ((files - done) / rate * 1000)) : "?";
        return String.format(
                Locale.ROOT,
                "[%s%s] %,d/%,d  %,.0f/s  %s left",
                "=".repeat(filled),
                " ".repeat(WIDTH - filled),
                done,
                files,
                rate,
                eta);
    }
}
