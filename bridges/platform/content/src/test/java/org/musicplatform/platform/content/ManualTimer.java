package org.musicplatform.platform.content;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes when the test says so. */
final class ManualTimer implements IdleTimer {

    private record Action(Duration due, Runnable run) {}

    private final List<Action> pending = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public void after(Duration delay, Runnable action) {
        pending.add(new Action(now.plus(delay), action));
    }

    @Override
    public long nanos() {
        return now.toNanos();
    }

    void pass(Duration time) {
        now = now.plus(time);
        var due = pending.stream()
                .filter(action -> action.due().compareTo(now) <= 0)
                .toList();
        pending.removeAll(due);
        due.forEach(action -> action.run().run());
    }

    @Override
    public void close() {
        pending.clear();
    }
}
