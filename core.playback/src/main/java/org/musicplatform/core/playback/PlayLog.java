package org.musicplatform.core.playback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.musicplatform.core.api.playback.QueueItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds up how much of each item was heard. Used by the decode thread alone. */
final class PlayLog {

    private static final Logger LOG = LoggerFactory.getLogger(PlayLog.class);

    private final PlaybackNotes notes;
    private final Clock clock;
    private Segment.Beginning now;
    private QueueItem item;
    private Instant started;
    private Duration heard = Duration.ZERO;

    PlayLog(PlaybackNotes notes, Clock clock) {
        this.notes = notes;
        this.clock = clock;
    }

    /** Notes that a beginning is heard: what was before it was heard up to there. */
    void follow(Segment.Beginning next) {
        if (now != null) {
            boolean same = next.segment() == now.segment();
            add((same ? next.frame() : now.segment().frames()) - now.frame());
        }
        if (item == null || item.id() != next.item().id()) {
            finish();
            item = next.item();
            started = clock.instant();
        }
        now = next;
    }

    /** Notes how far it was heard before something else comes. */
    void cut(Sounding.Heard at) {
        if (at.beginning() != null) {
            if (!at.beginning().equals(now)) {
                follow(at.beginning());
            }
            add(at.frame() - now.offset());
        }
        now = null;
    }

    private void add(long frames) {
        heard = heard.plus(now.segment().format().duration(Math.max(0, frames)));
    }

    /** Tells of the item that was heard last. */
    void finish() {
        if (item != null && item.track() != null && !heard.isZero()) {
            try {
                notes.heard(item.track(), started, heard);
            } catch (RuntimeException e) {
                LOG.debug("The library does not note that {} was heard", item.track(), e);
            }
        }
        item = null;
        now = null;
        heard = Duration.ZERO;
    }
}
