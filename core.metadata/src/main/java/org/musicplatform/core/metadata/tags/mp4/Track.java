package org.musicplatform.core.metadata.tags.mp4;

import java.io.IOException;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Sound;

/** A track of a movie: what it is of, how long, and what of it is to be played. */
final class Track {

    private static final int MOST_TIMES = 64;

    private long id;
    private boolean sound;
    private long timescale;
    private long mediaDuration;
    private long editStart = -1;
    private long editDuration;
    private int edits;
    private SampleEntry entry;
    private long chapters;
    private Box table;

    private Track() {}

    static Track read(ContentBytes bytes, Box trak) throws IOException {
        var track = new Track();
        Box header = trak.child(bytes, "tkhd");
        if (header != null) {
            track.id = bytes.u32(header.body() + (bytes.u8(header.body()) == 1 ? 20 : 12));
        }
        Box media = trak.child(bytes, "mdia");
        if (media == null) {
            return track;
        }
        Box handler = media.child(bytes, "hdlr");
        track.table = media.path(bytes, "minf", "stbl");
        track.sound = handler != null && bytes.matches(handler.body() + 8, "soun");
        if (track.sound) {
            track.media(bytes, media);
            Box edits = trak.path(bytes, "edts", "elst");
            if (edits != null) {
                track.edits(bytes, edits);
            }
            Box list = trak.path(bytes, "tref", "chap");
            track.chapters = list == null || list.end() < list.body() + 4 ? 0 : bytes.u32(list.body());
        } else {
            track.time(bytes, media);
        }
        return track;
    }

    private void time(ContentBytes bytes, Box media) throws IOException {
        Box header = media.child(bytes, "mdhd");
        if (header != null) {
            boolean large = bytes.u8(header.body()) == 1;
            timescale = bytes.u32(header.body() + (large ? 20 : 12));
            mediaDuration = large ? bytes.i64(header.body() + 24) : bytes.u32(header.body() + 16);
        }
    }

    private void media(ContentBytes bytes, Box media) throws IOException {
        time(bytes, media);
        Box times = media.path(bytes, "minf", "stbl", "stts");
        long summed = times == null ? 0 : sampleTimes(bytes, times);
        mediaDuration = summed > 0 ? summed : mediaDuration;
        Box table = media.path(bytes, "minf", "stbl", "stsd");
        Box first = table == null ? null : Box.read(bytes, table.body() + 8, table.end());
        if (first != null) {
            entry = SampleEntry.read(bytes, first);
        }
    }

    /** Sums up how long the samples take (8.6.1.2), where that is told in few entries: the header may lie. */
    private static long sampleTimes(ContentBytes bytes, Box stts) throws IOException {
        long count = bytes.u32(stts.body() + 4);
        if (count > MOST_TIMES || stts.body() + 8 + count * 8 > stts.end()) {
            return 0;
        }
        long sum = 0;
        for (long i = 0; i < count; i++) {
            sum += bytes.u32(stts.body() + 8 + i * 8) * bytes.u32(stts.body() + 12 + i * 8);
        }
        return sum;
    }

    /** Reads the parts of the media that are played (8.6.6). */
    private void edits(ContentBytes bytes, Box elst) throws IOException {
        boolean large = bytes.u8(elst.body()) == 1;
        long count = Math.min(bytes.u32(elst.body() + 4), 1_000);
        int size = large ? 20 : 12;
        long at = elst.body() + 8;
        for (long i = 0; i < count && at + size <= elst.end(); i++, at += size) {
            long segment = large ? bytes.i64(at) : bytes.u32(at);
            long time = large ? bytes.i64(at + 8) : bytes.i32(at + 4);
            if (time >= 0) { // a time of -1 is silence before
                edits++;
                editStart = edits == 1 ? time : editStart;
                editDuration += segment;
            }
        }
    }

    boolean isSound() {
        return sound && entry != null;
    }

    long id() {
        return id;
    }

    long timescale() {
        return timescale;
    }

    /** Returns the id of the track that holds its chapters, 0 when it names none. */
    long chapters() {
        return chapters;
    }

    /** Returns its sample table, or null. */
    Box table() {
        return table;
    }

    void describe(Sound facts) {
        entry.describe(facts);
        if (facts.sampleRate() == 0 && timescale > 0) {
            facts.sampleRate(timescale);
        }
    }

    /** Tells the playing time; false when it is not known here. */
    boolean duration(long movieTimescale, Sound facts) {
        if (timescale <= 0 || mediaDuration <= 0 || mediaDuration == 0xffff_ffffL) {
            return false;
        }
        long played = mediaDuration;
        if (edits == 0) {
            long silence = facts.silence(timescale); // as iTunes notes it
            played -= silence < played ? silence : 0;
        } else {
            played = mediaDuration - editStart;
            // the edit says in the movie's coarse units how much of the rest is played
            double edited = movieTimescale <= 0 ? 0 : (double) editDuration * timescale / movieTimescale;
            double unit = movieTimescale <= 0 ? 0 : (double) timescale / movieTimescale;
            if (edited > 0 && (edits > 1 || edited + unit < played)) {
                played = Math.round(edited);
            }
            if (edits == 1 && editStart > 0 && played > 0 && facts.sampleRate() > 0) {
                facts.delay(editStart * facts.sampleRate() / timescale);
            }
        }
        facts.duration(played > 0 ? played : mediaDuration, timescale);
        return true;
    }
}
