package org.musicplatform.core.testkit.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * One second of 440 Hz in every common format. All but {@link #UNTAGGED} carry the same tags: title {@value #TITLE},
 * artist {@value #ARTIST}, album {@value #ALBUM}, album artist {@value #ALBUM_ARTIST}, track 3 of 12, disc 1 of 2, date
 * {@value #DATE}, genre {@value #GENRE}.
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

    private static final List<String> NAMES = List.of(
            "tone-aac.m4a",
            "tone-alac.m4a",
            "tone-id3v23.mp3",
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
     * Copies one file.
     *
     * @param directory an existing directory, not null
     * @param name one of {@link #names()}, not null
     * @return the copy
     * @throws IllegalArgumentException when there is no such file
     * @throws UncheckedIOException when it cannot be written
     */
    public static Path copy(Path directory, String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no fixture " + name + "; there are " + NAMES);
        }
        Path copy = directory.resolve(name);
        try (InputStream bytes = Fixtures.class.getResourceAsStream(name)) {
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
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
