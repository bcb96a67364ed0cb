package org.musicplatform.core.testkit.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One second of 440 Hz in every common format. All but {@link #UNTAGGED} carry the same tags: title {@value #TITLE},
 * artist {@value #ARTIST}, album {@value #ALBUM}, album artist {@value #ALBUM_ARTIST}, track 3 of 12, disc 1 of 2, date
 * {@value #DATE}, genre {@value #GENRE}. {@link #ID3V1} has no room for the album artist, the totals and the disc.
 *
 * <p>The files of {@link #WITH_PICTURES} hold a front cover, a PNG of 24 × 16 pixels called {@value #FRONT_COVER}, and a
 * back cover, a JPEG of 32 × 20 without a name. {@code tone.wav} has its tags twice, as RIFF INFO and as ID3.
 *
 * <p>{@code src/media/make-fixtures.sh} of this module makes them.
 */
public final class Fixtures {

    /** Title of every tagged file. */
    public static final String TITLE = "Töne im Regen";

    /** Artist of every tagged file. */
    public static final String ARTIST = "Björk & Söhne";

    /** Album of every tagged file. */
    public static final String ALBUM = "Tone Poems";

    /** Album artist of every tagged file whose format has one. */
    public static final String ALBUM_ARTIST = "Various Tones";

    /** Date of every tagged file. */
    public static final String DATE = "2019";

    /** Genre of every tagged file. */
    public static final String GENRE = "Electronic";

    /** Name of the file without tags. */
    public static final String UNTAGGED = "untagged.flac";

    /** Name of the file that has an ID3v1.1 tag alone, in Latin-1. */
    public static final String ID3V1 = "tone-id3v1.mp3";

    /** Names of the files with two pictures. */
    public static final List<String> WITH_PICTURES = List.of("tone-picture.flac", "tone-picture.mp3");

    /** Description of the front cover. */
    public static final String FRONT_COVER = "Regen";

    private static final List<String> NAMES = List.of(
            "tone-aac.m4a",
            "tone-alac.m4a",
            ID3V1,
            "tone-id3v23.mp3",
            "tone-picture.flac",
            "tone-picture.mp3",
            "tone.aiff",
            "tone.flac",
            "tone.mp3",
            "tone.ogg",
            "tone.opus",
            "tone.wav",
            "tone.wma",
            UNTAGGED);

    private Fixtures() {}

    /**
     * Lists the files.
     *
     * @return their names, sorted
     */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Returns the bytes of one file.
     *
     * @param name one of {@link #names()}, not null
     * @return a new array
     * @throws IllegalArgumentException when there is no such file
     */
    public static byte[] bytes(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no fixture " + name + "; there are " + NAMES);
        }
        try (InputStream bytes = Fixtures.class.getResourceAsStream(name)) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the fixture " + name, e);
        }
    }

    /**
     * Copies one file.
     *
     * @param directory an existing directory, not null
     * @param name one of {@link #names()}, not null
     * @return the copy
     * @throws IllegalArgumentException when there is no such file
     * @throws UncheckedIOException when it cannot be written
     */
    public static Path copy(Path directory, String name) {
        byte[] bytes = bytes(name);
        Path copy = directory.resolve(name);
        try {
            return Files.write(copy, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + copy, e);
        }
    }

    /**
     * Copies all files.
     *
     * @param directory an existing directory, not null
     * @return the copies, by name
     * @throws UncheckedIOException when one cannot be written
     */
    public static List<Path> copyAll(Path directory) {
        return NAMES.stream().map(name -> copy(directory, name)).toList();
    }
}
