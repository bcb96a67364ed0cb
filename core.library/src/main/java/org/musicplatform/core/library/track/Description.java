package org.musicplatform.core.library.track;

import java.util.List;
import java.util.Objects;
import org.musicplatform.core.api.metadata.TagField;
import org.musicplatform.core.api.metadata.Tags;
import org.musicplatform.core.library.search.TrackText;
import org.musicplatform.core.support.TextFolding;

/**
 * What tags tell of a track, in the forms in which it is stored. Made by whoever read them, on a thread of theirs: the
 * writer has enough to do.
 */
public final class Description {

    final String title;
    final String sort;
    final String artist;
    final String artistSort;
    final String album;
    final String albumArtist;
    final String release;
    final boolean compilation;
    final String date;
    final Integer year;
    final Integer number;
    final Integer numberTotal;
    final Integer disc;
    final Integer discTotal;
    final List<String> genres;
    final List<ArtistNames.Named> people;
    final String recording;
    final Long matchKey;
    final TrackText search;

    private Description(Tags tags, Tags read, String untitled) {
        title = Objects.requireNonNullElse(tags.first(TagField.TITLE), untitled);
        sort = TextFolding.sortKey(title);
        artist = ArtistNames.display(tags);
        artistSort = artistSort(tags, artist);
        String named = tags.first(TagField.ALBUM);
        album = named == null || named.isBlank() ? null : named;
        albumArtist = albumArtist(tags);
        release = tags.first(TagField.MUSICBRAINZ_RELEASE_ID);
        compilation = "1".equals(tags.first(TagField.COMPILATION));
        date = tags.first(TagField.DATE);
        year = year(date);
        number = tags.number(TagField.TRACK_NUMBER);
        numberTotal = tags.number(TagField.TRACK_TOTAL);
        disc = tags.number(TagField.DISC_NUMBER);
        discTotal = tags.number(TagField.DISC_TOTAL);
        genres = tags.all(TagField.GENRE);
        people = ArtistNames.all(tags);
        recording = tags.first(TagField.MUSICBRAINZ_RECORDING_ID);
        matchKey = MatchKey.of(
                read.first(TagField.TITLE),
                ArtistNames.display(read),
                read.first(TagField.ALBUM),
                read.number(TagField.DISC_NUMBER),
                read.number(TagField.TRACK_NUMBER));
        search = new TrackText(TextFolding.searchText(title), searchText(artist, people), albumText());
    }

    /**
     * Describes a track.
     *
     * @param tags what was read of it
     * @param untitled its title when the tags tell none
     */
    public static Description of(Tags tags, String untitled) {
        return new Description(tags, tags, untitled);
    }

    /**
     * Describes a track of which something else is said than its file tells.
     *
     * @param tags what is said of it
     * @param read what was read of its file, which it is found again by
     * @param untitled its title when the tags tell none
     */
    public static Description of(Tags tags, Tags read, String untitled) {
        return new Description(tags, read, untitled);
    }

    public String title() {
        return title;
    }

    public String artist() {
        return artist;
    }

    /** Returns what search is to know of the track. */
    public TrackText search() {
        return search;
    }

    private static String artistSort(Tags tags, String artist) {
        String told = tags.first(TagField.ARTIST_SORT);
        String name = told == null ? artist : told;
        return name == null ? "" : TextFolding.sortKey(name);
    }

    private static String albumArtist(Tags tags) {
        String artist = tags.first(TagField.ALBUM_ARTIST);
        if (artist == null && !tags.all(TagField.ALBUM_ARTISTS).isEmpty()) {
            return String.join(", ", tags.all(TagField.ALBUM_ARTISTS));
        }
        return artist;
    }

    /** Where the track is on its album, as a number to sort by: what has no number comes after what has one. */
    long albumPlace() {
        return (disc == null ? 1 : disc) * 100_000L + (number == null ? 99_999 : number);
    }

    private String albumText() {
        String text = album == null ? "" : TextFolding.searchText(album);
        if (albumArtist == null || albumArtist.equals(artist)) {
            return text;
        }
        return (text + " " + TextFolding.searchText(albumArtist)).strip();
    }

    /** The artist as shown, and everybody whose name is not in that. */
    private static String searchText(String artist, List<ArtistNames.Named> people) {
        var text = new StringBuilder(artist == null ? "" : artist);
        for (int i = 0; i < people.size(); i++) {
            String name = people.get(i).name();
            if (artist == null || !artist.contains(name)) {
                text.append(' ').append(name);
            }
        }
        return text.isEmpty() ? "" : TextFolding.searchText(text.toString());
    }

    private static Integer year(String date) {
        if (date == null || date.length() < 4) {
            return null;
        }
        int year = 0;
        for (int i = 0; i < 4; i++) {
            char digit = date.charAt(i);
            if (digit < '0' || digit > '9') {
                return null;
            }
            year = year * 10 + digit - '0';
        }
        return year;
    }
}
