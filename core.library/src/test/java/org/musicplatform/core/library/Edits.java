package org.musicplatform.core.library;

import static org.musicplatform.core.api.metadata.TagField.ALBUM;
import static org.musicplatform.core.api.metadata.TagField.ARTIST;
import static org.musicplatform.core.api.metadata.TagField.GENRE;
import static org.musicplatform.core.api.metadata.TagField.TITLE;
import static org.musicplatform.core.api.metadata.TagField.TRACK_NUMBER;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.musicplatform.core.api.metadata.AudioProperties;
import org.musicplatform.core.api.metadata.TagReading;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.api.source.ItemVersion;
import org.musicplatform.core.api.source.SourceItem;

/**
 * Songs in two places that somebody renames, moves, tags anew, replaces, removes and brings back, as a person would: what
 * nobody could recognise is not done, which is to tag a file anew and move it between two looks.
 */
final class Edits {

    static final int PLACES = 2;

    final List<Song> songs = new ArrayList<>();
    private final Random random;
    private int made; // etags, titles and folders, each once

    Edits(Random random, int count) {
        this.random = random;
        for (int i = 0; i < count; i++) {
            var song = new Song(i);
            song.copies.add(new Copy(i % PLACES, folder() + "/" + i, "mp3", ++made));
            songs.add(song);
        }
    }

    /** A file. */
    record Copy(int place, String stem, String extension, int etag) {

        String path() {
            return stem + "." + extension;
        }

        SourceItem item() {
            int slash = path().lastIndexOf('/');
            return SourceItem.file(
                    path(),
                    path().substring(slash + 1),
                    path().substring(0, slash),
                    new ItemVersion(1_000 + etag, Instant.ofEpochSecond(etag), "e" + etag, null));
        }

        Copy with(int otherPlace, String otherStem) {
            return new Copy(otherPlace, otherStem, extension, etag);
        }

        Copy ofContent(int otherEtag) {
            return new Copy(place, stem, extension, otherEtag);
        }
    }

    /** A recording: what is said of it in the library stays with it. */
    final class Song {
        final int number;
        final List<Copy> copies = new ArrayList<>();
        List<Copy> away = List.of(); // where it was before it was removed
        boolean moved; // since the last look at both places
        boolean tagged;
        boolean locked; // one track with another song: nothing is done to its files
        String edited; // its title by a person, or null
        String title;
        String album;
        int rating;
        int plays;

        Song(int number) {
            this.number = number;
            this.title = "Song " + number;
            this.album = "Album " + number % 4;
        }

        String shown() {
            return edited == null ? title : edited;
        }

        void forget() {
            rating = 0;
            plays = 0;
            edited = null;
        }

        boolean isThere() {
            return !copies.isEmpty();
        }

        TagReading reading(Copy copy) {
            boolean lossless = copy.extension().equals("flac");
            var properties = new AudioProperties(
                    copy.extension(),
                    copy.extension(),
                    Duration.ofMillis(180_000 + (lossless ? 40 : 0)),
                    false,
                    lossless ? 900 : 256,
                    44_100,
                    2,
                    lossless ? 16 : null);
            var tags = Lib.tags(
                    TITLE,
                    title,
                    ARTIST,
                    "Artist " + number % 5,
                    ALBUM,
                    album,
                    TRACK_NUMBER,
                    "" + (number + 1),
                    GENRE,
                    "Genre " + number % 3);
            return new TagReading(properties, new Tags(tags, Map.of()), List.of(), List.of(), "test");
        }
    }

    Song any() {
        return songs.get(random.nextInt(songs.size()));
    }

    /** Does one thing to one song, if that can be done to it; returns what. */
    String step() {
        var song = any();
        if (song.locked) {
            return "";
        }
        if (!song.isThere()) {
            return bringBack(song);
        }
        return switch (random.nextInt(8)) {
            case 0 -> rename(song);
            case 1 -> moveTo(song, song.copies.get(0).place(), folder());
            case 2 -> moveTo(song, 1 - song.copies.get(0).place(), folder());
            case 3 -> tag(song);
            case 4 -> replace(song);
            case 5 -> addCopy(song);
            case 6 -> dropCopy(song);
            default -> remove(song);
        };
    }

    void lookedAtAll() {
        for (Song song : songs) {
            song.moved = false;
            song.tagged = false;
        }
    }

    private String folder() {
        return "f" + random.nextInt(5) + (random.nextBoolean() ? "/in" : "");
    }

    private String rename(Song song) {
        String folder = song.copies.get(0).stem().replaceAll("/[^/]*$", "");
        return moveTo(song, song.copies.get(0).place(), folder);
    }

    private String moveTo(Song song, int place, String folder) {
        if (song.tagged) {
            return "";
        }
        song.moved = true;
        boolean sameContent = place == song.copies.get(0).place();
        String stem = folder + "/" + song.number + "-" + ++made;
        song.copies.replaceAll(copy -> {
            var moved = copy.with(place, stem);
            return sameContent ? moved : moved.ofContent(++made);
        });
        return "move " + song.number + " to " + place + ":" + stem;
    }

    private String tag(Song song) {
        if (song.moved) {
            return "";
        }
        song.tagged = true;
        song.title = "Song " + song.number + " take " + ++made;
        song.album = "Album " + random.nextInt(4);
        song.copies.replaceAll(copy -> copy.ofContent(++made));
        return "tag " + song.number + ": " + song.title;
    }

    private String replace(Song song) {
        if (song.tagged || song.copies.size() != 1) {
            return "";
        }
        song.moved = true;
        song.copies.replaceAll(
                copy -> new Copy(copy.place(), copy.stem(), copy.extension().equals("mp3") ? "flac" : "mp3", ++made));
        return "replace " + song.number;
    }

    private String addCopy(Song song) {
        if (song.tagged || song.copies.size() != 1) {
            return "";
        }
        song.moved = true;
        var copy = song.copies.get(0);
        song.copies.add(new Copy(copy.place(), copy.stem(), copy.extension().equals("mp3") ? "flac" : "mp3", ++made));
        return "add a copy of " + song.number;
    }

    private String dropCopy(Song song) {
        if (song.copies.size() < 2 || song.tagged) {
            return "";
        }
        song.moved = true;
        song.copies.remove(random.nextInt(song.copies.size()));
        return "drop a copy of " + song.number;
    }

    private String remove(Song song) {
        if (song.tagged) {
            return "";
        }
        song.moved = true;
        song.away = List.copyOf(song.copies);
        song.copies.clear();
        return "remove " + song.number;
    }

    private String bringBack(Song song) {
        song.moved = true;
        boolean elsewhere = random.nextBoolean();
        int place = random.nextInt(PLACES);
        String stem = folder() + "/" + song.number + "-" + ++made;
        for (Copy copy : song.away) {
            song.copies.add(elsewhere ? copy.with(place, stem).ofContent(++made) : copy);
        }
        return "bring back " + song.number + (elsewhere ? " at " + place + ":" + stem : "");
    }
}
