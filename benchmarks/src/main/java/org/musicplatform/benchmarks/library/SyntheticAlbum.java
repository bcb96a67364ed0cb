package org.musicplatform.benchmarks.library;

import java.util.List;

/**
 * An album.
 *
 * @param number decides all that is drawn for it
 * @param artist who made it; the performers of a compilation are those of its tracks
 * @param edition when and how it was released
 * @param place where its files lie
 * @param discs how many tracks each disc has
 */
record SyntheticAlbum(
        long number, SyntheticArtist artist, String title, Edition edition, Place place, List<Integer> discs) {

    /** The artist of a compilation. */
    static final String VARIOUS = "Various Artists";

    /**
     * A release.
     *
     * @param date year, month or day
     * @param suffix what is added to titles, empty for most
     * @param musicBrainz whether its files have MusicBrainz ids
     */
    record Edition(int year, String date, List<String> genres, String suffix, boolean live, boolean musicBrainz) {}

    /**
     * Files of one album.
     *
     * @param top the folder of the source that holds the folder of the artist
     * @param added when they came there, in seconds
     */
    record Place(int source, String top, Format format, int bitrate, long added) {}

    boolean isCompilation() {
        return artist.index() < 0;
    }

    int tracks() {
        return discs.stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns the name of its folder in that of the artist. */
    String folderName() {
        return edition.year() + " - " + title.replace('/', '_');
    }
}
