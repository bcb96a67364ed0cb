package org.musicplatform.benchmarks.library;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceItem;

/**
 * A track and its file.
 *
 * @param number decides all that is drawn for it
 * @param artists who plays, the first one first
 * @param artist who plays, as the tag has it
 * @param folder where its file lies
 */
record SyntheticTrack(
        long number,
        SyntheticAlbum album,
        Position position,
        String title,
        List<String> artists,
        String artist,
        long millis,
        String folder) {

    private static final String HEX = "0123456789ABCDEF";
    private static final String DRIVE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /** A track of an album: both count from 1. */
    record Position(int disc, int track) {}

    String name() {
        String number = position.track() < 10 ? "0" + position.track() : String.valueOf(position.track());
        String disc = album.discs().size() > 1 ? position.disc() + "-" : "";
        return disc + number + " " + title.replace('/', '_') + "."
                + album.place().format().extension();
    }

    String path() {
        return folder + "/" + name();
    }

    long bytes() {
        return millis * bitrate() / 8 + 40_000;
    }

    int bitrate() {
        return album.place().bitrate();
    }

    /** Returns the file as a listing has it. */
    SourceItem item() {
        return item(0);
    }

    /** Returns the file after it was edited so many times. */
    SourceItem item(int edits) {
        var dice = Dice.at(number, 7);
        long added = album.place().added() + position.track() * 3L + edits * 60L;
        if (album.place().source() == SyntheticLibrary.DRIVE) {
            var version =
                    new ItemVersion(bytes(), Instant.ofEpochSecond(added), null, "md5:" + hex(Dice.at(number, edits)));
            return SourceItem.file(driveId(dice), name(), folder, version);
        }
        var version = new ItemVersion(bytes(), Instant.ofEpochSecond(added, dice.below(1_000_000_000)), null, null);
        return SourceItem.file(encoded(path()), name(), folder, version);
    }

    static String hex(Dice dice) {
        return String.format("%016x%016x", dice.next(), dice.next());
    }

    private static String driveId(Dice dice) {
        var id = new StringBuilder("1");
        while (id.length() < 33) {
            id.append(DRIVE.charAt(dice.below(DRIVE.length())));
        }
        return id.toString();
    }

    private static String encoded(String path) {
        var text = new StringBuilder(path.length() + 20);
        for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || "/-._~!$&'()*+,;=:@".indexOf(c) >= 0)) {
                text.append(c);
            } else {
                text.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return text.toString();
    }
}
