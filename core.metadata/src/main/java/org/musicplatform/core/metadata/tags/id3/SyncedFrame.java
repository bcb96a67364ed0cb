package org.musicplatform.core.metadata.tags.id3;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.musicplatform.core.api.metadata.Lyrics;
import org.musicplatform.core.metadata.tags.bytes.ContentBytes;
import org.musicplatform.core.metadata.tags.fields.Draft;
import org.musicplatform.core.metadata.tags.fields.TagBlock;

/** Lyrics with a stamp for each part of the text, in milliseconds or in MPEG frames (id3v2.4.0-frames, 4.9). */
final class SyncedFrame {

    private static final int FRAMES = 1;
    private static final int MOST_PARTS = 20_000;

    /** A part of the text with its stamp. */
    private record Part(long stamp, String text) {}

    private SyncedFrame() {}

    static void read(ContentBytes bytes, long from, long to, TagBlock tag, Draft draft) throws IOException {
        int encoding = bytes.u8(from);
        String language = Id3Text.language(bytes, from + 1);
        int unit = bytes.u8(from + 4);
        int content = bytes.u8(from + 5);
        long at = Id3Text.behind(bytes, encoding, from + 6, to);
        var parts = new ArrayList<Part>();
        while (at + 4 < to && parts.size() < MOST_PARTS) {
            long stamp = Id3Text.behind(bytes, encoding, at, to);
            if (stamp + 4 > to) {
                break;
            }
            parts.add(new Part(bytes.u32(stamp), Id3Text.terminated(bytes, encoding, at, stamp)));
            at = stamp + 4;
        }
        if (parts.isEmpty() || content > 2) {
            return; // chords, trivia and the like are no lyrics
        }
        var text = new StringBuilder();
        parts.forEach(part -> text.append('[').append(part.stamp()).append(']').append(part.text()));
        tag.addRaw("SYLT", text.toString());
        draft.whenSoundIsKnown(() -> {
            var lines = lines(parts, unit == FRAMES, draft);
            if (!lines.isEmpty()) {
                draft.lyrics(new Lyrics(Lyrics.EMBEDDED, language, true, lines));
            }
        });
    }

    /** A line feed begins a line; without any, each part is one. */
    private static List<Lyrics.Line> lines(List<Part> parts, boolean inFrames, Draft draft) {
        boolean words = parts.stream().anyMatch(part -> part.text().indexOf('\n') >= 0);
        var lines = new ArrayList<Lyrics.Line>();
        var line = new ArrayList<Lyrics.Word>();
        for (Part part : parts) {
            long millis = inFrames ? draft.sound().millisOfPackets(part.stamp()) : part.stamp();
            if (millis < 0) {
                return List.of(); // stamps in frames say nothing without a frame's length
            }
            if (!words || part.text().startsWith("\n") || part.text().startsWith("\r")) {
                add(lines, line, words);
            }
            line.add(new Lyrics.Word(Duration.ofMillis(millis), part.text().replaceAll("[\r\n]", "")));
            if (words && part.text().length() > 1 && part.text().endsWith("\n")) {
                add(lines, line, true);
            }
        }
        add(lines, line, words);
        return lines;
    }

    private static void add(List<Lyrics.Line> lines, List<Lyrics.Word> line, boolean words) {
        if (!line.isEmpty()) {
            var text = new StringBuilder();
            line.forEach(word -> text.append(word.text()));
            lines.add(new Lyrics.Line(
                    line.get(0).start(), text.toString().strip(), words && line.size() > 1 ? line : List.of()));
            line.clear();
        }
    }
}
