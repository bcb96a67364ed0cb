package org.musicplatform.hosts.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;
import org.musicplatform.core.api.playback.PlaybackReport;
import org.musicplatform.core.api.playback.Player;
import org.musicplatform.core.api.playback.PlayerState;

/** A terminal while music plays: one line that is drawn over itself, and keys that act at once. */
final class PlayKeys implements AutoCloseable {

    private static final long LOOK_MILLIS = 200;
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final int LOUDER = 5;

    private final Player player;
    private final Terminal terminal;
    private final Attributes before;

    private PlayKeys(Player player, Terminal terminal) {
        this.player = player;
        this.terminal = terminal;
        this.before = terminal.enterRawMode();
    }

    static PlayKeys open(Player player) throws IOException {
        return new PlayKeys(player, SystemTerminal.open());
    }

    PlaybackReport until(CompletableFuture<PlaybackReport> end, PrintStream out) throws Exception {
        var reader = terminal.reader();
        while (!end.isDone()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            out.print("\r" + PlayLine.of(player.status()) + "\u001b[K");
            out.flush();
            act(reader);
        }
        out.print("\r\u001b[K");
        out.flush();
        return end.get();
    }

    private void act(NonBlockingReader reader) throws IOException {
        switch (reader.read(LOOK_MILLIS)) {
            case ' ' -> pauseOrPlay();
            case 'n' -> player.next();
            case 'p' -> player.previous();
            case 'q' -> player.stop();
            case '+', '=' -> volume(LOUDER);
            case '-' -> volume(-LOUDER);
            case '\u001b' -> arrow(reader);
            default -> {
                // a time-out, or a key that means nothing
            }
        }
    }

    private void arrow(NonBlockingReader reader) throws IOException {
        if (reader.read(20) == '[') {
            switch (reader.read(20)) {
                case 'C' -> seek(STEP);
                case 'D' -> seek(STEP.negated());
                default -> {
                    // other keys mean nothing
                }
            }
        }
    }

    private void pauseOrPlay() {
        if (player.status().state() == PlayerState.PAUSED) {
            player.play();
        } else {
            player.pause();
        }
    }

    private void seek(Duration step) {
        var to = player.status().position().plus(step);
        player.seek(to.isNegative() ? Duration.ZERO : to);
    }

    private void volume(int percents) {
        player.setVolume(Volume.of(player.status().volume()).louder(percents).factor());
    }

    @Override
    public void close() throws IOException {
        terminal.setAttributes(before);
        terminal.close();
    }
}
