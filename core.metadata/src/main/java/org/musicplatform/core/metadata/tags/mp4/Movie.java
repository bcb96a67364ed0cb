package org.musicplatform.core.metadata.tags.mp4;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.bytes.CutException;
import org.musicplatform.core.metadata.tags.fields.Draft;

/** The movie: its tracks, of which the first with sound counts, its metadata, and the length of its fragments. */
final class Movie {

    private static final int MOST_TRACKS = 100;

    private final ContentBytes bytes;
    private final Draft draft;
    private final List<Track> tracks = new ArrayList<>(2);
    private boolean found;
    private boolean fragmented;
    private long timescale;
    private long duration;
    private long fragmentDuration;
    private long fragmentTime;
    private long indexed;
    private long indexTimescale;
    private long defaultSampleDuration;

    Movie(ContentBytes bytes, Draft draft) {
        this.bytes = bytes;
        this.draft = draft;
    }

    boolean isFound() {
        return found;
    }

    /** Tells whether nothing that follows a box can add to what is known. */
    boolean isComplete(Box last) {
        return found
                && !fragmented
                && draft.sound().codec() != null
                && !last.type().equals("mdat");
    }

    void read(Box moov) throws IOException {
        found = true;
        Box.each(bytes, moov.body(), moov.end(), box -> {
            try {
                child(box);
            } catch (CutException damaged) {
                draft.warn("The box " + box.type() + " of the MP4 file is damaged.");
            }
            return true;
        });
        Track sound = sound();
        if (sound != null) {
            sound.describe(draft.sound());
        }
        if (moov.cut()) {
            draft.warn("The file ends before what it says it holds.");
        }
    }

    private void child(Box box) throws IOException {
        switch (box.type()) {
            case "mvhd" -> {
                boolean large = bytes.u8(box.body()) == 1;
                timescale = bytes.u32(box.body() + (large ? 20 : 12));
                duration = large ? bytes.i64(box.body() + 24) : bytes.u32(box.body() + 16);
            }
            case "trak" -> {
                if (tracks.size() < MOST_TRACKS) {
                    tracks.add(Track.read(bytes, box));
                }
            }
            case "mvex" -> {
                fragmented = true;
                Box defaults = box.child(bytes, "trex");
                defaultSampleDuration = defaults == null ? 0 : bytes.u32(defaults.body() + 12);
            }
            case "udta" -> Metadata.userData(bytes, box, draft);
            case "meta" -> Metadata.meta(bytes, box, draft);
            default -> {} // nothing for a music library
        }
    }

    private Track sound() {
        return tracks.stream().filter(Track::isSound).findFirst().orElse(null);
    }

    /** Adds the samples of a fragment (8.8.7, 8.8.8). */
    void fragment(Box moof) throws IOException {
        Track sound = sound();
        Box.each(bytes, moof.body(), moof.end(), box -> {
            Box header = box.type().equals("traf") ? box.child(bytes, "tfhd") : null;
            if (header != null && (sound == null || bytes.u32(header.body() + 4) == sound.id())) {
                samples(box, header);
            }
            return true;
        });
    }

    private void samples(Box traf, Box header) throws IOException {
        int flags = bytes.u24(header.body() + 1);
        long at = header.body() + 8 + ((flags & 1) != 0 ? 8 : 0) + ((flags & 2) != 0 ? 4 : 0);
        long each = (flags & 8) != 0 ? bytes.u32(at) : defaultSampleDuration;
        Box time = traf.child(bytes, "tfdt");
        if (time != null) {
            fragmentTime = bytes.u8(time.body()) == 1 ? bytes.i64(time.body() + 4) : bytes.u32(time.body() + 4);
        }
        Box.each(bytes, traf.body(), traf.end(), box -> {
            if (box.type().equals("trun")) {
                run(box, each);
            }
            return true;
        });
        fragmentDuration = Math.max(fragmentDuration, fragmentTime);
    }

    private void run(Box trun, long each) throws IOException {
        int flags = bytes.u24(trun.body() + 1);
        long count = bytes.u32(trun.body() + 4);
        if ((flags & 0x100) == 0) {
            fragmentTime += count * each;
            return;
        }
        int size = 4 * Integer.bitCount(flags & 0xf00);
        long at = trun.body() + 8 + ((flags & 1) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0);
        for (long i = 0; i < count && at + size <= trun.end(); i++, at += size) {
            fragmentTime += bytes.u32(at);
        }
    }

    /** Adds what an index of segments tells (8.16.3). */
    void segmentIndex(Box sidx) throws IOException {
        boolean large = bytes.u8(sidx.body()) == 1;
        indexTimescale = bytes.u32(sidx.body() + 8);
        long at = sidx.body() + (large ? 28 : 20);
        int count = bytes.u16(at + 2);
        for (int i = 0; i < count && at + 16 <= sidx.end(); i++) {
            indexed += bytes.u32(at + 8 + i * 12L);
        }
    }

    /** Decides on the playing time, and reads the chapters that a track holds where nothing else told them. */
    void finish() throws IOException {
        Track sound = sound();
        if (sound != null && sound.chapters() > 0 && !draft.hasChapters()) {
            for (Track track : tracks) {
                if (track.id() == sound.chapters() && track.table() != null) {
                    ChapterTrack.read(bytes, track.table(), track.timescale(), draft);
                }
            }
        }
        if (sound != null && sound.duration(timescale, draft.sound())) {
            return;
        }
        if (sound != null && fragmentDuration > 0) {
            draft.sound().duration(fragmentDuration, sound.timescale());
        } else if (indexed > 0) {
            draft.sound().duration(indexed, indexTimescale);
        } else if (duration > 0) {
            draft.sound().duration(duration, timescale);
        }
    }
}
